"""The medicine, reviewed by clinicians. Declarations only; imports nothing but `veinway.language`."""
