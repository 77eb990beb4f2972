"""What is done about a missed dose: the label, and Thrombosis Canada (reference 2, section 6.11)."""

from veinway.care.facts.person import adult
from veinway.care.facts.procedure import (
    dose_missed,
    hours_to_next_dose,
    missed_dose_of_day,
    missed_over_24_hours,
    noticed_the_same_day,
)
from veinway.care.facts.treatment import current_anticoagulant, treatment_start
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    EDOXABAN_LABEL,
    LOCAL,
    PRODUCT,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    U,
)
from veinway.care.treatment.questions import MISSED_DOSE
from veinway.care.treatment.taken import on_doac
from veinway.language import *

_APIXABAN = APIXABAN_LABEL.section("4.2")
_RIVAROXABAN = RIVAROXABAN_LABEL.section("4.2")
_EDOXABAN = EDOXABAN_LABEL.section("4.2")
_DABIGATRAN = DABIGATRAN_LABEL.section("4.2")
_TC = THROMBOSIS_CANADA.at("questions on DOACs")
_DESIGN = PRODUCT.at("reference 2, section 6.11", LOCAL)
_GENERAL = PRODUCT.at("reference 2, section 6.11, injections and warfarin", U)

TAKE_NOW = commits(
    "take_missed_now",
    "Take it at once; it may be taken together with the evening dose.",
    action="missed_dose",
    short="take it now",
)
TAKE_NOW_TOGETHER = commits(
    "take_missed_now_together",
    "Take it at once, two tablets of 15 mg together if need be, to reach 30 mg on that day.",
    action="missed_dose",
    short="take it now, two together if need be",
)
TAKE_NOW_NEVER_DOUBLE = commits(
    "take_missed_now_never_double",
    "Take it at once, on the same day; the next one at the usual time. Never take two.",
    action="missed_dose",
    short="take it now, never two",
)
SKIP = commits(
    "skip_missed",
    "Leave it out; take the next one at the usual time. Never take two.",
    action="missed_dose",
    strength=Strength.DO_NOT,
    short="leave it out",
)
NEXT_AS_PLANNED = commits(
    "next_as_planned",
    "Take the next one at the usual time; what was missed is not made up.",
    action="missed_dose",
    strength=Strength.DO_NOT,
    short="leave it out",
)
# What is only from general knowledge is an outcome of its own, and waits for a clinician.
TAKE_UNCONFIRMED = commits(
    "take_missed_unconfirmed",
    "Take it as soon as it is noticed, the next one at the usual time, never two: not confirmed.",
    action="missed_dose",
    short="take it now, never two",
)
SKIP_UNCONFIRMED = commits(
    "skip_missed_unconfirmed",
    "Leave it out, never take two: not confirmed.",
    action="missed_dose",
    strength=Strength.DO_NOT,
    short="leave it out",
)
NO_RULE = silent("no_rule_for_missed_dose", "Nothing that was read speaks of missing this drug.")

_drug = current_anticoagulant
_days = days_since("last", treatment_start)
_rivaroxaban_loading = all_of(_drug.is_("rivaroxaban"), _days < 21)
_apixaban_loading = all_of(_drug.is_("apixaban"), _days < 7)
_morning = missed_dose_of_day.is_("morning")
_for_whom = all_of(
    adult,
    presume(
        dose_missed,
        NO,
        because="no missed dose is recorded",
        source=PRODUCT.at("presumption on missed doses", LOCAL),
    ),
    no(_drug.is_("none")),
)

LABEL_TABLE = table(
    "missed_dose_label_conclusion",
    "What is done about a missed dose, product information",
    hit="first",
    source=_APIXABAN,
    rows=[
        row(
            all_of(_rivaroxaban_loading, noticed_the_same_day),
            TAKE_NOW_TOGETHER,
            id="rivaroxaban, loading",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_drug.is_("rivaroxaban"), noticed_the_same_day),
            TAKE_NOW_NEVER_DOUBLE,
            id="rivaroxaban",
            cite=_RIVAROXABAN,
        ),
        row(_drug.is_("rivaroxaban"), SKIP, id="rivaroxaban, later", cite=_RIVAROXABAN),
        row(
            all_of(_drug.is_("apixaban"), _morning, noticed_the_same_day),
            TAKE_NOW,
            id="apixaban, morning",
            cite=_APIXABAN,
        ),
        row(
            all_of(_drug.is_("apixaban"), noticed_the_same_day),
            TAKE_NOW_NEVER_DOUBLE,
            id="apixaban, evening",
            cite=_APIXABAN,
        ),
        row(_drug.is_("apixaban"), SKIP, id="apixaban, later", cite=_APIXABAN),
        row(
            all_of(_drug.is_("edoxaban"), noticed_the_same_day),
            TAKE_NOW_NEVER_DOUBLE,
            id="edoxaban",
            cite=_EDOXABAN,
        ),
        row(_drug.is_("edoxaban"), SKIP, id="edoxaban, later", cite=_EDOXABAN),
        row(
            all_of(_drug.is_("dabigatran"), hours_to_next_dose >= 6),
            TAKE_NOW_NEVER_DOUBLE,
            id="dabigatran, 6 hours before the next",
            cite=_DABIGATRAN,
        ),
        row(_drug.is_("dabigatran"), SKIP, id="dabigatran, later", cite=_DABIGATRAN),
        row(
            all_of(_drug.is_("lmwh"), hours_to_next_dose > 12),
            TAKE_UNCONFIRMED,
            id="lmwh",
            cite=_GENERAL,
        ),
        row(
            all_of(_drug.is_("warfarin"), noticed_the_same_day),
            TAKE_UNCONFIRMED,
            id="warfarin",
            cite=_GENERAL,
        ),
        row(
            _drug.one_of("lmwh", "warfarin"), SKIP_UNCONFIRMED, id="lmwh, warfarin, later", cite=_GENERAL
        ),
        otherwise(NO_RULE, cite=_DESIGN),
    ],
)
TC_TABLE = table(
    "missed_dose_tc_conclusion",
    "What is done about a missed dose, Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_apixaban_loading, TAKE_NOW, id="apixaban, first 7 days", cite=_TC),
        row(_rivaroxaban_loading, TAKE_NOW_TOGETHER, id="rivaroxaban, first 21 days", cite=_TC),
        row(
            on_doac,
            NEXT_AS_PLANNED,
            id="DOAC",
            cite=_TC,
        ),
        otherwise(NO_RULE, cite=_TC),
    ],
)
MISSED_LABEL = step(
    "missed_dose_label",
    "A missed dose, product information",
    question=MISSED_DOSE,
    guideline="label",
    subject=PERSON,
    source=_APIXABAN,
    for_whom=_for_whom,
    conclusion=LABEL_TABLE,
    plan=[
        action(
            "contact_about_missed_doses",
            "No dose for more than 24 hours in the first 3 weeks: contact the service.",
            when=all_of(missed_over_24_hours, _days < 21),
            cite=_DESIGN,
        ),
    ],
)
MISSED_TC = step(
    "missed_dose_tc",
    "A missed dose, Thrombosis Canada",
    question=MISSED_DOSE,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_for_whom,
    conclusion=TC_TABLE,
    plan=[],
)
