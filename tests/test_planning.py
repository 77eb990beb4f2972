"""Doses for one patient: what is shown beside them, first doses, credit, and both ways to a plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from veinway.care.facts.person import body_weight
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.treatment.doses.heparin import DOWN_3, HEPARIN_NOMOGRAM, SAME, UP_2, UP_4
from veinway.engine.dosing import ready_made
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, choice_by, option, plan
from veinway.language import (
    Dose,
    Tag,
    amount,
    dose,
    for_doses,
    otherwise,
    phase,
    row,
    table,
)
from veinway.language.drugs import by_weight
from veinway.language.errors import DefinitionError
from veinway.language.sources import Source
from veinway.language.values import Interval, Situation, Truth
from veinway.records.cases import read_case
from veinway.show.dose_words import adjustment_words, beside_words, dose_words

TREATMENT = KNOWLEDGE.chapter("treatment")
GIVEN = ["nothing_against_treatment", "first_clot_today"]
CITE = Source("PLANNING_TEST", "A test", "2026").at("nowhere", Tag.CONFIRMED)


def situation(facts: dict[str, object] | None = None, given: list[str] = GIVEN) -> Situation:
    case = {"at": "2026-03-04T12:00", "given": given, "facts": facts or {}}
    return next(iter(read_case(case, KNOWLEDGE, id_="test").situations.values()))


def of(key: str, facts: dict[str, object] | None = None) -> Option:
    return option(TREATMENT.drugs[key], Reasoner(situation(facts)))


PATIENTS: list[dict[str, object]] = [
    {},
    {"body_weight": {"value": "60.5", "unit": "kg"}, "platelet_count": {"value": 52, "unit": "10*9/L"}},
    {"serum_creatinine": "unknown"},
    {"medicine": "unknown", "age_years": "unknown"},
    {"active_cancer": True, "indication": "pe", "label_region": "us"},
    {"pregnant": True, "sex_at_birth": "female", "age_years": 30},
    {"indication": "svt", "svt_sfj_distance_cm": {"value": "3.1", "unit": "cm"}},
]


@pytest.mark.parametrize("facts", PATIENTS)
def test_a_plan_in_one_pass_says_what_the_definition_says(facts: dict[str, object]) -> None:
    subject = situation(facts)
    choice = choice_by(TREATMENT, "nice")
    made = {each.drug.key: each for each in plan(TREATMENT, Reasoner(subject), choice).options}
    reasoner = Reasoner(subject)
    for drug in TREATMENT.drugs.values():
        one, other = option(drug, reasoner), made[drug.key]
        assert (one.standing, one.offered, one.missing) == (other.standing, other.offered, other.missing)
        assert [r.row.id for r in one.reasons] == [r.row.id for r in other.reasons]
        assert [(f.flag.key, f.truth) for f in one.flags] == [(f.flag.key, f.truth) for f in other.flags]
        assert [o.key for o in one.near] == [o.key for o in other.near]
        for mine, theirs in zip(one.phases, other.phases, strict=True):
            assert (mine.phase, mine.given, mine.amount) == (theirs.phase, theirs.given, theirs.amount)
            assert {o.key for o in mine.may_be} == {o.key for o in theirs.may_be}
            assert {o.key for o in mine.near} == {o.key for o in theirs.near}


def test_every_dose_by_weight_names_its_weight() -> None:
    heavy = table(
        "heavy",
        "heavy",
        hit="unique",
        source=CITE,
        rows=[
            row(body_weight < 50, dose("less", "Less.", amount(1, "mg", per="kg")), cite=CITE),
            otherwise(dose("more", "More.", amount(2, "mg", per="kg")), cite=CITE),
        ],
    )
    with pytest.raises(DefinitionError, match="D214"):
        phase("p", "p", dose=heavy, lasts=for_doses(1), source=CITE)
    assert phase("p", "p", dose=heavy, lasts=for_doses(1), source=CITE, weight=body_weight)


def test_a_dose_by_weight_that_is_not_exactly_known_stays_an_interval() -> None:
    [treatment] = of("tinzaparin", {"body_weight": {"low": 80, "high": 82, "unit": "kg"}}).phases
    assert treatment.amount == Interval(14_000, 14_350)
    assert treatment.ready == ()


def test_two_ready_made_amounts_that_are_as_near_are_both_named() -> None:
    strengths = tuple(Fraction(each) for each in (60, 80, 100))
    given = amount(70, "mg", route="subcutaneous", syringe=100)
    assert ready_made(given, Interval(70, 70), strengths) == (60, 80)
    assert ready_made(given, Interval(101, 101), strengths) == ()
    assert ready_made(replace(given, route="oral"), Interval(70, 70), strengths) == ()


def test_what_exceeds_the_product_is_said_in_words_beside_the_label_dose() -> None:
    [treatment] = of("dalteparin", {"body_weight": {"value": 120, "unit": "kg"}}).phases
    assert treatment.given is not None
    assert dose_words(treatment.given) == "18,000 IU under the skin once a day"
    words = beside_words(treatment)
    assert words[:2] == ["200 IU/kg would be 24,000 IU", "the product's maximum is 18,000 IU a day"]
    assert any("exceed the product's maximum" in line for line in words)


def test_milligrams_of_enoxaparin_stand_beside_their_units() -> None:
    facts = {"indication": "dvt_distal", "body_height": {"value": 180, "unit": "cm"}}
    [treatment] = of("enoxaparin", facts).phases
    assert treatment.given is not None
    words = dose_words(treatment.given, treatment.amount)
    assert words == "1.5 mg/kg, which is 120 mg (12,000 IU), under the skin once a day"


def test_a_ready_made_amount_far_off_is_said_with_its_deviation() -> None:
    facts = {"body_weight": {"value": 70, "unit": "kg"}, "indication": "pe"}
    [treatment] = of("enoxaparin", facts).phases
    assert "nearest ready-made: 60 mg or 80 mg, 14.3 % away" in beside_words(treatment)


def test_a_change_of_the_infusion_is_added_to_its_rate() -> None:
    words = [adjustment_words(each.gives, Fraction(18)) for each in (UP_4, UP_2, SAME, DOWN_3)]
    assert words == [
        "80 IU/kg at once, then 4 IU/kg an hour more: 22 IU/kg an hour",
        "40 IU/kg at once, then 2 IU/kg an hour more: 20 IU/kg an hour",
        "no change: 18 IU/kg an hour",
        "stop for 60 minutes, then 3 IU/kg an hour less: 15 IU/kg an hour",
    ]
    assert {outcome.key for outcome in HEPARIN_NOMOGRAM.outcomes} >= {UP_4.key, DOWN_3.key}


# Before the blood results -------------------------------------------------------------------------


def test_a_first_dose_waits_for_blood_results_only() -> None:
    first = of("rivaroxaban", {"serum_creatinine": "unknown"}).first_dose
    assert first is not None
    assert [fact.key for fact in first.awaited] == ["serum_creatinine"]
    assert [each.given for each in first.doses] == [amount(15, "mg", times=2, with_food=True)]
    for open_ in ("age_years", "pregnant", "active_bleeding", "medicine", "body_weight"):
        facts = {"serum_creatinine": "unknown", open_: "unknown", "sex_at_birth": "female"}
        assert of("rivaroxaban", facts).first_dose is None, open_


@pytest.mark.parametrize("key", ["dabigatran", "fondaparinux", "edoxaban", "warfarin"])
def test_what_needs_kidneys_or_a_lead_in_has_no_first_dose(key: str) -> None:
    assert TREATMENT.drugs[key].first_dose == ()
    assert of(key, {"serum_creatinine": "unknown"}).first_dose is None


def test_where_the_dose_is_settled_no_other_first_dose_is_named() -> None:
    found = of("apixaban")
    assert found.phases[0].given is not None
    assert found.first_dose is None


# Days of an injected anticoagulant ----------------------------------------------------------------

ON_LMWH = {
    "current_anticoagulant": "lmwh",
    "treatment_start": [{"days_ago": 3}],
    "vte_diagnosis": [{"days_ago": 3}],
}


@pytest.mark.parametrize(("key", "doses", "left"), [("apixaban", 14, 8), ("rivaroxaban", 42, 36)])
def test_injected_days_shorten_the_loading_only_where_a_site_says_so(
    key: str, doses: int, left: int
) -> None:
    subject = situation(ON_LMWH)
    drug = TREATMENT.drugs[key]
    assert option(drug, Reasoner(subject)).phases[0].lasts.doses == doses
    site = replace(subject, parameters={"credit_parenteral_days": Fraction(1)})
    loading = option(drug, Reasoner(site)).phases[0]
    assert loading.lasts.doses == left
    assert "6 doses fewer" in " ".join(beside_words(loading))


def test_nothing_is_credited_to_somebody_who_had_no_injection() -> None:
    subject = situation({**ON_LMWH, "current_anticoagulant": "none"})
    site = replace(subject, parameters={"credit_parenteral_days": Fraction(1)})
    assert option(TREATMENT.drugs["apixaban"], Reasoner(site)).phases[0].credited == 0


# How each printed gap was closed ------------------------------------------------------------------

GAPS = [
    ("dalteparin_treatment_dose", "46-56, 57-68", "56.5", "dalteparin_10000_iu_od_200"),
    ("dalteparin_treatment_dose", "57-68, 69-82", "68.9", "dalteparin_12500_iu_od_200"),
    ("dalteparin_treatment_dose", "69-82, over 83", "82.5", "dalteparin_15000_iu_od_200"),
    ("dalteparin_treatment_dose", "69-82, over 83", "83", "dalteparin_18000_iu_od_200"),
    ("fondaparinux_treatment_dose", "50-100, over 100", "100.1", "fondaparinux_10_od"),
    ("dalteparin_cancer_later_dose", "83-98, 99 and over", "98.9", "dalteparin_15000_iu_od_150"),
]


@pytest.mark.parametrize(("key", "printed", "weight", "expected"), GAPS)
def test_no_weight_falls_between_two_printed_bands(
    key: str, printed: str, weight: str, expected: str
) -> None:
    found = Reasoner(situation({"body_weight": {"value": weight, "unit": "kg"}}))
    outcomes = [outcome.key for outcome in found.table(TREATMENT.tables[key]).outcomes]
    print(f"{key}, printed {printed}: {weight} kg gets {outcomes}")
    assert outcomes == [expected]


def test_every_dose_table_leaves_nobody_out_and_every_dose_counts_in_a_unit() -> None:
    for drug in TREATMENT.drugs.values():
        for part in (*drug.phases, *drug.first_dose):
            assert part.dose.diagram is not None
            assert min(part.dose.diagram.leaves()) >= 0
            for outcome in part.dose.outcomes:
                if isinstance(outcome.gives, Dose):
                    assert outcome.gives.unit in ("mg", "[iU]")
                    assert part.weight is not None or not by_weight(outcome.gives)


def test_a_flag_that_cannot_be_excluded_is_shown_as_open() -> None:
    found = option(TREATMENT.drugs["edoxaban"], Reasoner(situation(given=GIVEN[:1])))
    assert {each.flag.key: each.truth for each in found.flags}["stale_creatinine"] is Truth.UNKNOWN
