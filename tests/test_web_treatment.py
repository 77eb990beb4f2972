"""Treatment in the web: drugs with doses, INRs and their doses, the clinic's list, the letter."""

from __future__ import annotations

import re
from typing import Any

import orjson
import pytest
from starlette.testclient import TestClient

from first_answers import NOTHING_AGAINST
from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.pages.anticoagulation import SHOW
from veinway.web.sections.case import load
from veinway.web.service import clinic as clinics
from veinway.web.service.inr import inr_answered, proposal, reading_given
from veinway.web.service.letters import draft
from veinway.web.service.treating import plan_answered
from veinway.web.store.audit import Actor
from veinway.web.store.database import reading, writing
from veinway.web.store.decisions import Kept, decisions_of, replayed
from veinway.web.store.patients import (
    Named,
    answers_of,
    receive,
    standing,
)
from web_site import Site, ago, day_ago, words_of

CALM = {
    "visit.bleeding_on_vka": "none",
    "visit.warfarin_dose_discrepancy": "no",
    "visit.interacting_medicine_started": "no",
    "visit.inr_temporary_cause": "no",
    "visit.inr_raised_risk": "no",
}
RECORDED = {"weekly": "35", "kind": "recorded", "reason": "", "note": ""}


def _inrs(*values: tuple[int, str]) -> dict[str, Any]:
    return {"some": [{"date": day_ago(day), "value": {"value": v, "unit": "1"}} for day, v in values]}


def _on_warfarin(*values: tuple[int, str], **more: Any) -> dict[str, Any]:
    return {
        "current_anticoagulant": "warfarin",
        "inr_range": "from_2_to_3",
        "vte_diagnosis": [{"date": day_ago(250), "site": "dvt_proximal"}],
        "warfarin_start": [{"date": day_ago(249)}],
        "course:warfarin": RECORDED,
        **({"inr_test": _inrs(*values)} if values else {}),
        **more,
    }


def _case(site: Site, answers: dict[str, Any], name: str = "Quill", since: int = 1) -> str:
    return site.case(answers, Named("943", name, "Emil", "1958-02-11"), at=ago(since))


def _page(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return words_of(answer.text.partition('id="maincontent"')[2])


def _stands(site: Site, episode: str, key: str) -> Any:
    with reading(site.app.state.store) as connection:
        found = standing(answers_of(connection, episode)).get(("", key))
    return None if found is None else found.said


def _kept(site: Site, episode: str) -> Kept:
    with reading(site.app.state.store) as connection:
        (kept,) = decisions_of(connection, episode)
    return kept


def _enter(site: Site, client: TestClient, episode: str, value: str, day: int = 0, **asked: str) -> Any:
    form = {"when": day_ago(day), "with.value.value": value, "with.value.unit": "1", **asked}
    return site.post(client, f"/episode/{episode}/inr/result", **form)


def _dose(site: Site, client: TestClient, episode: str, **form: str) -> Any:
    return site.post(client, f"/episode/{episode}/inr/dose", **{"act": "decided", **form})


# Drugs --------------------------------------------------------------------------------------------


def test_every_drug_is_shown_with_its_dose_dates_and_source(site: Site, doctor: TestClient) -> None:
    page = _page(doctor, f"/episode/{_case(site, NOTHING_AGAINST)}/drugs?first_dose=2026-03-04T20:00")
    assert "1. Apixaban" in page
    assert "10 mg by mouth twice a day, 14 doses; from Wednesday 4 March 2026, 20:00" in page
    assert "apixaban label, section 4.2" in page
    assert "Aspirin not recommended" in page.partition("Why not the others")[2]


def test_no_dose_is_shown_of_somebody_of_whom_nothing_is_known(site: Site, doctor: TestClient) -> None:
    page = _page(doctor, f"/episode/{_case(site, {})}/drugs")
    assert "Nothing can be offered on what is known." in page
    asked = page.partition("what must be known first")[2].partition("Which drug")[0]
    assert "Serum creatinine" in asked
    assert "mg by mouth" not in page


def test_a_clot_that_contradicts_what_the_drug_is_for_is_told(site: Site, doctor: TestClient) -> None:
    clot = {
        **NOTHING_AGAINST,
        "indication": "pe",
        "vte_diagnosis": [{"date": day_ago(2), "site": "dvt_proximal"}],
    }
    page = _page(doctor, f"/episode/{_case(site, clot)}/drugs").partition("Which drug")[0]
    assert "said to be for pulmonary embolism, and the clot on record is in a proximal" in page
    assert "W421" in page


def test_a_first_dose_at_no_moment_is_told(site: Site, doctor: TestClient) -> None:
    page = _page(doctor, f"/episode/{_case(site, NOTHING_AGAINST)}/drugs?first_dose=soon")
    assert "'soon' is not a date and a time." in page


def test_a_chosen_drug_is_kept_with_what_the_rules_said_and_comes_out_the_same_again(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, NOTHING_AGAINST)
    form = {"drug": "apixaban", "first_dose": "2026-03-04T20:00"}
    answer = site.post(doctor, f"/episode/{episode}/choose-drug?section=drugs", **form)
    assert answer.status_code == 303
    kept = _kept(site, episode)
    assert replayed(kept, kept.edition, plan_answered(kept.given)) == "the same"
    assert _stands(site, episode, "course:drug")["decision"] == kept.id
    assert "● chosen Apixaban" in _page(doctor, f"/episode/{episode}/drugs")
    again = _page(doctor, f"/episode/{episode}/kept?again={kept.id}")
    assert "The choice of an anticoagulant" in again
    assert "Apixaban: may be given" in again
    assert "Made again with today's rules: the same" in again


@pytest.mark.parametrize("form", [{}, {"drug": "apixaban"}, {"drug": "love"}], ids=repr)
def test_a_drug_that_is_not_offered_is_not_chosen_without_a_reason(
    site: Site, doctor: TestClient, form: dict[str, str]
) -> None:
    episode = _case(site, {})
    answer = site.post(doctor, f"/episode/{episode}/choose-drug?section=drugs", **form)
    assert answer.status_code == 422
    assert "I271" in answer.text
    assert _stands(site, episode, "course:drug") is None


def test_a_drug_that_is_not_offered_is_chosen_with_a_reason(site: Site, doctor: TestClient) -> None:
    episode = _case(site, {})
    form = {"drug": "warfarin", "reason": "senior_advice"}
    assert site.post(doctor, f"/episode/{episode}/choose-drug", **form).status_code == 303
    assert "On the advice of a senior" in _page(doctor, f"/episode/{episode}/drugs")


# INRs ---------------------------------------------------------------------------------------------


def test_an_inr_with_all_that_is_asked_gives_a_dose_and_a_day(site: Site, doctor: TestClient) -> None:
    episode = _case(site, _on_warfarin((60, "2.5"), (30, "2.6")))
    assert _enter(site, doctor, episode, "1.4", **CALM).status_code == 303
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "Last INR 1.4" in page
    assert "38.5 to 42 mg a week" in page
    assert "Raise the weekly dose by 10 to 20 %" in page
    assert f"Next INR from {day_ago(-1)} to {day_ago(-7)}" in page
    assert "Anticoagulation Therapy, table 2.12" in page


@pytest.mark.parametrize("missing", ["visit.bleeding_on_vka", "visit.warfarin_dose_discrepancy"])
def test_no_dose_is_proposed_where_something_was_not_asked(
    site: Site, doctor: TestClient, missing: str
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **{k: v for k, v in CALM.items() if k != missing})
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "? No dose is proposed yet." in page
    assert 'id="accept-form"' not in doctor.get(f"/episode/{episode}/inr").text


def test_an_answer_to_an_earlier_inr_does_not_count_for_a_new_one(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", day=1, **CALM)
    assert "38.5 to 42 mg" in _page(doctor, f"/episode/{episode}/inr")
    _enter(site, doctor, episode, "1.3")
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "? No dose is proposed yet." in page
    assert "Is there bleeding, and is it major? not asked at this INR" in page


def test_answers_from_before_an_inr_that_came_with_the_record_do_not_count(site: Site) -> None:
    episode = _case(site, _on_warfarin((30, "2.6"), bleeding_on_vka="none"), since=10)
    with writing(site.app.state.store) as connection:
        person = load(site.app.state.store, Profile(), episode, now(), {}).patient["id"]
        observation = {
            "resourceType": "Observation",
            "id": "i",
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": "6301-6"}]},
            "subject": {"reference": "Patient/p"},
            "effectiveDateTime": f"{day_ago(1)}T08:00:00Z",
            "issued": f"{day_ago(1)}T09:00:00Z",
            "valueQuantity": {"value": 3.3, "unit": "{INR}", "code": "{INR}"},
        }
        actor = Actor(site.account("clinician")["id"], ago(1))
        patient = {"resourceType": "Patient", "id": "p"}
        receive(connection, actor, person, [patient, observation], "a test")
    found = proposal(load(site.app.state.store, Profile(), episode, now(), {}).given)
    assert found.reading is not None
    assert found.reading.series[-1][1].low == found.reading.series[-1][1].high
    assert not [a for a in found.given["answers"] if a["fact"] == "bleeding_on_vka"]
    assert found.new_dose is None


def test_while_the_dose_taken_is_not_the_one_on_record_no_dose_is_proposed_or_taken(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **{**CALM, "visit.warfarin_dose_discrepancy": "yes"})
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "⊘ Locked" in page
    assert "mg a week" not in page.partition("Locked")[2].partition("INR over time")[0]
    answer = _dose(site, doctor, episode, weekly="40", next_inr=day_ago(-7), reason="senior_advice")
    assert answer.status_code == 422
    assert "I270" in answer.text
    assert _stands(site, episode, "course:warfarin") == RECORDED


@pytest.mark.parametrize("said", ["", "unknown"])
def test_a_lock_does_not_go_because_the_next_time_nobody_asked(
    site: Site, doctor: TestClient, said: str
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", day=1, **{**CALM, "visit.warfarin_dose_discrepancy": "yes"})
    _enter(site, doctor, episode, "1.5", **{**CALM, "visit.warfarin_dose_discrepancy": said})
    assert "⊘ Locked" in _page(doctor, f"/episode/{episode}/inr")
    _enter(site, doctor, episode, "1.5", **CALM)
    assert "⊘ Locked" not in _page(doctor, f"/episode/{episode}/inr")


def test_a_discrepancy_is_settled_with_how_it_was_and_then_a_dose_is_proposed(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **{**CALM, "visit.warfarin_dose_discrepancy": "yes"})
    assert _dose(site, doctor, episode, act="settled", weekly="28").status_code == 422
    form = {"act": "settled", "weekly": "28", "reason": "patient_is_right"}
    assert _dose(site, doctor, episode, **form).status_code == 303
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "dose on record 28 mg a week" in page
    assert "30.8 to 33.6 mg a week" in page


def test_an_accepted_dose_is_kept_with_what_it_was_made_from_and_comes_out_the_same_again(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    answer = _dose(site, doctor, episode, weekly="40", next_inr=day_ago(-7))
    assert answer.status_code == 303, answer.text
    kept, said = _kept(site, episode), _stands(site, episode, "course:warfarin")
    assert (said["kind"], said["from"], said["decision"]) == ("accepted", "35", kept.id)
    assert replayed(kept, kept.edition, inr_answered(kept.given)) == "the same"
    assert orjson.loads(kept.answered)["next_dose"]["low"] == 38.5
    again = _page(doctor, f"/episode/{episode}/kept?again={kept.id}")
    assert "The dose of warfarin" in again
    assert "Raise the weekly dose by 10 to 20 %" in again
    assert "Made again with today's rules: the same" in again


def test_once_a_dose_is_decided_the_proposal_is_not_counted_from_the_new_dose(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    _dose(site, doctor, episode, weekly="40", next_inr=day_ago(-7))
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "dose before it 35 mg a week" in page
    assert "38.5 to 42 mg a week" in page
    assert 'id="accept-form"' not in doctor.get(f"/episode/{episode}/inr").text
    _enter(site, doctor, episode, "1.4", day=0, **CALM)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"weekly": "50", "next_inr": 7}, "I271"),
        ({"weekly": "40", "next_inr": 60}, "I271"),
        ({"weekly": "50", "next_inr": 7, "reason": "other"}, "I271"),
        ({"weekly": "none", "next_inr": 7}, "I268"),
        ({"weekly": "1/3", "next_inr": 7}, "I268"),
        ({"weekly": "40", "next_inr": -3}, "I272"),
    ],
)
def test_another_dose_or_day_needs_a_reason_of_the_list(
    site: Site, doctor: TestClient, form: dict[str, Any], code: str
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    answer = _dose(site, doctor, episode, **{**form, "next_inr": day_ago(-form["next_inr"])})
    assert answer.status_code == 422
    assert code in answer.text
    assert _stands(site, episode, "course:warfarin") == RECORDED


def test_another_dose_is_kept_with_its_reason(site: Site, doctor: TestClient) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    form = {"weekly": "37.5", "next_inr": day_ago(-7), "reason": "tablets", "note": "only 2.5 mg"}
    assert _dose(site, doctor, episode, **form).status_code == 303
    said = _stands(site, episode, "course:warfarin")
    assert (said["kind"], said["weekly"], said["reason"]) == ("changed", "37.5", "tablets")
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "37.5 mg a week, otherwise than the rules propose" in page
    assert "The tablets at hand do not make this dose: only 2.5 mg" in page


def test_no_range_is_taken_for_granted(site: Site, doctor: TestClient) -> None:
    answers = _on_warfarin((30, "2.6"))
    episode = _case(site, {k: v for k, v in answers.items() if k != "inr_range"})
    _enter(site, doctor, episode, "1.4", **CALM)
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "The range that is aimed at is not known." in page
    assert "? Time in range is not known" in page
    assert (
        reading_given(proposal(load(site.app.state.store, Profile(), episode, now(), {}).given).given)
        is None
    )


def test_a_value_above_the_limit_of_the_laboratory_stays_one(site: Site, doctor: TestClient) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "8", **{**CALM, "with.value.sign": "above"})
    page = _page(doctor, f"/episode/{episode}/inr")
    assert "Last INR 8.01 or more" in page
    assert "vitamin K 1 to 5 mg by mouth" in page
    # More is to be done than to take another dose: that is not accepted with one press.
    assert 'id="accept-form"' not in doctor.get(f"/episode/{episode}/inr").text


def test_a_run_of_values_in_range_counts_once_they_are_said_to_be_all(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((60, "2.5"), (30, "2.6")))
    _enter(site, doctor, episode, "2.5", **CALM)
    assert "Next INR from" not in _page(doctor, f"/episode/{episode}/inr")
    site.post(doctor, f"/episode/{episode}/inr/all", all="yes")
    assert f"Next INR from {day_ago(-42)} to {day_ago(-56)}" in _page(doctor, f"/episode/{episode}/inr")


@pytest.mark.parametrize(
    "form", [{"when": ""}, {"value": ""}, {"value": "x"}, {"when": "2099-01-01"}], ids=repr
)
def test_an_inr_that_cannot_be_used_is_told_and_what_was_entered_is_still_there(
    site: Site, doctor: TestClient, form: dict[str, str]
) -> None:
    episode = _case(site, _on_warfarin())
    sent = {"when": day_ago(0), "value": "2.4", **form}
    answer = site.post(
        doctor,
        f"/episode/{episode}/inr/result",
        **{"when": sent["when"], "with.value.value": sent["value"], "with.value.unit": "1"},
    )
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert f'value="{sent["value"]}"' in answer.text
    assert _stands(site, episode, "inr_test") is None


def test_an_inr_that_was_entered_by_mistake_is_taken_back(site: Site, doctor: TestClient) -> None:
    episode = _case(site, _on_warfarin((30, "2.6"), (1, "9.9")))
    site.post(doctor, f"/episode/{episode}/inr/take-back", number="1")
    assert "Last INR 2.6" in _page(doctor, f"/episode/{episode}/inr")
    assert site.post(doctor, f"/episode/{episode}/inr/take-back", number="7").status_code == 422


def test_what_somebody_else_entered_meanwhile_keeps_a_dose_from_being_decided_unseen(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    found = re.search(r'name="seen" value="([^"]+)"', doctor.get(f"/episode/{episode}/inr").text)
    assert found is not None
    _enter(site, site.browser("clinic"), episode, "3.9", **CALM)
    answer = _dose(site, doctor, episode, weekly="40", next_inr=day_ago(-7), seen=found[1])
    assert answer.status_code == 422
    assert "I297" in answer.text


# The clinic ---------------------------------------------------------------------------------------


def _rows(site: Site, client: TestClient, show: str = "all") -> list[str]:
    site.app.state.clinic.look(now(), patience=30)
    body = client.get("/anticoagulation", params={"show": show}).text
    return [
        words_of(row)
        for row in body.partition("<tbody>")[2].partition("</tbody>")[0].split("</tr>")[:-1]
    ]


def test_the_clinic_lists_who_takes_an_anticoagulant_and_says_how_many_it_leaves_out(site: Site) -> None:
    _case(site, _on_warfarin((20, "2.5"), (1, "4.6")), "Warf")
    _case(site, {"current_anticoagulant": "rivaroxaban"}, "Riva")
    _case(site, {"course:drug": {"drug": "edoxaban", "reason": "", "note": ""}}, "Chosen")
    _case(site, {}, "Nobody")
    _case(site, {"current_anticoagulant": "none"}, "None")
    clinic = site.browser("clinic")
    rows = _rows(site, clinic)
    assert sorted(row.split(",")[0] for row in rows) == ["Chosen", "Riva", "Warf"]
    assert "Of 2 of them nothing says that an anticoagulant is taken" in _page(
        clinic, "/anticoagulation"
    )
    (chosen,) = [row for row in rows if row.startswith("Chosen")]
    assert "? not known chosen: Edoxaban" in chosen
    assert [row.split(",")[0] for row in _rows(site, clinic, "warfarin")] == ["Warf"]
    assert [row.split(",")[0] for row in _rows(site, clinic, "doac")] == ["Riva"]


def test_check_ups_of_a_doac_are_listed_and_an_unknown_last_test_is_not_passed_over(site: Site) -> None:
    start = {"treatment_start": [{"date": day_ago(120)}]}
    known = {
        **NOTHING_AGAINST,
        "current_anticoagulant": "apixaban",
        "treatment_bloods": [{"date": day_ago(400)}],
        **start,
    }
    _case(site, known, "Late")
    _case(site, {"current_anticoagulant": "apixaban"}, "Unknown")
    rows = {row.split(",")[0]: row for row in _rows(site, site.browser("clinic"))}
    assert "✗ overdue" in rows["Late"]
    assert "Blood tests on a direct oral anticoagulant" in rows["Late"]
    assert "? cannot be said yet : Blood tests on a direct oral anticoagulant" in rows["Unknown"]


def test_a_day_that_was_agreed_counts_and_not_the_one_of_the_rules(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **CALM)
    (row,) = _rows(site, doctor, "dose")
    assert "to be dosed" in row
    form = {"weekly": "40", "next_inr": day_ago(-20), "reason": "patient_wish"}
    _dose(site, doctor, episode, **form)
    assert _rows(site, doctor, "dose") == []
    (row,) = _rows(site, doctor)
    assert f"by {day_ago(-20)} agreed" in row


def test_an_inr_past_its_last_day_is_overdue(site: Site, doctor: TestClient) -> None:
    _case(site, _on_warfarin((90, "2.6"), (70, "1.7")))
    (row,) = _rows(site, doctor, "inr")
    assert "✗ overdue" in row


def test_one_case_that_fails_hides_no_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _case(site, _on_warfarin((20, "2.5")), "Good")
    bad = _case(site, _on_warfarin((20, "2.5")), "Bad", since=5)
    index, right = (
        load(site.app.state.store, Profile(), bad, now(), {}).given["index"],
        clinics.treated_of,
    )

    def failing(given: Any) -> Any:
        if given["index"] == index:
            raise RuntimeError
        return right(given)

    monkeypatch.setattr(clinics, "treated_of", failing)
    (row,) = _rows(site, site.browser("clinic"))
    assert row.startswith("Good")
    assert "Could not be worked out Bad" in _page(site.browser("clinic"), "/anticoagulation")


@pytest.mark.parametrize("show", SHOW)
def test_every_tab_of_an_empty_clinic_says_that_nobody_is_on_it(site: Site, show: str) -> None:
    assert "Nobody is on this list." in _page(site.browser("clinic"), f"/anticoagulation?show={show}")


@pytest.mark.parametrize("role", ["analyst", "administrator"])
def test_who_may_not_see_patients_sees_no_treatment(site: Site, role: str) -> None:
    episode = _case(site, _on_warfarin((20, "2.5")))
    client = site.browser(role)
    assert client.get("/anticoagulation").status_code == 403
    assert client.get(f"/episode/{episode}/inr").status_code == 403
    assert 'href="/anticoagulation"' not in client.get("/").text


# The letter ---------------------------------------------------------------------------------------


def _letter(site: Site, episode: str) -> str:
    case = load(site.app.state.store, Profile(), episode, now(), {})
    drafted = draft(case, "anticoagulation", "clinician")
    return "\n".join(f"{part.heading}\n{part.text}" for part in drafted.parts)


def test_the_plan_as_a_letter_has_drug_doses_dates_and_sources(site: Site, doctor: TestClient) -> None:
    episode = _case(site, NOTHING_AGAINST)
    form = {"drug": "apixaban", "first_dose": "2026-03-04T20:00"}
    site.post(doctor, f"/episode/{episode}/choose-drug", **form)
    text = _letter(site, episode)
    assert "Drug: Apixaban" in text
    assert "First week: 10 mg by mouth twice a day, 14 doses; from Wednesday 4 March 2026" in text
    assert "Body weight: 80 kg" in text
    assert "INR: not known" in text


def test_the_plan_as_a_letter_tells_the_dose_of_warfarin_and_that_it_is_locked(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, _on_warfarin((30, "2.6")))
    _enter(site, doctor, episode, "1.4", **{**CALM, "visit.warfarin_dose_discrepancy": "yes"})
    text = _letter(site, episode)
    assert "Dose of warfarin: 35 mg a week" in text
    assert "Locked: another dose is taken than the one on record." in text
    assert f"{day_ago(0)}: INR 1.4" in text


def test_a_drug_that_the_rules_do_not_offer_has_no_dose_in_the_letter(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, {})
    site.post(doctor, f"/episode/{episode}/choose-drug", drug="apixaban", reason="senior_advice")
    text = _letter(site, episode)
    assert "The rules do not offer it" in text
    assert "mg by mouth" not in text.replace("not known; not decided", "").partition("How long")[0]


def test_the_drug_that_is_taken_is_in_the_letter_with_the_phase_that_is_now(site: Site) -> None:
    start = {"treatment_start": [{"date": day_ago(20)}], "vte_diagnosis": [{"date": day_ago(20)}]}
    text = _letter(site, _case(site, {**NOTHING_AGAINST, "current_anticoagulant": "apixaban", **start}))
    assert "Drug: Apixaban, taken now; none was chosen here" in text
    assert "First week: over, not to be given again" in text
    assert "5 mg by mouth twice a day" in text
