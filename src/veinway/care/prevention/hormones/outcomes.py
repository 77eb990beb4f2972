"""Categories of eligibility, and what is known of risk."""

from veinway.language import *

MEC_1 = neutral("mec_1", "Category 1: no restriction.", rank=1, short="1: no restriction")
MEC_2 = neutral(
    "mec_2",
    "Category 2: the benefits generally outweigh the risks.",
    rank=2,
    short="2: benefits outweigh",
)
MEC_3 = neutral(
    "mec_3",
    "Category 3: the risks generally outweigh the benefits.",
    rank=3,
    short="3: risks outweigh",
    strength=Strength.DO_NOT,
)
MEC_4 = neutral(
    "mec_4", "Category 4: do not use.", rank=4, short="4: do not use", strength=Strength.DO_NOT
)
TRANSDERMAL = commits(
    "replacement_transdermal",
    "If hormone replacement is still wanted: consider the skin (patch, gel, spray) rather than tablets.",
    action="replacement_route",
    strength=Strength.CONSIDER,
    short="through the skin rather than tablets",
)
LOCAL_ONLY = neutral(
    "replacement_local",
    "Vaginal oestrogen for local symptoms counts as no systemic exposure.",
    short="no systemic exposure",
)
EITHER_ROUTE = neutral(
    "replacement_either", "Discuss the route: tablets raise the risk of a clot, the skin does not."
)
