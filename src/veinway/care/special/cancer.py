"""DVT suspected in active cancer: the pathways hold, but imaging comes first.

Inpatients and others whom the adult pathways leave out are imaged first in any case.
"""

from veinway.care.facts.leg import active_cancer
from veinway.care.imaging.nice import excluded_by_d_dimer
from veinway.care.questions import SUSPECTED_VTE_IN_CANCER
from veinway.care.sources import ESC_2019, GEERSING_2014, LOCAL, PRODUCT, U
from veinway.care.special.outcomes import CANCER_CHANGES_NOTHING, EXCLUSION_LESS_SAFE, IMAGING_FIRST
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt
from veinway.language import *

_RISK = GEERSING_2014.at("abstract")
_D_DIMER = ESC_2019.at("D-dimer in cancer")

CONCLUSION = table(
    "vte_in_cancer_conclusion",
    "What active cancer changes when a clot is suspected",
    hit="first",
    source=_RISK,
    rows=[
        row(
            no(active_cancer),
            CANCER_CHANGES_NOTHING,
            id="no cancer",
            cite=PRODUCT.at("section 5.2, active cancer", LOCAL),
        ),
        row(
            excluded_by_d_dimer,
            EXCLUSION_LESS_SAFE,
            id="excluded",
            cite=GEERSING_2014.at("exclusion in cancer", U),
        ),
        otherwise(IMAGING_FIRST, id="imaging", cite=_D_DIMER),
    ],
)

SUSPECTED_VTE_IN_CANCER_STEP = step(
    "suspected_vte_in_cancer",
    "A clot suspected in active cancer",
    question=SUSPECTED_VTE_IN_CANCER,
    guideline="veinway",
    subject=EPISODE,
    source=_RISK,
    for_whom=all_of(adult_outpatient_with_suspected_dvt, active_cancer),
    conclusion=CONCLUSION,
    plan=[],
)
