"""Veinway's own definitions, in levels that are never added together (reference 4, section 8.5)."""

from veinway.care.sources import LOCAL, PRODUCT
from veinway.language.phenotypes import Clean, Near, Recurrence, phenotype

_BODY = "Veinway"
_AT = PRODUCT.at("reference 4, section 8.5, vte_phenotype", LOCAL)
_INCIDENT = PRODUCT.at("reference 4, section 8.5, incident; interim treatment is left open", LOCAL)

DEEP = ["leg_dvt", "dvt_recurrent", "other_deep", "obstetric_dvt"]
LUNG = ["pe", "pe_recurrent", "obstetric_pe"]
CHRONIC = ["dvt_chronic", "pe_chronic"]
_OF = {
    "dvt": ("DVT", [*DEEP, "dvt_chronic"]),
    "pe": ("embolism of the lung", [*LUNG, "pe_chronic"]),
    "vte": ("clot of either kind", [*DEEP, *LUNG, *CHRONIC]),
}
_NEW = {"dvt": DEEP, "pe": LUNG, "vte": [*DEEP, *LUNG]}
_BEFORE = (*DEEP, *LUNG, *CHRONIC, "history")
_TREATED = [
    Near("anticoagulant", before=30, after=30),
    Near("primary_position"),
    Near("certified_death", after=30),
]
_SHOWN = [
    Near("positive_scan", before=7, after=7),
    Near("procedure", before=7, after=7),
]
_ALIVE = [
    "who has no anticoagulant and no main diagnosis on record did not die of the clot within 30 days, "
    "because certificates are not read"
]
_DEATH = "death within 30 days with a clot certified as its cause: certificates are not read"

POSSIBLE = [
    phenotype(
        f"veinway_{outcome}_possible",
        f"possible: a code of {word}",
        outcome=outcome,
        body=_BODY,
        codes="own",
        groups=groups,
        source=_AT,
    )
    for outcome, (word, groups) in _OF.items()
]
PROBABLE = [
    phenotype(
        f"veinway_{outcome}_probable",
        "probable: possible, and an anticoagulant within 30 days or the main diagnosis of a stay",
        outcome=outcome,
        body=_BODY,
        codes="own",
        groups=groups,
        source=_AT,
        needs=[_TREATED],
        presumed=_ALIVE,
        not_read=[_DEATH],
    )
    for outcome, (_, groups) in _OF.items()
]
CONFIRMED = [
    phenotype(
        f"veinway_{outcome}_confirmed",
        "confirmed: probable, and a scan that showed it or a procedure within 7 days",
        outcome=outcome,
        body=_BODY,
        codes="own",
        groups=groups,
        source=_AT,
        needs=[_TREATED, _SHOWN],
        presumed=_ALIVE,
        not_read=[_DEATH],
    )
    for outcome, (_, groups) in _OF.items()
]
INCIDENT = [
    phenotype(
        f"veinway_{outcome}_incident",
        "incident: possible, and 365 days before it without a clot, its history or treatment",
        outcome=outcome,
        body=_BODY,
        codes="own",
        groups=groups,
        source=_INCIDENT,
        clean=Clean(365, groups=_BEFORE, anticoagulant_from=31, observed=True),
    )
    for outcome, groups in _NEW.items()
]
OTHER_WINDOWS = [
    phenotype(
        f"veinway_vte_incident_{days}",
        f"the same with {days} days, for comparison",
        outcome="vte",
        body=_BODY,
        codes="own",
        groups=_NEW["vte"],
        source=_INCIDENT,
        clean=Clean(days, groups=_BEFORE, anticoagulant_from=31, observed=True),
    )
    for days in (180, 730)
]
RECURRENT = phenotype(
    "veinway_vte_recurrent",
    "recurrent: a second clot more than 90 days after treatment of the first, or a code that says so",
    outcome="vte",
    body=_BODY,
    codes="own",
    groups=_NEW["vte"],
    source=_AT,
    presumed=[
        "a supply of an anticoagulant without an end lasts 90 days at most, because "
        "nobody is supplied for longer at once"
    ],
    recurrence=Recurrence(apart=90, merged=30, lasts=90, groups=("dvt_recurrent", "pe_recurrent")),
)
WITH_UNKNOWN_SITE = phenotype(
    "veinway_vte_with_unknown_site",
    "possible, with codes that do not say which vein, for comparison",
    outcome="vte",
    body=_BODY,
    codes="own",
    groups=[*_OF["vte"][1], "site_unknown"],
    source=_AT,
)
BESIDE = [
    phenotype(
        "veinway_obstetric",
        "in pregnancy or after birth, of the possible ones",
        outcome="beside",
        body=_BODY,
        codes="own",
        groups=["obstetric_dvt", "obstetric_pe"],
        source=_AT,
    ),
    phenotype(
        "veinway_superficial",
        "a clot of a superficial vein",
        outcome="beside",
        body=_BODY,
        codes="own",
        groups=["superficial"],
        source=_AT,
    ),
    phenotype(
        "veinway_unusual_site",
        "a clot at an unusual site, septic ones among them",
        outcome="beside",
        body=_BODY,
        codes="own",
        groups=["unusual_site"],
        source=_AT,
    ),
    phenotype(
        "veinway_site_unknown",
        "a code that does not say whether the vein is deep",
        outcome="beside",
        body=_BODY,
        codes="own",
        groups=["site_unknown"],
        source=_AT,
    ),
]
OWN = (
    *POSSIBLE,
    *PROBABLE,
    *CONFIRMED,
    *INCIDENT,
    *OTHER_WINDOWS,
    RECURRENT,
    WITH_UNKNOWN_SITE,
    *BESIDE,
)
