"""The three levels of probability that several scores share."""

from veinway.language import Band

LOW = Band("low", "low probability")
MODERATE = Band("moderate", "moderate probability")
HIGH = Band("high", "high probability")
INTERMEDIATE = Band("intermediate", "intermediate probability")
