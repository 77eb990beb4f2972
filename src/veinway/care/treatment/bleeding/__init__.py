"""How likely bleeding is: five scores that inform and none that decides (reference 2, section 4)."""
