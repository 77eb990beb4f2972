"""The dialogue of `veinway triage`: what is asked, in which order, and what people may type."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command_line import Run
from veinway.language.values import Interval
from veinway.show.triage_answers import Misunderstood, read_choice, read_choices, read_duration

CHEST_IS_FINE = ["n", "no", "n", "n", "n", "no", "0"]
"""Q1 to Q6, and the list of other emergencies."""
LIMB_IS_FINE = ["1", "1", "1", "n", "0"]
"""Q7 to Q11."""
PAIN_IN_A_LEFT_CALF = ["1", "2", "1", "n", "1", "1", "n", "n", "2"]
"""Q7 to Q15: mild, for two days."""


def hold(run: Run, *typed: str, country: str = "GB-ENG") -> dict[str, Any]:
    """The answer of a dialogue, with what was asked beside it."""
    lines = "".join(f"{line}\n" for line in typed)
    answer = run("triage", "--json", "--country", country, stdin=lines)
    assert answer.status == 0
    return {**json.loads(answer.out), "asked": answer.err, "times": answer.err.count("> ")}


def test_an_emergency_decides_at_once(run: Run) -> None:
    found = hold(run, "yes")
    assert found["disposition"] == "emergency_now"
    assert found["times"] == 1
    assert [row["id"] for row in found["matched"]] == ["TR-E1"]


def test_a_sore_swollen_calf_is_seen_today(run: Run) -> None:
    leg = ["2", "mod", "2", "no", "1", "left", "3 days", "no", "45", "n", "no", "no", "n"]
    found = hold(run, *CHEST_IS_FINE, *leg)
    assert found["disposition"] == "urgent_same_day"
    assert found["decided"] is True
    assert [row["id"] for row in found["matched"]] == ["TR-U1", "TR-U11"]
    assert "smoking" not in found["asked"]


def test_the_same_with_breathlessness_is_an_emergency(run: Run) -> None:
    found = hold(run, "n", "2", "n", "n", "n", "no", "0", "2")
    assert found["disposition"] == "emergency_now"
    assert [row["id"] for row in found["matched"]] == ["TR-E5", "TR-U3"]


def test_a_blue_tight_leg_is_an_emergency(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, "blue", "severe", "4")
    assert found["disposition"] == "emergency_now"
    assert found["asked"].rstrip().endswith(">")


def test_both_legs_swollen_for_months_can_wait(run: Run) -> None:
    legs = ["1", "1", "2", "n", "3", "both", "n", "4 months"]
    risks = ["n", "n", "n", "no", "n", "n", "n"]
    found = hold(run, *CHEST_IS_FINE, *legs, "no", "60", *risks)
    assert (found["disposition"], found["decided"]) == ("routine", True)


def test_streaks_of_blood_bring_in_the_blood_thinner_although_it_changes_nothing(run: Run) -> None:
    streaks = ["n", "no", "n", "n", "n", "2", "0", *LIMB_IS_FINE, "n", "n", "no", "70", "3"]
    found = hold(run, *streaks)
    assert (found["disposition"], found["decided"]) == ("urgent_same_day", True)
    assert "Stopped" not in found["asked"]
    assert "bleeding that does not stop" in " ".join(found["beside"])
    assert "coughing up more blood than now" in found["call_at_once_if"]


def test_pregnancy_sends_a_sore_leg_to_hospital(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, *PAIN_IN_A_LEFT_CALF, "no", "30", "y", "no")
    assert found["disposition"] == "urgent_same_day_hospital"


def test_a_child_is_seen_today_and_asked_nothing_about_pregnancy(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, *PAIN_IN_A_LEFT_CALF, "no", "15")
    assert found["disposition"] == "out_of_scope_child"
    assert "pregnant" not in found["asked"]


def test_nobody_of_60_is_asked_about_pregnancy(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, *PAIN_IN_A_LEFT_CALF, "no", "60", "no", "n")
    assert found["disposition"] == "urgent_same_day"
    assert found["decided"] is True
    assert "pregnant" not in found["asked"]


def test_whoever_has_no_symptom_and_no_plan_is_not_asked_for_risks(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, *LIMB_IS_FINE, "n", "n", "no", "35", "n", "n")
    assert found["disposition"] == "self_care"
    assert found["decided"] is True
    assert "cancer" not in found["asked"]


def test_a_journey_brings_the_risks_in(run: Run) -> None:
    risks = ["n", "no", "n", "n", "y"]
    found = hold(run, *CHEST_IS_FINE, *LIMB_IS_FINE, "n", "n", "no", "35", "n", "y", *risks)
    assert found["disposition"] == "routine"
    assert [row["id"] for row in found["matched"]] == ["TR-R3"]


# Not knowing ------------------------------------------------------------------------------------


def test_an_emergency_question_that_is_not_answered_is_asked_once_more(run: Run) -> None:
    without = ["n", "no", "n", "n", "?", "no", "0", *LIMB_IS_FINE, "n", "n", "no", "35", "n", "n"]
    found = hold(run, *without, "n")
    assert found["asked"].count("Is your heart beating very fast?") == 2
    assert "Once more" in found["asked"]
    assert found["disposition"] in ("self_care", "routine")
    again = hold(run, *without, "?")
    assert (again["disposition"], again["reason"]) == ("urgent_same_day", "unknown_red_flag")
    assert again["unanswered"][0]["fact"] == "heart_racing"
    assert again["asked"].count("Is your heart beating very fast?") == 2


def test_prefer_not_to_say_is_not_a_no(run: Run) -> None:
    found = hold(run, *CHEST_IS_FINE, *PAIN_IN_A_LEFT_CALF, "no", "45", "n", "no", "no", "-")
    assert (found["disposition"], found["at_most"]) == ("urgent_same_day", "urgent_same_day_hospital")
    assert "injects_drugs" in found["open"]


@pytest.mark.parametrize("typed", [(), ("n",), ("n", "q"), ("n", "", "q")])
def test_whoever_stops_early_is_told_what_is_known(run: Run, typed: tuple[str, ...]) -> None:
    found = hold(run, *typed)
    assert (found["disposition"], found["reason"]) == ("urgent_same_day", "unknown_red_flag")
    assert "Stopped" in found["asked"]


def test_the_last_answer_can_be_taken_back(run: Run) -> None:
    found = hold(run, "b", "n", "2", "back", "1", "y")
    assert "This is the first question." in found["asked"]
    assert found["disposition"] == "emergency_now"
    assert [row["id"] for row in found["matched"]] == ["TR-E4"]


def test_taking_back_more_than_one_answer_asks_each_of_them_again(run: Run) -> None:
    found = hold(run, "n", "no", "b", "b", "y")
    assert [row["id"] for row in found["matched"]] == ["TR-E1"]


def test_what_is_not_understood_is_asked_again_in_place(run: Run) -> None:
    found = hold(run, "perhaps", "7", "y")
    assert found["asked"].count("Type a number from 1 to 2") == 2
    assert found["disposition"] == "emergency_now"


def test_the_page_of_a_dialogue_follows_the_questions(run: Run) -> None:
    page = run("triage", "--country", "NZ", stdin="y\n").out
    assert page.index("fainted") < page.index("Call 111,")


# What people type -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("5", (5, 5)),
        ("5 days ago", (5, 5)),
        ("today", (0, 0)),
        ("yesterday", (1, 1)),
        ("2 weeks", (14, 20)),
        ("a week ago", (7, 13)),
        ("three months", (84, 123)),
        ("1 year", (365, 731)),
    ],
)
def test_durations_are_as_wide_as_they_are_rough(typed: str, days: tuple[int, int]) -> None:
    assert read_duration(typed) == Interval(*days)


@pytest.mark.parametrize("typed", ["", "long", "some days", "a", "-3", "3 moons"])
def test_what_is_no_duration_is_refused(typed: str) -> None:
    with pytest.raises(Misunderstood):
        read_duration(typed)


def test_an_option_is_named_by_its_number_or_the_beginning_of_its_words() -> None:
    options = ("no, or no more than usual", "yes, a little", "yes, it came on suddenly")
    assert read_choice("2", options) == 1
    assert read_choice("no", options) == 0
    assert read_choice("yes, it", options) == 2
    for typed in ("yes", "0", "4", "maybe"):
        with pytest.raises(Misunderstood):
            read_choice(typed, options)


def test_several_options_are_named_by_their_numbers() -> None:
    options = ("the calf", "the thigh", "the whole leg")
    assert read_choices("1 3", options) == {0, 2}
    assert read_choices("1, 2 and 3", options) == {0, 1, 2}
    assert read_choices("0", options) == frozenset()
    for typed in ("4", "calf and thigh"):
        with pytest.raises(Misunderstood):
            read_choices(typed, options)
