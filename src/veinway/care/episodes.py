"""What opens, merges and closes an episode of suspected DVT."""

from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

SUSPECTED_DVT = Episode(
    key="suspected_dvt",
    label="An episode of suspected DVT of a leg",
    opened_by=("leg-symptoms", "d-dimer", "leg-vein-scan", "leg-vein-scan-request", "dvt"),
    merged_within=days(28),
    closed_after=days(90),
    source=PRODUCT.at("episodes of suspicion", LOCAL),
)
