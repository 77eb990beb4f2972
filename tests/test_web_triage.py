"""Triage for the public, page by page, without script: what is asked, told, refused, and never kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from triage_pages import Page, Visitor
from veinway.records.profile import Profile
from veinway.web import rendering
from veinway.web.service.triage_trail import PLACES
from veinway.web.texts import LANGUAGES, preferred, texts
from web_site import made

ROOT = Path(__file__).parents[1]
NOTHING_WRONG = yaml.safe_load((ROOT / "src/veinway/given/nothing_wrong.yaml").read_text())
CASES = yaml.safe_load((ROOT / "cases/triage.yaml").read_text())["cases"]
LEAFLETS = [case for case in CASES if case["id"].startswith("T-x")]
HEADS = {
    "emergency_now": "Call 999, or go to A&E, now.",
    "urgent_same_day": "Ask for an urgent appointment with a GP today.",
    "urgent_same_day_hospital": "You need to be seen in a hospital today.",
    "out_of_scope_child": "Someone under 18 needs to be seen by a doctor today.",
    "routine": "Book an ordinary appointment with a GP.",
    "self_care": "Nothing that you answered needs a doctor now.",
}
SORE_CALF = {
    **NOTHING_WRONG,
    "limb_site_calf": True,
    "limb_side": "left",
    "symptom_onset_days": 3,
    "limb_pain_severity": "moderate",
}


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return Visitor(made(tmp_path).browser())


def facts_of(case: dict[str, Any]) -> dict[str, Any]:
    return {**NOTHING_WRONG, **case["facts"]}


# What is told -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", LEAFLETS, ids=lambda case: case["id"])
def test_each_scenario_of_the_leaflets_ends_where_the_reference_says(
    visitor: Visitor, case: dict[str, Any]
) -> None:
    visitor.begin()
    page = visitor.walk(facts_of(case))
    expected = case["expect"]["triage"]
    assert page.heading == HEADS[expected["do"]]
    assert set(page.rules) - {"unknown_red_flag"} <= set(expected["matched"])
    assert ("You could not answer everything" in page.text) is (expected.get("reason", "") != "")


def test_an_emergency_stops_the_questions_and_shows_the_number(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.say("yes")
    assert page.heading == HEADS["emergency_now"]
    assert "Emergency: act now" in page.text
    assert '<a class="vw-call" href="tel:999">' in page.html
    assert page.rules == ["TR-E1"]
    assert "NHS factsheet on pulmonary embolism" in page.text


@pytest.mark.parametrize(
    ("place", "number", "words"),
    [
        ("NZ", "111", "Call 111, or go to an emergency department (ED), now."),
        ("IE", "999", "Call 112 or 999, or go to an emergency department (ED), now."),
        ("DE", "112", "Call 112, or go to a hospital emergency department, now."),
        ("other", "112", "Call 112 or your local emergency number, or go to"),
    ],
)
def test_the_words_are_those_of_the_country(
    visitor: Visitor, place: str, number: str, words: str
) -> None:
    visitor.begin(place)
    page = visitor.say("yes")
    assert page.heading.startswith(words)
    assert f'href="tel:{number}"' in page.html
    if place == "other":
        assert "We do not know your country" in page.text


def test_every_country_can_be_chosen_and_changed_on_the_last_page(visitor: Visitor) -> None:
    visitor.begin("NZ")
    visitor.say("yes")
    page = visitor.press("go", "country")
    assert page.ticked == ["NZ"]
    assert [value for _, value, _ in page.main.ticks] == list(PLACES)
    page = visitor.send(page.main, place="US")
    assert page.heading.startswith("Call 911")


def test_a_number_to_call_can_be_touched_wherever_it_stands(visitor: Visitor) -> None:
    visitor.begin("AU")
    page = visitor.walk({**NOTHING_WRONG, "coughing_blood": "streaks"})
    assert 'href="tel:1800022222"' in page.html
    assert 'href="tel:000"' in page.html


def test_the_result_says_what_was_said_why_and_for_whom(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.walk(SORE_CALF)
    for said in (
        "Moderate",
        "3 days ago",
        "The calf",
        "New pain or swelling in one leg",
        "This does not tell whether there is a blood clot",
        "Call back if it gets worse",
        "A drooping face or arm, or muddled speech",
        "For adults with signs of a clot",
        "Rules of edition",
        "Nobody measured your blood pressure",
    ):
        assert said in page.text, said
    assert page.rules == ["TR-U1", "TR-U11"]


def test_a_sign_that_is_there_is_not_one_that_may_start_in_either_language(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.walk({**NOTHING_WRONG, "coughing_blood": "streaks", "on_anticoagulant": "yes"})
    assert page.heading == HEADS["urgent_same_day"]
    assert "Coughing up more blood than now" in page.text
    assert "Coughing up more than streaks" not in page.text
    assert "Because you take a blood thinner" in page.text
    page = visitor.press("lang", "de")
    assert "Husten mit mehr Blut als jetzt" in page.text
    assert "Husten mit mehr als Spuren" not in page.text
    assert "Weil Sie einen Blutverdünner nehmen" in page.text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "A fever can be the beginning of sepsis. Call 999 at once"),
        ({"active_cancer": True}, "Call the emergency line of your cancer team now"),
        ({"recent_surgery_or_bedbound": True}, "call your ward or surgical team today"),
    ],
    ids=str,
)
def test_a_fever_says_what_would_be_sepsis(visitor: Visitor, facts: dict[str, Any], said: str) -> None:
    visitor.begin()
    page = visitor.walk({**NOTHING_WRONG, "fever": "fever", **facts})
    assert page.heading == HEADS["urgent_same_day" if facts else "routine"]
    assert said in page.text


def test_a_child_is_not_asked_about_pregnancy(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.walk({**SORE_CALF, "age_years": 15})
    assert page.heading == HEADS["out_of_scope_child"]
    assert "pregnant?" not in page.text


# Not knowing ------------------------------------------------------------------------------------


def test_nothing_is_ticked_before_and_not_knowing_can_always_be_said(visitor: Visitor) -> None:
    visitor.press("go", "country")
    assert visitor.page.ticked == []
    visitor.send(visitor.page.main, place="GB-ENG")
    while not visitor.page.is_result:
        assert visitor.page.ticked == []
        offered = [value for form in visitor.page.forms for _, value, _ in form.ticks]
        buttons = [button for form in visitor.page.forms for button in form.buttons]
        assert "unknown" in offered or ("answer", "unknown") in buttons
        visitor.say("unknown")
    assert visitor.page.heading == HEADS["urgent_same_day"]
    assert "an emergency cannot be excluded" in visitor.page.text


def test_an_emergency_question_is_asked_once_more_and_the_second_answer_counts(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.walk({**NOTHING_WRONG, "heart_racing": "unknown"}, until="heart_racing")
    visitor.say("unknown")
    page = visitor.walk(NOTHING_WRONG, until="heart_racing")
    assert "We ask this once more" in page.text
    assert visitor.say("no").heading == HEADS["self_care"]


def test_the_rest_of_a_list_may_be_unknown(visitor: Visitor) -> None:
    visitor.begin()
    visitor.walk(SORE_CALF, until="limb_site_calf")
    visitor.say("limb_site_calf", "unknown")
    page = visitor.walk(SORE_CALF)
    assert "The calf; I do not know" in page.text
    assert page.heading == HEADS["urgent_same_day"]


def test_who_would_rather_not_say_may_and_it_is_no_no(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.walk(SORE_CALF, until="injects_drugs")
    assert ("answer", "refused", False) in page.main.ticks
    page = visitor.say("refused")
    assert "I would rather not say" in page.text
    assert "so this is on the safe side" in page.text


@pytest.mark.parametrize(
    ("until", "answers", "said"),
    [
        ("collapse_or_syncope", {}, "Choose one answer."),
        ("altered_consciousness", {}, "Choose what applies"),
        ("altered_consciousness", {"answer": ["none", "stroke_signs"]}, "not both"),
        ("symptom_onset_days", {}, "Write a number in digits"),
        ("symptom_onset_days", {"number": "three", "unit": "days"}, "Write a number in digits"),
        ("symptom_onset_days", {"number": "²", "unit": "days"}, "Write a number in digits"),
        ("symptom_onset_days", {"number": "3"}, "Choose days, weeks, months or years."),
        ("symptom_onset_days", {"number": "99999", "unit": "years"}, "too long ago"),
        ("age_years", {"number": "131"}, "Write a number from 0 to 130."),
        ("age_years", {"number": "9" * 300}, "Write a number from 0 to 130."),
    ],
)
def test_an_answer_that_is_none_is_asked_for_again_and_is_not_taken_for_no(
    visitor: Visitor, until: str, answers: dict[str, Any], said: str
) -> None:
    visitor.begin()
    visitor.walk(SORE_CALF, until=until)
    before = visitor.page.main.hidden
    page = visitor.send(visitor.page.main, **answers)
    assert page.status == 422
    assert page.key == until
    assert said in page.text
    assert "<title>Error: " in page.html
    assert page.main.hidden == before
    assert page.main.written.get("number", "") == answers.get("number", "")


def test_no_country_is_an_error_too(visitor: Visitor) -> None:
    visitor.press("go", "country")
    page = visitor.send(visitor.page.main)
    assert page.status == 422
    assert "Choose a country" in page.text


@pytest.mark.parametrize(
    ("number", "unit", "shown", "head"),
    [
        ("0", "", "Today", "urgent_same_day"),
        ("1", "days", "1 day ago", "urgent_same_day"),
        ("6", "weeks", "6 weeks ago", "urgent_same_day"),
        ("4", "months", "4 months ago", "routine"),
        ("2", "years", "2 years ago", "routine"),
    ],
)
def test_how_long_ago_is_written_in_days_weeks_months_or_years(
    visitor: Visitor, number: str, unit: str, shown: str, head: str
) -> None:
    calf = {**SORE_CALF, "limb_pain_severity": "mild"}
    visitor.begin()
    visitor.walk(calf, until="symptom_onset_days")
    visitor.send(visitor.page.main, number=number, **({"unit": unit} if unit else {}))
    page = visitor.walk(calf)
    assert shown in page.text
    assert page.heading == HEADS[head]


# Going back -------------------------------------------------------------------------------------


def test_back_shows_the_question_before_with_what_was_said(visitor: Visitor) -> None:
    visitor.begin()
    visitor.say("no")
    visitor.say("new_mild")
    page = visitor.press("go", "back")
    assert (page.key, page.ticked) == ("breathlessness", ["new_mild"])
    page = visitor.press("go", "back")
    assert (page.key, page.ticked) == ("collapse_or_syncope", ["no"])
    page = visitor.press("go", "back")
    assert page.heading == "Which country are you in now?"
    assert page.ticked == ["GB-ENG"]
    page = visitor.send(page.main, place="GB-ENG")
    assert page.key == "collapse_or_syncope"


def test_back_shows_a_number_as_it_was_written(visitor: Visitor) -> None:
    visitor.begin()
    visitor.walk({**SORE_CALF, "symptom_onset_days": 5}, until="fever")
    page = visitor.press("go", "back")
    assert page.main.written["number"] == "5"
    assert page.ticked == ["days"]


def test_one_answer_can_be_changed_and_the_others_stay(visitor: Visitor) -> None:
    visitor.begin()
    visitor.walk(SORE_CALF)
    page = visitor.press("go", "change:breathlessness")
    assert page.ticked == ["none"]
    page = visitor.say("new_mild")
    assert page.heading == HEADS["emergency_now"]
    assert "TR-E5" in page.rules
    visitor.press("go", "change:breathlessness")
    page = visitor.say("none")
    assert page.heading == HEADS["urgent_same_day"]
    assert "3 days ago" in page.text


def test_an_answer_that_was_doubtful_twice_can_be_changed(visitor: Visitor) -> None:
    visitor.begin()
    visitor.walk({**NOTHING_WRONG, "heart_racing": "unknown"})
    page = visitor.press("go", "change:heart_racing")
    assert page.ticked == ["unknown"]
    assert visitor.say("no").heading == HEADS["self_care"]


def test_the_same_page_sent_twice_says_the_same(visitor: Visitor) -> None:
    visitor.begin()
    form = visitor.page.main
    first = visitor.send(form, answer="no")
    assert visitor.send(form, answer="no").text == first.text


# What is refused --------------------------------------------------------------------------------

FINE = {"country": "GB-ENG", "go": "answer:collapse_or_syncope", "answer": "no"}


@pytest.mark.parametrize(
    "changed",
    [
        {"country": "XX"},
        {"country": "<script>"},
        {"go": "answer:nothing_of_ours"},
        {"go": "answer:"},
        {"go": "away"},
        {"go": "change:nothing_of_ours"},
        {"go": "place", "place": "GB"},
        {"answer": "perhaps"},
        {"answer": ["yes", "no"]},
        {"answer": "refused"},
        {"said": "nothing_of_ours:yes"},
        {"said": "heart_racing"},
        {"said": "heart_racing:perhaps"},
        {"said": ["heart_racing:yes"] * 3},
        {"said": "limb_site_calf:none+limb_site_thigh"},
        {"said": "limb_site_calf:limb_site_thigh+limb_site_thigh"},
        {"said": "age_years:-1"},
        {"said": "age_years:never"},
        {"said": "symptom_onset_days:3 fortnightz"},
        {"said": "symptom_onset_days:" + "9" * 400},
        {"go": "answer:age_years", "answer": "never"},
        {"go": "answer:symptom_onset_days", "answer": [], "number": "3", "unit": "eons"},
    ],
    ids=str,
)
def test_a_form_that_was_tampered_with_is_refused_in_plain_words(
    visitor: Visitor, changed: dict[str, Any]
) -> None:
    page = Page(visitor.browser.post("/triage", data={**FINE, **changed}))
    assert page.status == 400
    assert page.heading == "These answers cannot be read"
    assert "Call 112 or your local emergency number" in page.text
    assert "<script>" not in page.text


def test_what_a_form_has_too_much_or_too_little_of_is_not_minded(visitor: Visitor) -> None:
    browser = visitor.browser
    assert Page(browser.post("/triage", data={})).heading == "Which country are you in now?"
    assert Page(browser.post("/triage", data={"lang": "xx", "spy": "1"})).status == 200
    out_of_turn = {**FINE, "go": "answer:smoker", "answer": "yes"}
    assert Page(browser.post("/triage", data=out_of_turn)).status == 400
    later = {**FINE, "go": "answer:fever", "answer": "none"}
    assert Page(browser.post("/triage", data=later)).key == "collapse_or_syncope"


def test_a_form_that_is_too_large_is_refused(visitor: Visitor) -> None:
    page = Page(visitor.browser.post("/triage", data={**FINE, "said": ["x" * 999] * 30}))
    assert page.status == 413
    assert "call your emergency number" in page.text


# What is kept -----------------------------------------------------------------------------------


def test_nothing_is_kept_no_cookie_no_address_no_log(
    visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [visitor.page]
    answers.append(visitor.begin("NZ"))
    while not visitor.page.is_result:
        visitor._answer({**SORE_CALF, "symptom_onset_days": 17})
        answers.append(visitor.page)
    assert not visitor.browser.cookies
    for page in answers:
        assert "set-cookie" not in page.headers
        assert page.headers["cache-control"] == "no-store"
    logged = capsys.readouterr().err
    assert '"route": "/triage"' in logged
    for secret in ("NZ", "limb_site_calf", "moderate", "17 days"):
        assert secret not in logged


def test_who_is_signed_in_can_use_it_as_well(tmp_path: Path) -> None:
    visitor = Visitor(made(tmp_path).browser("clinician"))
    visitor.begin()
    assert visitor.say("yes").heading == HEADS["emergency_now"]


def test_the_first_page_says_when_not_to_begin_in_the_words_of_the_site(tmp_path: Path) -> None:
    page = Visitor(made(tmp_path, site=Profile(country="GB")).browser()).page
    assert "Call 999 now if you have any of this" in page.text
    assert 'href="tel:999"' in page.html
    assert "under 18" in page.text
    page = Visitor(made(tmp_path, site=Profile(country="FR")).browser()).page
    assert "Call 112 now" in page.text


# Languages --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("fr,de;q=0.3,en;q=0.2", "de"),
        ("fr-FR, en;q=0.8, de;q=0.7", "en"),
        ("de;q=0, en;q=0.1", "en"),
        ("*", "en"),
        ("de;q=x,;;,", "en"),
    ],
)
def test_the_browser_says_which_language_comes_first(header: str, language: str) -> None:
    assert preferred(header) == language


def test_the_language_can_be_changed_on_the_way_and_stays(visitor: Visitor) -> None:
    assert '<html lang="en">' in visitor.page.html
    visitor.begin("DE")
    visitor.say("no")
    page = visitor.press("lang", "de")
    assert '<html lang="de">' in page.html
    assert page.heading == "Fällt Ihnen das Atmen schwerer als sonst?"
    page = visitor.say("severe")
    assert page.heading == (
        "Rufen Sie jetzt 112 an, oder gehen Sie jetzt in die Notaufnahme eines Krankenhauses."
    )
    assert "Sind Sie ohnmächtig geworden" in page.text
    assert visitor.press("lang", "en").heading.startswith("Call 112")


def test_an_address_or_the_browser_asks_for_german_and_all_that_the_public_sees_is(
    visitor: Visitor,
) -> None:
    browser = visitor.browser
    for page in (
        Page(browser.get("/triage?lang=de")),
        Page(browser.get("/triage", headers={"accept-language": "de-CH"})),
        Page(browser.get("/", headers={"accept-language": "de-CH"})),
    ):
        assert '<html lang="de">' in page.html
        for english in ("Check symptoms", "Skip to", "Sign in", "Rules of edition", "Start again"):
            assert english not in page.html
    page = Page(browser.post("/triage", data={"country": "XX", "lang": "de"}))
    assert page.heading == "Diese Antworten kann man nicht lesen"
    page = Page(browser.get("/triage?lang=%3Cscript%3E"))
    assert '<html lang="en">' in page.html


@pytest.mark.parametrize("place", PLACES)
def test_all_of_german_can_be_shown(visitor: Visitor, place: str) -> None:
    visitor.press("go", "country")
    visitor.press("lang", "de")
    visitor.send(visitor.page.main, place=place)
    page = visitor.say("yes")
    assert page.heading.startswith("Rufen Sie jetzt ")
    assert "{" not in page.text


def test_every_text_is_there_in_both_languages_with_the_same_places_and_numbers() -> None:
    english = texts("en").known
    for language in LANGUAGES:
        known = texts(language).known
        assert known.keys() == english.keys()
        for name, text in known.items():
            assert text, name
            for part in (r"\{\w*\}", r"\d+"):
                said, wanted = re.findall(part, text), re.findall(part, english[name])
                assert sorted(said) == sorted(wanted), f"{language}, {name}"


def test_every_name_that_a_page_uses_is_a_text() -> None:
    sources = [
        *Path(rendering.__file__).parent.glob("templates/**/*.html"),
        *Path(rendering.__file__).parent.glob("**/*.py"),
    ]
    used = {
        name
        for source in sources
        for name in re.findall(r"\bt(?:\.plain)?\(\s*[\"']([\w./-]+)[\"']", source.read_text())
    }
    assert len(used) > 60
    assert used - {name for name in used if name.endswith(".")} <= texts("en").known.keys()


def test_no_text_says_that_there_is_or_is_no_clot() -> None:
    english = r"you (probably |may |do not )*have (a|no|any) (blood )?clot|there is (a|no) (blood )?clot"
    german = r"sie haben (vermutlich |wohl )*k?ein (blut)?gerinnsel|k?ein (blut)?gerinnsel (da|ist)"
    for language, pattern in (("en", english), ("de", german)):
        for name, text in texts(language).known.items():
            said = re.sub(r"whether there is a blood clot|ob ein blutgerinnsel da ist", "", text.lower())
            assert not re.search(pattern, said), name
