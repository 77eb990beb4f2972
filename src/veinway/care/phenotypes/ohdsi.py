"""Cohort definitions of the OHDSI phenotype library (reference 4, section 8.3).

They name a concept with its descendants. Only descendants whose name says that they are are listed here:
the hierarchy of SNOMED CT is the user's own, so that the numbers are at least of these codes.
"""

from veinway.care.sources import OHDSI
from veinway.language.phenotypes import Clean, phenotype

_BODY = "OHDSI"
_TREE = "descendants beyond those that are listed: the hierarchy of SNOMED CT is not shipped"
_NO_WASHOUT = "it counts old clots as new: no time without one is asked for"
_DVT = ["dvt", "dvt_deep_phlebitis", "dvt_obstetric", "dvt_chronic"]
_PE = ["pe", "pe_obstetric", "pe_chronic"]

COHORTS = (
    phenotype(
        "ohdsi_639",
        "cohort 639, deep venous thrombosis, all events",
        outcome="dvt",
        body=_BODY,
        codes="ohdsi",
        groups=_DVT,
        source=OHDSI.at("cohort 639"),
        faults=[_NO_WASHOUT],
        not_read=[_TREE],
    ),
    phenotype(
        "ohdsi_1088",
        "cohort 1088, deep venous thrombosis after 365 days without one",
        outcome="dvt",
        body=_BODY,
        codes="ohdsi",
        groups=["dvt", "dvt_obstetric"],
        source=OHDSI.at("cohort 1088"),
        clean=Clean(365),
        faults=["deep phlebitis of a leg is left out, which others count as DVT"],
        not_read=[_TREE],
    ),
    phenotype(
        "ohdsi_1152",
        "cohorts 247 and 1152, deep venous thrombosis after 365 days without one",
        outcome="dvt",
        body=_BODY,
        codes="ohdsi",
        groups=_DVT,
        source=OHDSI.at("cohorts 247 and 1152"),
        clean=Clean(365),
        faults=["its text says 30 days and its logic 365; the logic is what runs, here too"],
        not_read=[_TREE, "veins of the arm, the neck and the belly that it includes"],
    ),
    phenotype(
        "ohdsi_595",
        "cohort 595, pulmonary embolism, all events",
        outcome="pe",
        body=_BODY,
        codes="ohdsi",
        groups=_PE,
        source=OHDSI.at("cohort 595"),
        faults=[_NO_WASHOUT],
        not_read=[_TREE],
    ),
    phenotype(
        "ohdsi_1090",
        "cohort 1090, pulmonary embolism after 365 days without one",
        outcome="pe",
        body=_BODY,
        codes="ohdsi",
        groups=["pe", "pe_obstetric"],
        source=OHDSI.at("cohort 1090"),
        clean=Clean(365),
        not_read=[_TREE],
    ),
    phenotype(
        "ohdsi_614",
        "cohort 614, venous thrombosis, all events",
        outcome="vte",
        body=_BODY,
        codes="ohdsi",
        groups=[*_DVT, "venous", "venous_excluded"],
        source=OHDSI.at("cohort 614"),
        faults=[
            "haemorrhoids and veins of the retina, the portal system and the liver seem to be below it",
            "embolism is not in it",
            _NO_WASHOUT,
        ],
        not_read=[_TREE],
    ),
    phenotype(
        "ohdsi_1005",
        "cohort 1005, venous thromboembolism, a new era after 180 days",
        outcome="vte",
        body=_BODY,
        codes="ohdsi",
        groups=["dvt", "dvt_deep_phlebitis", "dvt_chronic", "pe", "pe_chronic", "venous"],
        source=OHDSI.at("cohort 1005"),
        clean=Clean(180),
        faults=["no treatment is asked for", "one code is of ICD-9"],
        not_read=[_TREE, "pulmonary infarction, of which no SNOMED code was seen"],
    ),
)
