"""Public triage: what is told in each worked case, in the words of each country, and as an answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from case_files import Example, examples
from command_line import Run
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.triage import words
from veinway.care.triage.countries import COUNTRIES, SAME_AS
from veinway.care.triage.questions import QUESTIONS, RED_FLAGS
from veinway.care.triage.rules import PUBLIC_TRIAGE
from veinway.care.triage.watch import SAID_BESIDE, SIGN_IS_THERE
from veinway.engine.one import Reasoner
from veinway.engine.urgency import matters, urgency
from veinway.language.errors import InputError
from veinway.language.values import Truth
from veinway.records.cases import read_case
from veinway.schemas import load
from veinway.show.triage_words import advise, beside, call_at_once, country, warning_signs, what_to_do

TRIAGE = list(examples(files="triage.yaml"))
ENGLAND = country("GB-ENG")
NEVER_TOLD_WHILE_A_RED_FLAG_IS_OPEN = {"routine", "self_care"}


def situation(**facts: object) -> Any:
    raw = {"at": "2026-03-04T10:00", "given": "nothing_wrong", "facts": facts}
    return read_case(raw, KNOWLEDGE).situations[""]


# What is told -----------------------------------------------------------------------------------


@pytest.mark.parametrize("example", TRIAGE, ids=lambda example: example.name)
def test_the_public_is_told_what_the_reference_says(example: Example) -> None:
    expected = example.expect["triage"]
    advice = advise(example.situations[""], ENGLAND)
    assert advice.urgency.do.key == expected["do"]
    assert advice.reason == expected.get("reason", "")
    if "matched" in expected:
        assert [row.id for row in advice.urgency.matched] == expected["matched"]


def test_every_rule_is_matched_by_some_case() -> None:
    seen = {row for example in TRIAGE for row in example.expect["triage"].get("matched", [])}
    assert {row.id for row in PUBLIC_TRIAGE.rows} - seen == set()


def test_the_rules_of_the_reference_are_all_there() -> None:
    ids = {row.id for row in (*PUBLIC_TRIAGE.rows, *PUBLIC_TRIAGE.meanwhile)}
    wanted = {f"TR-E{n}" for n in (1, 2, 3, 4, 5, 6, 7, "8a", "8b", "8c", "8d", "8e", "8f", 9, 10, 11)}
    assert wanted | {f"TR-U{n}" for n in range(1, 15)} <= ids


@pytest.mark.parametrize("fact", RED_FLAGS, ids=lambda fact: fact.key)
def test_nobody_is_told_to_wait_while_an_emergency_question_is_open(fact: Any) -> None:
    for more in ({}, {"long_travel": True, "smoker": True}, {"advice_on_hormones_or_family": True}):
        advice = advise(situation(**{**more, fact.key: "unknown"}), ENGLAND)
        assert advice.urgency.do.key not in NEVER_TOLD_WHILE_A_RED_FLAG_IS_OPEN
        assert advice.reason == "unknown_red_flag"
        assert [asked.key for asked in advice.unanswered] == [fact.key]


def test_learning_more_never_lowers_what_is_certain() -> None:
    less = urgency(PUBLIC_TRIAGE, Reasoner(situation(limb_swelling="unknown", limb_site_calf=True)))
    for answer in ("none", "part", "whole", "whole_and_very_tight"):
        more = urgency(PUBLIC_TRIAGE, Reasoner(situation(limb_swelling=answer, limb_site_calf=True)))
        assert less.at_least.rank <= more.at_least.rank <= more.at_most.rank <= less.at_most.rank


def test_nobody_is_told_that_there_is_or_is_no_clot() -> None:
    told = [*sum(words.WHAT_TO_DO.values(), ()), *words.WHY.values(), *words.AND_ALSO.values()]
    told += [outcome.text for outcome in PUBLIC_TRIAGE.outcomes]
    for text in told:
        assert not any(bad in text.lower() for bad in ("you have a", "you do not have", "no clot"))
    assert "does not tell whether there is a blood clot" in words.NO_VERDICT


def test_every_outcome_and_rule_has_plain_words() -> None:
    assert set(words.WHAT_TO_DO) == {outcome.key for outcome in PUBLIC_TRIAGE.outcomes}
    assert words.AND_ALSO.keys() == SAID_BESIDE.keys()
    assert set(words.WHY) == {row.id for row in (*PUBLIC_TRIAGE.rows, *PUBLIC_TRIAGE.meanwhile)}


# What is still asked ----------------------------------------------------------------------------


def asked_of(**facts: object) -> set[str]:
    return {fact.key for fact in matters(PUBLIC_TRIAGE, Reasoner(situation(**facts)))}


def test_nothing_matters_once_it_is_an_emergency() -> None:
    assert asked_of(chest_pain=True, breathlessness="unknown", limb_colour="unknown") == set()


def test_a_question_matters_only_if_some_answer_changes_what_to_do() -> None:
    leg = {"limb_site_calf": True, "symptom_onset_days": 3, "limb_pain_severity": "mild"}
    assert asked_of(**leg, limb_warm="unknown", visible_swollen_veins="unknown") == set()
    assert "injects_drugs" in asked_of(**leg, injects_drugs="unknown")
    assert asked_of(smoker="unknown") == set()
    assert asked_of(smoker="unknown", long_travel=True) == {"smoker"}


def test_two_answers_that_only_matter_together_are_both_asked() -> None:
    open_ = asked_of(breathlessness="unknown", previous_vte="unknown")
    assert {"breathlessness", "previous_vte"} <= open_


def test_every_question_is_about_a_fact_of_the_rules_and_emergencies_come_first() -> None:
    asked = [fact for _, _, facts in QUESTIONS for fact in facts]
    assert {fact.key for fact in asked} <= set(KNOWLEDGE.facts)
    assert {fact.key for fact in asked[: len(RED_FLAGS)]} == {fact.key for fact in RED_FLAGS}
    assert all(fact.tell for fact in asked)
    numbers = {id_ for id_, _, _ in QUESTIONS}
    assert {f"Q{n}" for n in range(1, 27)} <= numbers


# The words of countries -------------------------------------------------------------------------


def test_in_new_zealand_111_is_the_emergency_number_and_no_advice_line() -> None:
    head, _ = what_to_do(advise(situation(collapse_or_syncope=True), country("NZ")))
    assert head.startswith("Call 111,")
    calm = what_to_do(advise(situation(coughing_blood="streaks"), country("NZ")))
    assert "111," not in " ".join(calm).replace("0800 611 116", "")
    assert "Healthline" in calm[1]


def test_northern_ireland_has_no_111() -> None:
    told = " ".join(what_to_do(advise(situation(coughing_blood="streaks"), country("GB-NIR"))))
    assert "111" not in told
    assert "out-of-hours" in told


@pytest.mark.parametrize("code", ["", "JP", "XX-1"])
def test_without_a_known_country_no_number_is_taken_for_granted(code: str) -> None:
    head, _ = what_to_do(advise(situation(collapse_or_syncope=True), country(code)))
    assert "112 or your local emergency number" in head


def test_a_part_of_a_country_that_has_no_row_speaks_as_the_country() -> None:
    assert country("us-ca").emergency == "911"
    assert country("FR").name == country("EU").name
    assert country("uk").advice_line == country("GB").advice_line


def test_what_is_no_code_of_a_country_is_refused() -> None:
    with pytest.raises(InputError) as found:
        country("England")
    assert found.value.code == "I207"


@pytest.mark.parametrize("code", [*COUNTRIES, *SAME_AS, ""])
def test_every_country_has_words_for_every_outcome(code: str) -> None:
    where = country(code)
    assert where.cites
    for text in (
        *sum(words.WHAT_TO_DO.values(), ()),
        *words.AND_ALSO.values(),
        words.CALL_AT_ONCE,
        words.CALL_AGAIN,
    ):
        said = where.say(text)
        assert "{" not in said
        assert said[0].isupper()


# The command ------------------------------------------------------------------------------------


def cases(*facts: dict[str, object], given: str | None = "nothing_wrong") -> str:
    return "\n".join(
        json.dumps({"id": f"p{n}", **({"given": given} if given else {}), "facts": each})
        for n, each in enumerate(facts)
    )


def test_answers_in_json_hold_their_schema(run: Run) -> None:
    some = [{"chest_pain": True}, {"heart_racing": "unknown"}, {}, {"age_years": 9}, {"chest_pian": 1}]
    answer = run("triage", "-", "--json", "--country", "GB-ENG", stdin=cases(*some))
    assert answer.status == 2
    assert [line.get("disposition") for line in answer.lines] == [
        "emergency_now",
        "urgent_same_day",
        "self_care",
        "out_of_scope_child",
        None,
    ]
    check = Draft202012Validator(load("triage"))
    assert [error.message for line in answer.lines for error in check.iter_errors(line)] == []
    assert answer.lines[1]["reason"] == "unknown_red_flag"
    assert answer.lines[4]["error"]["code"] == "F201"


def test_an_empty_record_is_neither_an_emergency_nor_the_all_clear(run: Run) -> None:
    (line,) = run("triage", "-", "--json", stdin=cases({}, given=None)).lines
    assert (line["disposition"], line["reason"]) == ("urgent_same_day", "unknown_red_flag")
    assert (line["at_least"], line["at_most"]) == ("self_care", "emergency_now")


def test_a_page_says_what_to_do_first_and_always_the_warning_signs(run: Run) -> None:
    page = run("triage", "-", "--country", "IE", stdin=cases({"coughing_blood": "streaks"})).out
    assert page.index("urgent appointment with a GP today") < page.index("TR-U3")
    assert "Call 112 or 999 at once if any of this starts" in page
    assert "Call back if it gets worse" in page
    assert "No clinician has signed" in page
    assert KNOWLEDGE.chapter("diagnosis").edition in page


@pytest.mark.parametrize("facts", [{}, {"chest_pain": True}, {"heart_racing": "unknown"}])
def test_the_warning_signs_are_on_every_page(run: Run, facts: dict[str, object]) -> None:
    page = run("triage", "-", "--country", "US", stdin=cases(facts)).out
    assert "if any of this starts:" in page
    there = {"chest"} if facts.get("chest_pain") else set()
    for name, sign in words.WARNING_SIGNS.items():
        assert (words.WORSE_SIGNS[name] if name in there else sign)[:40] in page
    assert "Call back if it gets worse" in page


def said(**facts: object) -> str:
    advice = advise(situation(**facts), ENGLAND)
    return "\n".join(
        (*what_to_do(advice), *beside(advice), call_at_once(advice), *warning_signs(advice))
    )


def test_a_sign_that_is_there_is_never_one_that_may_start() -> None:
    assert words.WARNING_SIGNS.keys() == words.WORSE_SIGNS.keys() == SIGN_IS_THERE.keys()
    blood = said(coughing_blood="streaks")
    assert "coughing up more blood than now" in blood
    assert words.WARNING_SIGNS["blood"] not in blood
    old = {"limb_site_calf": True, "limb_side": "left", "symptom_onset_days": 100}
    cold = said(**old, limb_cold_numb_weak=True, limb_colour="blue_or_purple")
    for name in ("cold", "colour"):
        assert words.WORSE_SIGNS[name] in cold
        assert words.WARNING_SIGNS[name] not in cold
    tight = said(**{**old, "symptom_onset_days": 2}, limb_swelling="whole_and_very_tight")
    assert words.WORSE_SIGNS["tight"] in tight
    assert words.WARNING_SIGNS["tight"] not in tight


@pytest.mark.parametrize("example", TRIAGE, ids=lambda example: example.name)
def test_no_page_calls_an_emergency_what_its_instruction_does_not(example: Example) -> None:
    advice = advise(example.situations[""], ENGLAND)
    told = warning_signs(advice)
    reasoner = Reasoner(example.situations[""])
    for name, there in SIGN_IS_THERE.items():
        if reasoner.truth(there) is Truth.YES:
            assert words.WARNING_SIGNS[name] not in told
            assert words.WORSE_SIGNS[name] in told
    emergency = advice.urgency.do.key in ("emergency_now", "other_emergency")
    assert call_at_once(advice).startswith("While you wait") is emergency


@pytest.mark.parametrize(
    "facts",
    [
        {"coughing_blood": "streaks"},
        {"fever": "fever"},
        {"long_travel": True},
        {"limb_site_calf": True, "symptom_onset_days": 200},
        {},
    ],
    ids=str,
)
def test_bleeding_is_named_to_everybody_who_takes_a_blood_thinner(facts: dict[str, object]) -> None:
    assert "bleeding that does not stop" in said(**facts, on_anticoagulant="yes_missed_doses")
    assert "bleeding that does not stop" not in said(**facts)


def test_a_fever_is_told_of_sepsis_and_whom_to_call_during_cancer_treatment() -> None:
    assert "sepsis" in said(fever="fever")
    assert "cancer team now" not in said(fever="fever")
    assert "cancer team now" in said(fever="fever", active_cancer=True)
    assert "surgical team today" in said(fever="fever", recent_surgery_or_bedbound=True)
    assert "maternity unit now" in said(fever="fever", pregnant=True)
    assert "sepsis" not in said()


def test_of_two_limbs_the_more_urgent_one_is_told(run: Run) -> None:
    both = {"left": {"limb_colour": "mottled", "limb_cold_numb_weak": True}, "right": {}}
    case = json.dumps({"id": "a", "given": "nothing_wrong", "limbs": both})
    assert run("triage", "-", "--json", stdin=case).lines[0]["disposition"] == "emergency_now"


def test_whoever_takes_a_blood_thinner_hears_about_bleeding(run: Run) -> None:
    facts = {"limb_site_calf": True, "limb_swelling": "part", "symptom_onset_days": 2}
    page = run("triage", "-", stdin=cases({**facts, "on_anticoagulant": "yes"})).out
    assert "bleeding that does not stop" in " ".join(page.split())


def test_the_country_of_the_profile_is_used_unless_another_is_named(run: Run, tmp_path: Any) -> None:
    profile = tmp_path / "veinway.toml"
    profile.write_text('country = "NZ"\n')
    asked = ("triage", "-", "--json", "--profile", profile)
    assert run(*asked, stdin=cases({})).lines[0]["country"]["emergency"] == "111"
    assert run(*asked, "--country", "US", stdin=cases({})).lines[0]["country"]["emergency"] == "911"


def test_a_clinicians_page_does_not_show_the_publics_table(run: Run) -> None:
    (line,) = run("assess", "-", "--json", "--at", "2026-03-04", stdin=cases({})).lines
    assert "public_triage" not in [table["table"] for table in line["tables"]]
