"""Pregnancy and the 6 weeks after birth: RCOG 37b and ESC, which adult pathways leave out."""
