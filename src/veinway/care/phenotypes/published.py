"""Definitions that cohorts and registers publish, as they are, faults included (reference 4, 8.3)."""

from veinway.care.sources import (
    BHF_CCU002,
    CALIBER,
    LOCAL,
    OPENSAFELY_ANTICOAGULANTS,
    OPENSAFELY_OUTCOMES,
    OPENSAFELY_VACCINATED,
    PRODUCT,
)
from veinway.language.phenotypes import phenotype

_UNION = PRODUCT.at("reference 4, section 8.3, the parts of one publication taken together", LOCAL)
_DEATHS = "the cause of death on a certificate: certificates are not read"
_READ_LIST = "most codes of its list for general practice (Read, 62 codes): not read code by code"
_CALIBER = "CALIBER"
_CALIBER_FAULTS = [
    "its list for general practice holds history and the giving of a service, which are no clot",
    "clots of the brain, the portal and the liver veins count as venous thrombosis",
]
_CALIBER_PE_FAULTS = ["its list for general practice holds history and embolectomy"]
_VACCINATED = "OpenSAFELY vaccinated"
_SNOMED_LIST = "most of the 87 SNOMED codes of its list: not read code by code"
_VACCINATED_FAULTS = [
    "a clot of a superficial vein counts as DVT",
    "an obstetric embolism (O88.2) counts as DVT",
    "O87.9 is no clot",
    "its SNOMED list holds saphenous, intracranial and visceral veins",
]
_VACCINATED_PE_FAULTS = [
    "its SNOMED list has two codes, for chronic and recurrent embolism, and lacks 59282003"
]
_BHF = "BHF CCU002_02"
_BHF_FAULTS = ["embolism after an abortion (O08.2), of any material, counts as DVT"]

CALIBER_OTHER = phenotype(
    "caliber_dvt",
    "venous thrombosis other than embolism",
    outcome="dvt",
    body=_CALIBER,
    codes="caliber",
    groups=["other_than_pe"],
    source=CALIBER.at("VTE excluding PE"),
    faults=_CALIBER_FAULTS,
    not_read=[_READ_LIST],
)
CALIBER_PE = phenotype(
    "caliber_pe",
    "embolism",
    outcome="pe",
    body=_CALIBER,
    codes="caliber",
    groups=["pe"],
    source=CALIBER.at("pulmonary embolism"),
    faults=_CALIBER_PE_FAULTS,
)
CALIBER_VTE = phenotype(
    "caliber_vte",
    "both",
    outcome="vte",
    body=_CALIBER,
    codes="caliber",
    groups=["other_than_pe", "pe"],
    source=_UNION,
    faults=[*_CALIBER_FAULTS, *_CALIBER_PE_FAULTS],
    not_read=[_READ_LIST],
)
VACCINATED_DVT = phenotype(
    "opensafely_vaccinated_dvt",
    "DVT, any position",
    outcome="dvt",
    body=_VACCINATED,
    codes="opensafely-post-covid-vaccinated",
    groups=["dvt"],
    source=OPENSAFELY_VACCINATED.at("DVT code lists"),
    faults=_VACCINATED_FAULTS,
    not_read=[_SNOMED_LIST, _DEATHS],
)
VACCINATED_PE = phenotype(
    "opensafely_vaccinated_pe",
    "embolism, any position",
    outcome="pe",
    body=_VACCINATED,
    codes="opensafely-post-covid-vaccinated",
    groups=["pe"],
    source=OPENSAFELY_VACCINATED.at("PE code lists"),
    faults=_VACCINATED_PE_FAULTS,
    not_read=[_DEATHS],
)
VACCINATED_VTE = phenotype(
    "opensafely_vaccinated_vte",
    "DVT, embolism and other veins; those of the brain aside",
    outcome="vte",
    body=_VACCINATED,
    codes="opensafely-post-covid-vaccinated",
    groups=["dvt", "pe", "other"],
    source=_UNION,
    faults=[*_VACCINATED_FAULTS, *_VACCINATED_PE_FAULTS],
    not_read=[_SNOMED_LIST, _DEATHS],
)
OUTCOMES_DVT = phenotype(
    "opensafely_outcomes_dvt",
    "DVT in hospital",
    outcome="dvt",
    body="OpenSAFELY outcomes",
    codes="opensafely-post-covid-outcomes",
    groups=["dvt"],
    source=OPENSAFELY_OUTCOMES.at("hospital codes typed dvt"),
    faults=[
        "a clot of a superficial vein and thrombophlebitis migrans count as DVT",
        "in general practice, mesenteric, axillary and obstetric cerebral veins are typed DVT, while "
        "subclavian, jugular and vena cava are typed other",
    ],
    not_read=["its codes for general practice, and their rule of 3 months since the last one"],
)
ANTICOAGULANTS_VTE = phenotype(
    "opensafely_anticoagulants_vte",
    "venous thromboembolism in hospital",
    outcome="vte",
    body="OpenSAFELY anticoagulants",
    codes="opensafely-anticoagulants-research",
    groups=["vte"],
    source=OPENSAFELY_ANTICOAGULANTS.at("ICD-10 list"),
    faults=["clots of the portal and the liver veins are still in it"],
)
BHF_LISTED = phenotype(
    "bhf_dvt_listed",
    "DVT, as its code list says",
    outcome="dvt",
    body=_BHF,
    codes="bhf-ccu002-02",
    groups=["dvt_listed"],
    source=BHF_CCU002.at("code list"),
    faults=_BHF_FAULTS,
    not_read=["its codes for general practice"],
)
BHF_QUERIED = phenotype(
    "bhf_dvt_queried",
    "DVT, as its query runs",
    outcome="dvt",
    body=_BHF,
    codes="bhf-ccu002-02",
    groups=["dvt_listed", "dvt_queried"],
    source=BHF_CCU002.at("query"),
    faults=["the code list names I80.1 and I80.2, the query takes every I80", *_BHF_FAULTS],
    not_read=["its codes for general practice"],
)
BHF_PE = phenotype(
    "bhf_pe",
    "embolism",
    outcome="pe",
    body=_BHF,
    codes="bhf-ccu002-02",
    groups=["pe"],
    source=BHF_CCU002.at("code list"),
    faults=["the labels of I26.0 and I26.9 are swapped; who is counted is the same"],
    not_read=["its codes for general practice"],
)
PUBLISHED = (
    CALIBER_OTHER,
    VACCINATED_DVT,
    OUTCOMES_DVT,
    BHF_LISTED,
    BHF_QUERIED,
    CALIBER_PE,
    VACCINATED_PE,
    BHF_PE,
    CALIBER_VTE,
    VACCINATED_VTE,
    ANTICOAGULANTS_VTE,
)
