"""The words that bands of risk have in common."""

from veinway.language import *

VERY_LOW, LOW = Band("very_low", "very low risk"), Band("low", "low risk")
INTERMEDIATE = Band("intermediate", "intermediate risk")
MODERATE, HIGH = Band("moderate", "moderate risk"), Band("high", "high risk")
NOT_HIGH = Band("not_high", "risk not high")
