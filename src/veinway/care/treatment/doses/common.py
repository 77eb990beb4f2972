"""What several drugs share: no dose, whom a phase is for, and days that count towards a loading."""

from fractions import Fraction

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.dosing import creatinine_test
from veinway.care.facts.findings import svt_sfj_distance_cm
from veinway.care.facts.treatment import (
    current_anticoagulant,
    indication,
    label_region,
    treatment_start,
)
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import CALISTO_2013, ESC_2019, LOCAL, NG158, PRODUCT, RENOVE_2025, S
from veinway.language import *
from veinway.language.values import Interval

CONVENTIONS = PRODUCT.at("reference 2, section 0.2", LOCAL)

NO_DOSE = neutral("no_dose", "There is no dose here.", short="no dose")
not_while_bleeding = row(active_bleeding, NO_DOSE, id="bleeding", cite=CONVENTIONS)
SPECIALIST_DOSE = neutral(
    "specialist_dose", "No printed dose: a specialist decides.", short="specialist decides"
)

# At exactly 3.0 cm it lies within 3 cm of the junction, and is treated as a deep clot (W-31).
short_course = all_of(indication.is_("svt"), svt_sfj_distance_cm > 3)
as_a_deep_clot = no(short_course)
first_months = all_of(as_a_deep_clot, no(indication.is_("extended_prevention")))
SHORT_COURSE = CALISTO_2013.at("abstract")

credit_parenteral_days = Parameter(
    "credit_parenteral_days",
    "Days of an injected anticoagulant count towards the loading of apixaban or rivaroxaban (1: yes)",
    "1",
    Fraction(1),
    Interval(0, 1),
    Fraction(0),
    ESC_2019.section("7.2.1"),
)
parenteral_days = days_since("last", treatment_start)
days_are_credited = all_of(
    credit_parenteral_days >= 1, current_anticoagulant.one_of("lmwh", "fondaparinux", "heparin")
)

STALE_CREATININE = flag(
    "stale_creatinine",
    "The creatinine that the dose goes by is more than 7 days old.",
    when=days_since("last", creatinine_test) > 7,
    source=PRODUCT.at("reference 2, section 1.1, age of the creatinine", LOCAL),
)
CANADIAN_LABEL = flag(
    "region_specific",
    "The Canadian label was not read: the doses are those of the EU and UK labels.",
    when=label_region.is_("ca"),
    source=CONVENTIONS,
)
BELOW_15 = creatinine_clearance < 15


def treatment_phase(dose: Table, source: Cite) -> Phase:
    """The treatment of a deep clot, to the end of month 6."""
    return phase(
        "treatment",
        "Treatment",
        dose=dose,
        lasts=up_to_month(months(6)),
        source=source,
        when=first_months,
    )


def extended_phase(dose: Table, source: Cite) -> Phase:
    """What follows after month 6, for as long as a review lets it go on."""
    return phase(
        "extended",
        "After six months, if it goes on",
        dose=dose,
        lasts=until_review(),
        source=source,
        when=as_a_deep_clot,
    )


def loading_phase(label: str, dose: Table, *, doses: int) -> Phase:
    """A loading of so many doses, less the days of injections that count towards it."""
    return phase(
        "loading",
        label,
        dose=dose,
        lasts=for_doses(doses, credit=parenteral_days, credit_if=days_are_credited),
        source=CONVENTIONS,
        when=first_months,
    )


BLOODS = NG158.section("1.3, baseline bloods", S, "GPnotebook")


def one_dose_before_bloods(
    dose: Table, *, when: YesNoExpression | None = None, weight: Measure | None = None
) -> Phase:
    """What may be given once, while nothing but blood results is awaited."""
    return phase(
        "first_dose",
        "One dose before blood results",
        dose=dose,
        lasts=for_doses(1),
        source=BLOODS,
        when=when,
        weight=weight,
    )


def reduced_dose_disputed(*, when: YesNoExpression) -> Flag:
    """What is said of the dose after month 6 by a trial and by a guideline."""
    return flag(
        "guideline_disagreement",
        "In people at high risk of another clot, RENOVE did not show that the reduced dose is as good "
        "as the full one; Thrombosis Canada calls them equally effective.",
        when=when,
        source=RENOVE_2025.at("primary outcome", S, "reference 2, section 3.5"),
    )


REVIEWS = [
    review(
        "review_bloods_within_24h",
        "Review blood count, kidney and liver function, PT and APTT, and act on them.",
        after=days(1),
        source=BLOODS,
    ),
    review(
        "three_month_review",
        "Decide whether treatment stops or goes on.",
        after=months(3),
        source=PRODUCT.at("reference 2, section 3.2", LOCAL),
    ),
    review(
        "six_month_dose_review",
        "If it goes on: decide on the dose.",
        after=months(6),
        source=PRODUCT.at("reference 2, section 3.5", LOCAL),
    ),
]
