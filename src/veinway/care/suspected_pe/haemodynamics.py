"""Haemodynamic instability: each guideline's own numbers, and what the routing takes for unstable.

The definitions differ at single points: a fall of exactly 40 mmHg, and exactly 15 minutes.
"""

from veinway.care.facts.alarm import (
    arm_symptoms,
    chest_symptoms,
    haemodynamic_instability,
    leg_symptoms,
)
from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.chest_tests import pe_suspected_without_chest_symptoms
from veinway.care.facts.circulation import (
    cardiac_arrest,
    end_organ_hypoperfusion,
    hypotension_minutes,
    other_cause_of_hypotension,
    sbp_fall,
    vasopressors,
)
from veinway.care.facts.person import adult
from veinway.care.questions import HAEMODYNAMIC_INSTABILITY
from veinway.care.sources import AHA_2026, ESC_2019, LOCAL, PRODUCT, S
from veinway.care.suspected_pe.outcomes import (
    ARREST,
    LASTING_HYPOTENSION,
    PASSING_HYPOTENSION,
    SHOCK,
    STABLE,
)
from veinway.language import *

SHEET = "a third-party extraction"
_TABLE = ESC_2019.table(4)
_CATEGORIES = AHA_2026.at("clinical categories D and E", S, SHEET)
_NO_USUAL_PRESSURE = "no usual pressure is on record, and 100 mmHg or more is rarely a deep fall"
_SILENT_FALL = PRODUCT.at("presumption on a fall of the pressure", LOCAL)

_SAID_NO = "a clinician said that there is no arrest, no shock and no lasting low pressure"
_SILENT_SIGNS = PRODUCT.at("presumption on signs of instability", LOCAL)
_nobody_unstable = no(haemodynamic_instability)
arrest = presume(cardiac_arrest, NO, when=_nobody_unstable, because=_SAID_NO, source=_SILENT_SIGNS)
pressure_is_held = presume(
    vasopressors, NO, when=_nobody_unstable, because=_SAID_NO, source=_SILENT_SIGNS
)
low_pressure = systolic_bp < 90
# A plain "no" speaks for the perfusion of somebody whose pressure is not low; below 90 it is examined.
poorly_perfused = presume(
    end_organ_hypoperfusion,
    NO,
    when=all_of(_nobody_unstable, no(low_pressure)),
    because=_SAID_NO,
    source=_SILENT_SIGNS,
)
fallen_by_40 = presume(
    sbp_fall >= 40, NO, when=systolic_bp >= 100, because=_NO_USUAL_PRESSURE, source=_SILENT_FALL
)
fallen_by_more_than_40 = presume(
    sbp_fall > 40, NO, when=systolic_bp >= 100, because=_NO_USUAL_PRESSURE, source=_SILENT_FALL
)

ESC_INSTABILITY = table(
    "haemodynamic_instability_esc",
    "Haemodynamic instability, by ESC 2019",
    hit="first",
    source=_TABLE,
    rows=[
        row(arrest, ARREST, id="arrest", cite=_TABLE),
        row(
            all_of(any_of(low_pressure, pressure_is_held), poorly_perfused),
            SHOCK,
            id="shock",
            cite=_TABLE,
        ),
        row(
            all_of(
                any_of(low_pressure, fallen_by_40),
                hypotension_minutes > 15,
                no(other_cause_of_hypotension),
            ),
            LASTING_HYPOTENSION,
            id="hypotension",
            cite=_TABLE,
        ),
        otherwise(STABLE, cite=_TABLE),
    ],
)
AHA_INSTABILITY = table(
    "haemodynamic_instability_aha",
    "Low pressure in suspected embolism, by AHA/ACC 2026",
    hit="first",
    source=_CATEGORIES,
    rows=[
        row(arrest, ARREST, id="arrest", cite=_CATEGORIES),
        row(
            all_of(any_of(low_pressure, fallen_by_more_than_40), hypotension_minutes >= 15),
            LASTING_HYPOTENSION,
            id="E1",
            cite=_CATEGORIES,
        ),
        row(
            all_of(any_of(low_pressure, fallen_by_more_than_40), hypotension_minutes < 15),
            PASSING_HYPOTENSION,
            id="D1",
            cite=_CATEGORIES,
        ),
        otherwise(STABLE, cite=_CATEGORIES),
    ],
)
unstable_by_esc = ESC_INSTABILITY.one_of(ARREST, SHOCK, LASTING_HYPOTENSION)

# A clinician's answer and the measurements are one thing recorded twice: a plain "no" settles it as long
# as no measurement speaks against it. A "yes" is believed whatever was measured. A pressure below 90
# speaks against a "no" until perfusion and duration are known.
low_though_said_no = all_of(
    presume(
        low_pressure,
        NO,
        when=_nobody_unstable,
        because="a clinician said that nobody is in shock, and no low pressure is on record",
        source=_SILENT_SIGNS,
    ),
    unstable_by_esc,
)
_AS_MEASURED = {ARREST.key: 1, SHOCK.key: 1, LASTING_HYPOTENSION.key: 1, STABLE.key: 0}
unstable = any_of(
    haemodynamic_instability,
    low_though_said_no,
    Derived(
        "instability_stated_or_measured",
        "Haemodynamic instability, stated or measured (0 is no, 1 is yes)",
        "1",
        agreed(
            score(
                "instability_as_stated",
                "haemodynamic instability as stated",
                source=_TABLE,
                items=[points(1, haemodynamic_instability)],
                bands=[below(1, Band("no", "no")), from_(1, Band("yes", "yes"))],
                for_whom=None,
            ).total,
            by_choice(ESC_INSTABILITY, _AS_MEASURED),
        ),
        _TABLE,
    )
    >= 1,
)

# Shock is no sign of a leg or an arm: with signs of a clot there, an embolism is suspected.
pe_is_suspected = any_of(
    chest_symptoms,
    all_of(unstable, any_of(leg_symptoms, arm_symptoms)),
    pe_suspected_without_chest_symptoms,
)

# For steps that image at once whatever is known: who is in shock is seen to be, so silence is no.
_BECAUSE_SEEN = "no arrest, shock or low pressure is on record, and shock is seen at once"
_SILENT_SHOCK = PRODUCT.at("presumption on instability where imaging comes first", LOCAL)
_a_sign_on_record = any_of(
    presume(cardiac_arrest, NO, because=_BECAUSE_SEEN, source=_SILENT_SHOCK),
    presume(vasopressors, NO, because=_BECAUSE_SEEN, source=_SILENT_SHOCK),
    presume(low_pressure, NO, because=_BECAUSE_SEEN, source=_SILENT_SHOCK),
    presume(sbp_fall >= 40, NO, because=_BECAUSE_SEEN, source=_SILENT_SHOCK),
)
unstable_on_record = any_of(
    presume(haemodynamic_instability, NO, because=_BECAUSE_SEEN, source=_SILENT_SHOCK),
    all_of(_a_sign_on_record, unstable_by_esc),
)

_SUSPECTED = all_of(adult, pe_is_suspected)
INSTABILITY_BY_ESC = step(
    "instability_esc",
    "Haemodynamic instability, ESC 2019",
    question=HAEMODYNAMIC_INSTABILITY,
    guideline="esc",
    subject=EPISODE,
    source=_TABLE,
    for_whom=_SUSPECTED,
    conclusion=ESC_INSTABILITY,
    plan=[
        action(
            "measure_again_now",
            "The systolic pressure is below 90 mmHg: measure it again now, note since when it is low, "
            "and assess perfusion (mental state, skin, urine, lactate).",
            act="assess_instability",
            when=low_pressure,
            until=unstable_by_esc,
            cite=_TABLE,
        )
    ],
)
INSTABILITY_BY_AHA = step(
    "instability_aha",
    "Haemodynamic instability, AHA/ACC 2026",
    question=HAEMODYNAMIC_INSTABILITY,
    guideline="aha",
    subject=EPISODE,
    source=_CATEGORIES,
    for_whom=_SUSPECTED,
    conclusion=AHA_INSTABILITY,
    plan=[],
)
