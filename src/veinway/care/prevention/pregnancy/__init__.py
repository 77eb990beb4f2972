"""Prevention in pregnancy and after birth (reference 4, section 4)."""
