"""Whether the effect of heparin is measured (reference 2, section 6.3)."""

from veinway.care.facts.person import adult, body_weight, pregnant
from veinway.care.facts.treatment import current_anticoagulant, treatment_start, vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, LOTHIAN_DALTEPARIN, PRODUCT, THROMBOSIS_CANADA, U
from veinway.care.treatment.questions import HEPARIN_LEVEL
from veinway.language import *

_TC = THROMBOSIS_CANADA.at("guide on heparins")
# The guide on pregnancy says "extreme weight" and gives no number.
_PREGNANCY = PRODUCT.at("reference 2, section 6.3, extreme weight in pregnancy", LOCAL)

NO_LEVEL = neutral(
    "no_heparin_level",
    "No anti-Xa level as a routine.",
    action="anti_xa_level",
    strength=Strength.DO_NOT,
    short="none",
)
PEAK_LEVEL = neutral(
    "peak_heparin_level",
    "Consider a peak anti-Xa level, 3 to 4 hours after a dose (4 to 6 hours after the third or fourth "
    "dose in other sources). Targets differ: 0.5 to 1.0 IU/mL (NHS Lothian), 0.5 to 1.5 with a "
    "creatinine clearance below 30. Thrombosis Canada's guides differ on a trough level: none, above "
    "0.4, or above 0.5.",
    action="anti_xa_level",
    strength=Strength.CONSIDER,
    short="consider a peak level",
)
APTT = neutral(
    "aptt_on_heparin",
    "aPTT every 6 hours until two in a row are in the laboratory's range, then daily; platelets as "
    "well.",
    action="aptt",
    strength=Strength.OFFER,
    short="aPTT every 6 hours",
)
_heparin = current_anticoagulant.is_("heparin")
_clot_on_treatment = any_event(
    vte_diagnosis, in_=days_after(1, 36500, anchor=date_of_event("last", treatment_start))
)
_extreme = any_of(body_weight < 50, body_weight > 100)

CONCLUSION = table(
    "heparin_level_conclusion",
    "Whether the effect of heparin is measured",
    hit="first",
    source=_TC,
    rows=[
        row(_heparin, APTT, id="unfractionated", cite=_TC),
        row(creatinine_clearance < 30, PEAK_LEVEL, id="kidneys", cite=_TC),
        row(body_weight > 120, PEAK_LEVEL, id="weight", cite=_TC),
        row(all_of(pregnant, _extreme), PEAK_LEVEL, id="pregnancy", cite=_PREGNANCY),
        row(_clot_on_treatment, PEAK_LEVEL, id="recurrence", cite=_TC),
        otherwise(NO_LEVEL, cite=_TC),
    ],
)
HEPARIN_LEVEL_TC = step(
    "heparin_level_tc",
    "Measuring the effect of heparin",
    question=HEPARIN_LEVEL,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=all_of(adult, current_anticoagulant.one_of("lmwh", "heparin")),
    conclusion=CONCLUSION,
    plan=[
        action(
            "potassium_on_heparin",
            "Potassium before heparin where there is a risk, and weekly once it is given for more than "
            "7 days.",
            when=current_anticoagulant.one_of("lmwh", "heparin"),
            strength=Strength.CONSIDER,
            cite=LOTHIAN_DALTEPARIN.at("potassium, from memory", U),
        ),
    ],
)
