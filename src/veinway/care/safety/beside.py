"""What is taken beside a direct oral anticoagulant, or before it (P-12 to P-14)."""

from veinway.care.facts.medicines import ingredient, medicine
from veinway.care.facts.person import pregnant
from veinway.care.facts.supplies import anticoagulant_supply, product
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.safety import questions
from veinway.care.safety.outcomes import *
from veinway.care.safety.rules import APIXABAN, DABIGATRAN, EDOXABAN, PARENTERAL, RIVAROXABAN, on_doac
from veinway.care.sources import APIXABAN_LABEL, EDOXABAN_LABEL, LOCAL, PRODUCT, RIVAROXABAN_LABEL
from veinway.language import *

_RULES = PRODUCT.at("reference 2, section 6.14", LOCAL)

# P-12 -----------------------------------------------------------------------------------------------
strong_interaction = any_event(
    medicine,
    ingredient.one_of(
        "ketoconazole",
        "itraconazole",
        "voriconazole",
        "posaconazole",
        "ritonavir",
        "hiv_protease_inhibitor",
        "cobicistat",
        "rifampicin",
        "phenytoin",
        "carbamazepine",
        "phenobarbital",
        "st_johns_wort",
    ),
    in_=within(days(90)),
)
# P-14: people who switch from another anticoagulant by mouth are left out ---------------------------
_ED = any_of(EDOXABAN, DABIGATRAN)
_OTHER_ORAL = any_of(APIXABAN, RIVAROXABAN, product.is_("warfarin"))
_first_ed = date_of_event("first", anticoagulant_supply, _ED)
first_oral_is_edoxaban_or_dabigatran = all_of(
    any_event(anticoagulant_supply, _ED),
    any_event(vte_diagnosis),
    no(any_event(anticoagulant_supply, _OTHER_ORAL, in_=days_before(365, 1, _first_ed))),
)
no_parenteral_before = no(any_event(anticoagulant_supply, PARENTERAL, in_=days_before(30, 5, _first_ed)))

P_12 = step(
    "interacting_medicine",
    "P-12: A strongly interacting medicine beside a direct oral anticoagulant",
    question=questions.INTERACTING_MEDICINE,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac,
    conclusion=table(
        "interacting_medicine_conclusion",
        "A strongly interacting medicine beside a direct oral anticoagulant",
        hit="first",
        source=_RULES,
        rows=[
            row(
                strong_interaction,
                INTERACTING_MEDICINE_FOUND,
                id="P-12",
                cite=APIXABAN_LABEL.section("4.5"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_13 = step(
    "doac_in_pregnancy",
    "P-13: A direct oral anticoagulant in pregnancy",
    question=questions.DOAC_IN_PREGNANCY,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac,
    conclusion=table(
        "doac_in_pregnancy_conclusion",
        "A direct oral anticoagulant in pregnancy",
        hit="first",
        source=_RULES,
        rows=[
            row(pregnant, DOAC_IN_PREGNANCY_FOUND, id="P-13", cite=RIVAROXABAN_LABEL.section("4.3")),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_14 = step(
    "no_lead_in",
    "P-14: Edoxaban or dabigatran without a parenteral drug first",
    question=questions.NO_LEAD_IN,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=first_oral_is_edoxaban_or_dabigatran,
    conclusion=table(
        "no_lead_in_conclusion",
        "Edoxaban or dabigatran without a parenteral drug first",
        hit="first",
        source=_RULES,
        rows=[
            row(no_parenteral_before, NO_LEAD_IN_FOUND, id="P-14", cite=EDOXABAN_LABEL.section("4.2")),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)
