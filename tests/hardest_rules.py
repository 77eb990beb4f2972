"""The hardest rules of the references, written to shape the language. They are tests, not care.

Three are shipped: NICE rows D2 to D16 with their windows (`veinway.care.imaging.nice`), which
anticoagulant, NICE rows N1 to N7 (`veinway.care.treatment.choice.nice`), and prophylaxis with a leg in
plaster (`veinway.care.prevention.prophylaxis.leg_cast`).
"""

from __future__ import annotations

from veinway.care.measures import creatinine_clearance
from veinway.language import *
from veinway.language.values import Interval

TEST = Source("TEST", "Clinical references 1 to 4", "2026")


def _of(place: str, tag: Tag = Tag.SECONDARY) -> Cite:
    return TEST.at(place, tag)


def _asked(key: str, *, cost: Cost = Cost.ASK) -> YesNo:
    return yes_no(key, key.replace("_", " "), ask=f"{key}?", source=_of("facts"), cost=cost)


def _number(key: str, unit: str, step: str, low: str, high: str) -> Measure:
    return measure(
        key, key, ask=f"{key}?", source=_of("facts"), unit=unit, step=step, domain=(low, high)
    )


# 1. Triage: sudden breathlessness with a risk (TR-E7), and what unknown means ---------------------

breathlessness = choice(
    "breathlessness",
    "breathlessness",
    {"none": "none", "new_mild": "new, mild", "sudden": "sudden", "severe": "severe"},
    ask="Is it harder to breathe than usual?",
    source=_of("1.4 Q2"),
)
risks = tuple(map(_asked, ("pregnant_now", "cancer", "surgery_or_bed", "past_clot", "oestrogen")))
days_after_birth = _number("days_after_birth", "d", "1", "0", "10000000")
collapse = _asked("collapse")

EMERGENCY_NOW = escalates("emergency_now", "Call the emergency number now.", rank=3, timing="now")
SAME_DAY = neutral("urgent_same_day", "A clinician today.", rank=2)
SELF_CARE = commits("self_care", "Advice only.", rank=0)

TRIAGE = table(
    "triage",
    "Triage",
    hit="worst",
    source=_of("1.5"),
    rows=[
        row(collapse, EMERGENCY_NOW, id="TR-E1", cite=_of("1.5 TR-E1")),
        row(breathlessness.is_("severe"), EMERGENCY_NOW, id="TR-E2", cite=_of("1.5 TR-E2")),
        row(
            all_of(breathlessness.is_("sudden"), any_of(*risks, days_after_birth <= 42)),
            EMERGENCY_NOW,
            id="TR-E7",
            cite=_of("1.5 TR-E7", Tag.LOCAL),
        ),
        row(breathlessness.one_of("new_mild", "sudden"), SAME_DAY, id="TR-U3", cite=_of("1.5 TR-U3")),
        otherwise(SELF_CARE, cite=_of("1.5 self-care", Tag.LOCAL)),
    ],
    meanwhile=[otherwise(SAME_DAY, id="unknown_red_flag", cite=_of("1.5 output rule 1", Tag.LOCAL))],
)

# 3. Clearance at its thresholds -------------------------------------------------------------------

KIDNEY_BANDS = table(
    "kidney_bands",
    "Band of the clearance",
    hit="unique",
    source=_of("reference 2, 1.1"),
    rows=[
        row(creatinine_clearance < 15, neutral("kidney_failure", "Below 15."), cite=_of("1.1")),
        row(
            all_of(creatinine_clearance >= 15, creatinine_clearance < 30),
            neutral("severe", "15 to below 30."),
            cite=_of("1.1"),
        ),
        row(between(creatinine_clearance, 30, 50), neutral("moderate", "30 to 50."), cite=_of("1.1")),
        row(creatinine_clearance > 50, neutral("above_50", "Above 50."), cite=_of("1.1")),
    ],
)

# 4. Dalteparin by weight: half-open bands, so that 56.5 kg has one -------------------------------

weight = _number("weight", "kg", "0.1", "0.1", "650")
DALTEPARIN_DOSE = table(
    "dalteparin_dose",
    "Dalteparin, UK weight bands",
    hit="unique",
    source=_of("reference 2, 1.4.5", Tag.CONFIRMED),
    rows=[
        row(weight < 46, dose("iu_7500", "7,500 IU once daily"), cite=_of("bands")),
        row(
            all_of(weight >= 46, weight < 57),
            dose("iu_10000", "10,000 IU once daily"),
            cite=_of("bands"),
        ),
        row(
            all_of(weight >= 57, weight < 69),
            dose("iu_12500", "12,500 IU once daily"),
            cite=_of("bands"),
        ),
        row(
            all_of(weight >= 69, weight < 83),
            dose("iu_15000", "15,000 IU once daily"),
            cite=_of("bands"),
        ),
        row(weight >= 83, dose("iu_18000", "18,000 IU once daily"), cite=_of("bands")),
    ],
)
active_bleeding = _asked("active_bleeding")
DALTEPARIN_VERDICT = table(
    "dalteparin_verdict",
    "Dalteparin: does it suit",
    hit="worst",
    source=_of("reference 2, 1.3"),
    rows=[
        row(active_bleeding, neutral("contraindicated", "Active bleeding.", rank=5), cite=_of("bars")),
        otherwise(commits("allowed", "Nothing speaks against it."), cite=_of("bars")),
    ],
)
DALTEPARIN = drug(
    "dalteparin",
    "dalteparin",
    family="lmwh",
    verdict=DALTEPARIN_VERDICT,
    phases=[
        phase(
            "treatment",
            "treatment",
            dose=DALTEPARIN_DOSE,
            lasts=until_review(),
            source=_of("reference 2, 1.4.5"),
        )
    ],
    known_first=[weight],
    source=_of("reference 2, 1.4.5"),
)

# 5. Time in therapeutic range ---------------------------------------------------------------------

inr_value = _number("value", "1", "0.1", "0", "50")
INR_TEST = Event("inr_test", "INR", attributes=(inr_value,), ask="INRs?", source=_of("6.9"))


def time_in_range(low: int, high: int) -> SeriesMeasure:
    """Rosendaal with the range in tenths, ends included; a gap of 56 days counts, one of 57 does not."""
    return SeriesMeasure(
        f"time_in_range_{low}_{high}",
        "Time in therapeutic range",
        any_event(INR_TEST).of,
        inr_value,
        "time_in_range_rosendaal",
        (("high", high), ("longest_gap", 56), ("low", low)),
        "%",
        Interval(0, 100),
        inr_value.step,
        _of("reference 2, 6.9"),
    )


TTR = time_in_range(20, 30)
POOR_CONTROL = any_of(
    count(INR_TEST, inr_value > 5, in_=within(months(6))) >= 2,
    any_event(INR_TEST, inr_value > 8, in_=within(months(6))),
    count(INR_TEST, inr_value < "1.5", in_=within(months(6))) >= 2,
)

# 7. Villalta: eleven items from 0 to 3, and the ulcer ---------------------------------------------

villalta_items = [_number(f"villalta_{n}", "1", "1", "0", "3") for n in range(1, 12)]
ulcer = _asked("ulcer", cost=Cost.EXAMINE)
NONE, MILD, MODERATE, SEVERE = (Band(key, key) for key in ("none", "mild", "moderate", "severe"))
VILLALTA = score(
    "villalta",
    "Villalta scale",
    source=_of("reference 3, 5.2", Tag.CONFIRMED),
    items=[points_from(item) for item in villalta_items],
    bands=[below(5, NONE), below(10, MILD), below(15, MODERATE), from_(15, SEVERE)],
    overridden=override(ulcer, SEVERE),
    for_whom=_number("days_since_dvt", "d", "1", "0", "36500") >= 90,
)

# 8. PESI: points from the age itself --------------------------------------------------------------

pesi_age = _number("pesi_age", "a", "1", "18", "130")
male, cancer_ever, heart_failure, lung_disease, altered = map(
    _asked, ("male", "cancer_ever", "heart_failure", "lung_disease", "altered_mental_status")
)
pulse = _number("pulse", "/min", "1", "0", "400")
systolic = _number("systolic", "mm[Hg]", "1", "0", "350")
breaths = _number("breaths", "/min", "1", "0", "120")
temperature = _number("temperature", "Cel", "0.1", "10", "46")
saturation = _number("saturation", "%", "0.1", "0", "100")
CLASSES = [Band(key, f"class {key}") for key in ("I", "II", "III", "IV", "V")]
PESI = score(
    "pesi",
    "PESI",
    source=_of("reference 3, 1.2", Tag.CONFIRMED),
    items=[
        points_from(pesi_age),
        points(10, male),
        points(30, cancer_ever),
        points(10, heart_failure),
        points(10, lung_disease),
        points(20, pulse >= 110),
        points(30, systolic < 100),
        points(20, breaths >= 30),
        points(20, temperature < 36),
        points(60, altered),
        points(20, saturation < 90),
    ],
    bands=[up_to(total, band) for total, band in zip((65, 85, 105, 125), CLASSES, strict=False)]
    + [above(125, CLASSES[4])],
    for_whom=None,
)
SPESI = score(
    "spesi",
    "sPESI",
    source=_of("reference 3, 1.2", Tag.CONFIRMED),
    items=[
        points(1, pesi_age > 80),
        points(1, cancer_ever),
        points(1, any_of(heart_failure, lung_disease)),
        points(1, pulse >= 110),
        points(1, systolic < 100),
        points(1, saturation < 90),
    ],
    bands=[below(1, Band("low", "low")), from_(1, Band("high", "high"))],
    for_whom=None,
)

# 9. The life of a filter --------------------------------------------------------------------------

in_trial, qualifying_vte, bar_to_anticoagulation = map(
    _asked, ("in_trial", "qualifying_vte", "bar_to_anticoagulation")
)
residual_clot = _asked("residual_clot", cost=Cost.SCAN)
vte_age_days = _number("vte_age_days", "d", "1", "0", "36500")
CONSIDER_FILTER = commits("consider_filter", "Consider a retrievable filter; the plan comes first.")
NO_FILTER = commits("no_filter", "No filter.", strength=Strength.DO_NOT)
NO_FILTER_USUALLY = commits("no_filter_usually", "Usually no filter.", strength=Strength.DO_NOT)
SPECIALIST_DECIDES = neutral("specialist_decision", "A specialist decides.")
FILTER = table(
    "filter",
    "Inferior vena cava filter",
    hit="first",
    source=_of("reference 3, 4.2"),
    rows=[
        # Matches only when known: an unasked trial question must not block every patient.
        row(
            presume(in_trial, NO, because="no trial is recorded", source=_of("4.2", Tag.LOCAL)),
            neutral("per_trial_protocol", "As the trial says."),
            id="IVC-11",
            cite=_of("IVC-11", Tag.UNCONFIRMED),
        ),
        row(no(qualifying_vte), NO_FILTER, id="IVC-01", cite=_of("IVC-01", Tag.CONFIRMED)),
        row(
            all_of(bar_to_anticoagulation, vte_age_days <= 30),
            CONSIDER_FILTER,
            id="IVC-03",
            cite=_of("IVC-03", Tag.CONFIRMED),
        ),
        row(
            all_of(bar_to_anticoagulation, between(vte_age_days, 31, 90), residual_clot),
            SPECIALIST_DECIDES,
            id="IVC-05",
            cite=_of("IVC-05"),
        ),
        row(bar_to_anticoagulation, NO_FILTER_USUALLY, id="IVC-04", cite=_of("IVC-04")),
        otherwise(NO_FILTER, id="IVC-02", cite=_of("IVC-02", Tag.CONFIRMED)),
    ],
)
happening = choice(
    "what",
    "what happened",
    {k: k for k in ("inserted", "booked", "retrieved", "attempt_failed", "permanent", "died", "lost")},
    ask="What happened to the filter?",
    source=_of("4.5"),
)
FILTER_EVENT = Event("filter_event", "Filter", attributes=(happening,), ask="What?", source=_of("4.5"))
now = last(FILTER_EVENT, happening)
days_in_place = days_since("first", FILTER_EVENT, happening.is_("inserted"))
FILTER_STATE = table(
    "filter_state",
    "State of a filter",
    hit="first",
    source=_of("reference 3, 4.5", Tag.LOCAL),
    rows=[
        row(now.is_("retrieved"), neutral("retrieved", "Retrieved."), cite=_of("4.5")),
        row(now.is_("died"), neutral("died", "Died."), cite=_of("4.5")),
        row(now.is_("permanent"), neutral("permanent", "Declared permanent."), cite=_of("4.5")),
        row(now.is_("lost"), escalates("lost", "Lost to follow-up."), cite=_of("4.5")),
        row(
            days_in_place > 84, escalates("overdue", "In place for more than 12 weeks."), cite=_of("4.5")
        ),
        row(now.is_("booked"), neutral("retrieval_booked", "Retrieval is booked."), cite=_of("4.5")),
        row(
            now.is_("attempt_failed"), escalates("attempt_failed", "An attempt failed."), cite=_of("4.5")
        ),
        row(days_in_place > 56, escalates("retrieval_due", "Retrieval is due."), cite=_of("4.5")),
        otherwise(neutral("in_place", "In place."), cite=_of("4.5")),
    ],
)

RULES = (
    TRIAGE,
    KIDNEY_BANDS,
    DALTEPARIN_DOSE,
    TTR,
    VILLALTA,
    PESI,
    SPESI,
    FILTER,
    FILTER_STATE,
)
