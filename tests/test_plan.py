"""`veinway plan`: the page, the JSON, courses that go on, and inputs that are wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command_line import Run
from test_schemas import problems

AT = "2026-11-26T09:00"
WARFARIN = [{"date": "2026-11-26", "ingredient": "warfarin"}]
APIXABAN = {
    "current_anticoagulant": "apixaban",
    "medicine": [{"date": "2026-11-26", "ingredient": "apixaban"}],
}
CLOT = [{"date": "2026-11-20", "site": "dvt_proximal"}]


def case(name: str = "a", **facts: object) -> str:
    """A patient about whom everything is known, but for what is said otherwise."""
    return json.dumps({"id": name, "at": AT, "given": "nothing_against_treatment", "facts": facts})


def page(run: Run, text: str, *options: str) -> str:
    answer = run("plan", "-", *options, stdin=text)
    assert answer.status == 0, answer.out
    return " ".join(answer.out.split())


def planned(run: Run, text: str, *options: str) -> dict[str, Any]:
    """The one answer, which holds its schema."""
    [answer] = run("plan", "-", "--json", *options, stdin=text).lines
    assert problems("plan", answer) == []
    return dict(answer)


def drug(answer: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each for each in answer["options"] if each["drug"] == key)


def phases(answer: dict[str, Any], key: str) -> dict[str, dict[str, Any]]:
    return {each["key"]: each for each in drug(answer, key)["phases"]}


# The answer ---------------------------------------------------------------------------------------

PATIENTS = {
    "ordinary": case(),
    "kidneys": case(serum_creatinine={"value": 220, "unit": "umol/L"}, age_years=78),
    "bleeding": case(active_bleeding=True),
    "heparin-induced": case(heparin_induced_thrombocytopenia=[{"date": "2026-11-20"}]),
    "on apixaban": case(**APIXABAN, treatment_start={"date": "2026-11-23"}),
    "on warfarin, nobody knows since when": case(current_anticoagulant="warfarin", medicine=WARFARIN),
    "child": case(age_years=12),
    "nothing known": json.dumps({"id": "n", "at": AT, "facts": {}}),
    "wrong": json.dumps({"id": "w", "at": AT, "facts": {"active_bleding": True}}),
}


@pytest.mark.parametrize("name", PATIENTS)
def test_every_answer_holds_its_schema(run: Run, name: str) -> None:
    [answer] = run("plan", "-", "--json", stdin=PATIENTS[name]).lines
    assert problems("plan", answer) == []


def test_the_page_says_the_dose_the_dates_and_what_is_checked_when(run: Run) -> None:
    words = page(run, case(), "--first-dose", "2026-11-26T20:00")
    assert "10 mg by mouth twice a day, 14 doses; from Thursday 26 November 2026, 20:00" in words
    assert "last dose Thursday 3 December 2026, 08:00" in words
    assert "Friday 27 November 2026: Review blood count" in words
    assert "Friday 26 February 2027: Decide whether treatment stops or goes on." in words
    assert "never two at full dose at once" in words


def test_a_course_of_45_days_has_no_review_at_three_months(run: Run) -> None:
    words = page(run, case(indication="svt", svt_sfj_distance_cm={"value": 10, "unit": "cm"}))
    assert "2.5 mg under the skin once a day, 45 doses" in words
    assert "Review blood count" in words
    assert "Decide whether treatment stops or goes on" not in words


def test_the_page_asks_first_for_what_no_dose_can_do_without(run: Run) -> None:
    words = page(run, PATIENTS["nothing known"])
    asked = words.partition("Which drug")[0]
    assert "What is the anticoagulant for?" in asked
    assert "Which medicines are taken" in asked
    assert "Is the patient pregnant?" in asked
    assert "What is the date of birth?" not in asked
    assert "Nothing can be offered" in words
    assert " mg " not in words


def test_an_age_that_is_known_is_not_asked_for_as_a_date_of_birth(run: Run) -> None:
    known = json.dumps({"id": "k", "at": AT, "facts": {"age_years": 45, "sex_at_birth": "female"}})
    missing = planned(run, known)["missing"]
    assert "birth_date" not in missing
    assert "age_years" not in missing
    assert "pregnant" in missing


def test_a_bar_is_named_for_every_drug_that_it_bars(run: Run) -> None:
    words = page(run, case(active_bleeding=True))
    assert "contraindicated: active bleeding that matters clinically" in words
    assert "What speaks against any anticoagulant" not in words
    assert "without waiting for the results to start" not in words
    [reason] = drug(planned(run, case(active_bleeding=True)), "enoxaparin")["reasons"]
    assert [each["id"] for each in reason["comes_down_to"]] == ["absolute"]


def test_no_drug_is_said_to_be_the_choice_while_something_bars_them_all(run: Run) -> None:
    words = page(run, case(active_bleeding=True))
    assert "Something rules out every anticoagulant" in words
    assert "Apixaban or rivaroxaban." not in words


def test_what_is_refused_shows_no_dose(run: Run) -> None:
    answer = planned(run, PATIENTS["kidneys"])
    assert drug(answer, "dabigatran")["refused"]
    assert all(each["dose"] is None for each in phases(answer, "dabigatran").values())
    words = page(run, PATIENTS["kidneys"]).partition("Why not the others")[2]
    assert "Dabigatran" in words
    assert "150 mg" not in words


def test_steps_about_heparin_are_not_on_the_page_of_somebody_without_it(run: Run) -> None:
    words = page(run, case())
    assert "Platelets on heparin" not in words
    assert "P-01" not in words
    assert "or until the INR was 2.0 twice" not in words


# Lead-ins -----------------------------------------------------------------------------------------


def test_a_lead_in_names_only_injections_that_may_be_given(run: Run) -> None:
    answer = planned(run, PATIENTS["heparin-induced"])
    assert drug(answer, "edoxaban")["begins_with"] == ["fondaparinux"]
    assert "enoxaparin at its treatment dose" not in page(run, PATIENTS["heparin-induced"])


def test_a_drug_whose_lead_in_cannot_be_given_is_not_offered(run: Run) -> None:
    facts = {
        "heparin_induced_thrombocytopenia": [{"date": "2026-11-20"}],
        "hypersensitivity": [{"drug": "fondaparinux"}],
    }
    answer = planned(run, case(**facts))
    edoxaban = drug(answer, "edoxaban")
    assert (edoxaban["offered"], edoxaban["refused"], edoxaban["no_lead_in"]) == (False, True, True)
    assert all(each["dose"] is None for each in edoxaban["phases"])
    assert drug(answer, "apixaban")["offered"]
    assert "begins with an injected anticoagulant, and none may be given" in page(run, case(**facts))


# A course that goes on ----------------------------------------------------------------------------


def test_the_first_week_goes_on_from_its_first_day(run: Run) -> None:
    answer = planned(run, PATIENTS["on apixaban"])
    own = phases(answer, "apixaban")
    assert answer["course"]["began"] == "2026-11-23"
    assert own["loading"]["stage"] == "now"
    assert own["loading"]["ends"] == "2026-11-30T00:00"
    assert (own["treatment"]["stage"], own["treatment"]["starts"]) == ("later", "2026-11-30T00:00")


def test_nobody_is_given_a_first_week_again(run: Run) -> None:
    text = case(**APIXABAN, treatment_start={"date": "2026-09-20"}, vte_diagnosis=CLOT[:0])
    own = phases(planned(run, text), "apixaban")
    assert (own["loading"]["stage"], own["loading"]["dose"]) == ("over", None)
    assert own["treatment"]["stage"] == "now"
    words = page(run, text)
    assert "First week: over, not to be given again" in words
    assert "Apixaban allowed taken now" in words


def test_a_change_of_drug_by_mouth_begins_in_the_phase_that_is_now(run: Run) -> None:
    text = case(
        current_anticoagulant="warfarin", medicine=WARFARIN, treatment_start={"date": "2026-09-20"}
    )
    answer = planned(run, text)
    assert phases(answer, "apixaban")["loading"]["dose"] is None
    assert phases(answer, "edoxaban")["lead_in"]["stage"] == "replaced"
    words = page(run, text)
    assert "Apixaban allowed instead of warfarin" in words
    assert "from the change on" in words


def test_somebody_on_warfarin_for_weeks_is_not_started_on_it(run: Run) -> None:
    text = case(
        current_anticoagulant="warfarin", medicine=WARFARIN, treatment_start={"date": "2026-09-20"}
    )
    own = phases(planned(run, text), "warfarin")
    assert (own["start"]["stage"], own["by_inr"]["stage"]) == ("over", "now")
    assert "target 2.5, range 2.0 to 3.0" in page(run, text)


def test_a_tablet_after_days_of_injections_has_all_of_its_first_phase(run: Run) -> None:
    text = case(
        current_anticoagulant="lmwh",
        medicine=[{"date": "2026-11-26", "ingredient": "enoxaparin"}],
        treatment_start={"date": "2026-11-24"},
    )
    answer = planned(run, text)
    assert phases(answer, "apixaban")["loading"]["starts"] == "2026-11-26T09:00"
    # The days of the lead-in count: five of them end on the 29th.
    assert phases(answer, "edoxaban")["treatment"]["starts"] == "2026-11-29T00:00"


def test_since_when_a_drug_is_taken_is_asked_before_any_dose_of_it(run: Run) -> None:
    answer = planned(run, PATIENTS["on warfarin, nobody knows since when"])
    assert "treatment_start" in answer["missing"]
    assert {each["stage"] for each in drug(answer, "apixaban")["phases"]} == {"undated"}
    assert all(each["dose"] is None for each in drug(answer, "apixaban")["phases"])


def test_another_clot_since_the_course_began_is_said_before_any_drug(run: Run) -> None:
    text = case(**APIXABAN, treatment_start={"date": "2026-09-20"}, vte_diagnosis=CLOT)
    assert planned(run, text)["course"]["another_clot_since"]
    words = page(run, text)
    assert words.index("Another clot was diagnosed since") < words.index("May be given")


# From a record ------------------------------------------------------------------------------------


def bundle(*resources: dict[str, Any]) -> str:
    person = {"resourceType": "Patient", "id": "p", "gender": "male", "birthDate": "1960-01-01"}
    entries = [{"resource": each} for each in (person, *resources)]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


def coded(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}]}


CONDITION = {
    "resourceType": "Condition",
    "id": "c",
    "subject": {"reference": "Patient/p"},
    "code": coded("http://snomed.info/sct", "128053003"),
    "onsetDateTime": "2026-11-20",
}
CARBAMAZEPINE = {
    "resourceType": "MedicationRequest",
    "id": "m",
    "status": "active",
    "intent": "order",
    "subject": {"reference": "Patient/p"},
    "authoredOn": "2026-08-01",
    "medicationCodeableConcept": coded("http://www.nlm.nih.gov/research/umls/rxnorm", "2002"),
}


def held(answer: dict[str, Any], key: str) -> set[str]:
    return {each["id"] for each in drug(answer, key)["reasons"] if each["holds"]}


def test_an_order_that_goes_on_for_months_interacts_today(run: Run) -> None:
    answer = planned(run, bundle(CONDITION, CARBAMAZEPINE), "--at", AT)
    assert "inducer" in held(answer, "rivaroxaban")
    over = CARBAMAZEPINE | {
        "dosageInstruction": [
            {"timing": {"repeat": {"boundsPeriod": {"start": "2026-08-01", "end": "2026-09-01"}}}}
        ]
    }
    answer = planned(run, bundle(CONDITION, over), "--at", AT)
    assert "inducer" not in held(answer, "rivaroxaban")


# What is wrong ------------------------------------------------------------------------------------


def test_a_plan_for_another_clot_than_the_one_on_record_says_so_first(run: Run) -> None:
    leg_clot = case(indication="pe", vte_diagnosis=CLOT)
    top = page(run, leg_clot).partition("Which drug")[0]
    assert "the clot on record is in a proximal deep vein of a leg (2026-11-20)" in top
    assert "indication, vte_diagnosis" in top
    answer = planned(run, leg_clot)
    assert [each["code"] for each in answer["problems"]] == ["W421"]
    assert drug(answer, "apixaban")["offered"]


def test_a_first_dose_that_is_no_instant_is_refused(run: Run) -> None:
    answer = run("plan", "-", "--first-dose", "tomorrow", stdin=case())
    assert answer.status != 0
    assert "I214" in answer.out + answer.err


def test_an_unknown_guideline_is_refused(run: Run) -> None:
    answer = run("plan", "-", "--guideline", "nicce", stdin=case())
    assert answer.status != 0
    assert "nicce" in answer.out + answer.err
    assert "nice" in (answer.out + answer.err).replace("nicce", "")


def test_a_case_that_cannot_be_read_does_not_stop_the_one_beside_it(run: Run) -> None:
    answer = run("plan", "-", "--json", stdin=f"{PATIENTS['wrong']}\n{case('good')}")
    assert answer.status == 2
    wrong, good = answer.lines
    assert "F201" in json.dumps(wrong)
    assert good["id"] == "good"
    assert drug(good, "apixaban")["offered"]
    assert [problems("plan", each) for each in (wrong, good)] == [[], []]
