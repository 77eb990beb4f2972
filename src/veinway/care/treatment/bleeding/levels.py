"""Names of the bands that bleeding scores share."""

from veinway.language import Band

LOW = Band("low", "low risk of bleeding")
MODERATE = Band("moderate", "moderate risk of bleeding")
INTERMEDIATE = Band("intermediate", "intermediate risk of bleeding")
NOT_HIGH = Band("not_high", "risk of bleeding not high")
HIGH = Band("high", "high risk of bleeding")

INFORMS = "No score may by itself stop treatment in the first 3 months."
