"""Long journeys and hormones for the public, page by page, without script: asked, told, never kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from triage_pages import Visitor
from veinway.show.inquiry import HORMONES, TRAVEL
from web_site import made

TRAVELLER = {
    "travel_hours": 11,
    "previous_vte": False,
    "on_anticoagulant": "no",
    "operation_before_flying": False,
    "days_since_long_operation": "never",
    "active_cancer": False,
    "known_thrombophilia": False,
    "age_years": 50,
    "pregnant": False,
    "body_height": 180,
    "body_weight": 80,
    "legs_unfit_for_stockings": False,
}
WOMAN = {
    "hormone_wish": "combined",
    "previous_vte": False,
    "known_thrombophilia": False,
    "antiphospholipid_antibodies": False,
    "age_years": 30,
    "first_degree_relative_with_clot": False,
    "smoking_status": "never",
    "surgery_and_immobility": "none",
    "immobile_apart_from_surgery": False,
    "postpartum_days": "never",
    "superficial_vein_thrombosis": False,
    "body_height": 168,
    "body_weight": 62,
}


@pytest.fixture
def browser(tmp_path: Path) -> TestClient:
    return made(tmp_path).browser()


def walked(browser: TestClient, facts: dict[str, object]) -> Visitor:
    visitor = Visitor(browser, TRAVEL if "travel_hours" in facts else HORMONES)
    visitor.press("go", "first")
    visitor.walk(facts)
    return visitor


@pytest.mark.parametrize(
    ("said", "rule", "head"),
    [
        ({}, "PT-low", "Keep moving on the way."),
        ({"body_weight": 98}, "PT-moderate", "Your risk is a little higher: consider stockings"),
        (
            {"body_weight": 98, "legs_unfit_for_stockings": True},
            "PT-legs",
            "Your risk is a little higher. Do not wear tight stockings",
        ),
        ({"days_since_long_operation": 28}, "PT-surgery", "Talk to a doctor"),
        ({"previous_vte": True, "days_since_last_clot": 5}, "PT-new", "Do not set out yet."),
        ({"days_since_long_operation": "unknown"}, "PT-unknown", "Ask a pharmacist or a doctor"),
    ],
)
def test_a_traveller_is_told_what_the_class_of_risk_asks_for(
    browser: TestClient, said: dict[str, object], rule: str, head: str
) -> None:
    result = walked(browser, {**TRAVELLER, **said}).page
    assert result.heading.startswith(head)
    assert rule in result.rules
    assert "Aspirin does not prevent a clot on a journey" in result.text
    assert "No clinician has signed off" in result.text
    assert "set-cookie" not in result.headers


@pytest.mark.parametrize(
    ("said", "rule", "head"),
    [
        ({}, "PH-1", "As far as blood clots go, nothing"),
        ({"body_weight": 85}, "PH-bmi_30", "Tell the doctor or the nurse"),
        ({"previous_vte": True}, "PH-clot", "Talk to a doctor or a nurse before"),
        ({"hormone_wish": "without_oestrogen"}, "PH-without-oestrogen", "Ask a doctor or a nurse."),
        ({"smoking_status": "unknown", "age_years": 36}, "PH-unknown", "Ask a doctor, a nurse"),
        (
            {"hormone_wish": "replacement", "known_thrombophilia": True},
            "PH-skin",
            "If you want hormones in the menopause, ask about a patch",
        ),
    ],
)
def test_who_thinks_of_hormones_is_told_what_to_say_and_to_whom(
    browser: TestClient, said: dict[str, object], rule: str, head: str
) -> None:
    result = walked(browser, {**WOMAN, **said}).page
    assert result.heading.startswith(head)
    assert rule in result.rules


def test_questions_stop_once_it_is_decided_and_can_be_changed(browser: TestClient) -> None:
    short = walked(browser, {**TRAVELLER, "travel_hours": 2})
    asked = [value for name, value in short.page.forms[-1].buttons if name == "go"]
    assert asked == [
        *("change:travel_hours", "change:previous_vte", "change:operation_before_flying"),
    ]
    short.press("go", "change:travel_hours")
    assert short.page.heading == "How many hours will your journey take?"
    assert short.send(short.page.main, number="99").status == 422
    assert "from 0 to 72" in short.page.text
    assert short.send(short.page.main, number="9").key == "on_anticoagulant"


def test_the_way_back_leads_to_the_first_page_and_german_is_whole(browser: TestClient) -> None:
    visitor = Visitor(browser, HORMONES)
    visitor.press("go", "first")
    visitor.press("lang", "de")
    assert visitor.page.heading == "Was nehmen Sie, oder woran denken Sie?"
    visitor.walk({**WOMAN, "previous_vte": True})
    assert visitor.page.heading.startswith("Lassen Sie sich ärztlich beraten")
    assert "{" not in visitor.page.text
    for _ in range(3):
        visitor.press("go", "back")
    assert visitor.page.heading == "Die Pille, Hormone und Blutgerinnsel"


def test_what_no_page_of_ours_sends_is_refused(browser: TestClient) -> None:
    for said in ("smoking_status:never", "travel_hours:9999", "nothing"):
        answer = browser.post("/travel", data={"said": said, "go": "first"})
        assert answer.status_code == 400
        assert "These answers cannot be read" in answer.text
