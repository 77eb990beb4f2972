"""What a drug's verdict may be. The worst reason that holds is the verdict; each one is kept."""

from veinway.language import Strength, commits, neutral

CONTRAINDICATED = neutral(
    "contraindicated",
    "It must not be given.",
    rank=5,
    short="contraindicated",
    strength=Strength.DO_NOT,
)
NOT_RECOMMENDED = neutral(
    "not_recommended",
    "It should not be given.",
    rank=4,
    short="not recommended",
    strength=Strength.DO_NOT,
)
UNSETTLED = neutral(
    "unsettled",
    "The sources do not settle whether it may be given: a pharmacist or a specialist decides.",
    rank=3,
    short="sources do not settle it",
)
CAUTION = commits(
    "caution",
    "It may be given, with caution.",
    rank=2,
    short="with caution",
    strength=Strength.CONSIDER,
)
RECOMMENDED = commits("recommended", "It is what is recommended here.", rank=1, short="recommended")
ALLOWED = commits("allowed", "Nothing that is known speaks against it.", rank=0, short="allowed")
"""Only ever the outcome of `otherwise`: every reason against it is certainly not so."""
