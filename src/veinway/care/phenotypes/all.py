"""All definitions, and what they are compared on."""

from veinway.care.phenotypes.ohdsi import COHORTS
from veinway.care.phenotypes.own import OWN
from veinway.care.phenotypes.published import PUBLISHED
from veinway.language.phenotypes import Outcome, Phenotype

PHENOTYPES: tuple[Phenotype, ...] = (*OWN, *PUBLISHED, *COHORTS)
OUTCOMES: tuple[Outcome, ...] = (
    Outcome("dvt", "Deep vein thrombosis", "veinway_dvt_possible"),
    Outcome("pe", "Pulmonary embolism", "veinway_pe_possible"),
    Outcome("vte", "Deep vein thrombosis or pulmonary embolism", "veinway_vte_possible"),
    Outcome("beside", "Beside it, counted apart", ""),
)
