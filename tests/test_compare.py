"""Guidelines side by side: when they differ, in what, and when nothing can be said yet."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from veinway.care.facts.tests import leg_scan_request
from veinway.care.sources import NG158, PRODUCT
from veinway.engine.compare import Comparison, Verdict, compare
from veinway.engine.one import Reasoner
from veinway.engine.positions import Stance
from veinway.language import (
    EPISODE,
    YesNoExpression,
    action,
    by,
    commits,
    days,
    escalates,
    hours,
    in_days,
    neutral,
    no,
    otherwise,
    question,
    row,
    silent,
    speaks_not,
    step,
    table,
    yes_no,
)
from veinway.language.facts import Cost
from veinway.language.knowledge import Knowledge
from veinway.language.outcomes import Outcome, Strength
from veinway.language.steps import Action, Due, Question, Step
from veinway.language.values import Known, Situation, Truth
from veinway.show.compare_words import act_words, difference_lines, window_words
from veinway.show.json_rules import due_words

CITE = NG158.rec("1.1.3")


def _fact(key: str) -> Any:
    return yes_no(key, key, ask=f"{key}?", cost=Cost.ASK, source=PRODUCT.at("tests"))


HERE, RESULT = _fact("here"), _fact("result")
SCAN = neutral("scan_once_more", "Scan again.", action="repeat_scan", strength=Strength.OFFER)
WAIT = neutral("wait", "Wait.")
NOTHING = silent("nothing_said", "Says nothing.")


def conclude(key: str, outcome: Outcome, other: Outcome = WAIT, when: YesNoExpression = HERE) -> Any:
    rows = [row(when, outcome, cite=CITE), otherwise(other, cite=CITE)]
    return table(f"{key}_conclusion", key, hit="first", source=CITE, rows=rows)


def do(
    act: str, due: Due | None = None, strength: Strength = Strength.OFFER, when: YesNoExpression = HERE
) -> Action:
    return action(f"{act}_now", act, when=when, cite=CITE, due=due, strength=strength, act=act)


def answer(
    asked: Question,
    guideline: str,
    *plan: Action,
    concludes: Outcome = WAIT,
    other: Outcome = WAIT,
    when: YesNoExpression = HERE,
    for_whom: YesNoExpression = HERE,
) -> Step:
    key = f"{asked.key}_{guideline}"
    return step(
        key,
        key,
        question=asked,
        guideline=guideline,
        subject=EPISODE,
        source=CITE,
        for_whom=for_whom,
        conclusion=conclude(key, concludes, other, when),
        plan=list(plan),
    )


def compared(asked: Question, *steps: Step, **facts: bool) -> Comparison:
    module = ModuleType("made_up_rules")
    vars(module).update({"asked": asked, **{each.key: each for each in steps}})
    knowledge = Knowledge.of("here", (module,), (), (), ())
    known = {key: Known(Truth.YES if value else Truth.NO) for key, value in facts.items()}
    situation = Situation(known, {}, 20000, 20000, 28_800_000, 28_800_000, {}, ())
    here = Reasoner(situation)
    return compare(knowledge, asked, here, here)


Q = question("again", "Is a second scan needed?")


def verdict(*steps: Step, asked: Question = Q, **facts: bool) -> Verdict:
    return compared(asked, *steps, **{"here": True, **facts}).verdict


def test_the_same_act_at_the_same_time_is_the_same_whatever_the_words_and_keys() -> None:
    other = commits("rescan", "Look once more.", action="repeat_scan")
    assert verdict(answer(Q, "nice", concludes=SCAN), answer(Q, "ash", concludes=other)) is Verdict.SAME
    in_plan = answer(Q, "chest", do("repeat_scan"))
    assert verdict(answer(Q, "nice", concludes=SCAN), in_plan) is Verdict.SAME


def test_the_same_act_at_another_time_differs_in_timing() -> None:
    nice, chest = do("repeat_scan", by(days(8))), do("repeat_scan", by(days(7)))
    found = compared(Q, answer(Q, "nice", nice), answer(Q, "chest", chest), here=True)
    assert found.verdict is Verdict.DIFFERENT_TIMING
    assert [(each.act, each.one.guideline, each.other.guideline) for each in found.differences] == [
        ("repeat_scan", "nice", "chest")
    ]


def test_a_time_counted_from_another_moment_is_another_time() -> None:
    asked = by(hours(4), of="request")
    counted = action(
        "asked", "d", when=HERE, cite=CITE, due=asked, request=leg_scan_request, act="d_dimer"
    )
    nice, qs = answer(Q, "nice", do("d_dimer", by(hours(4)))), answer(Q, "qs", counted)
    assert verdict(nice, qs) is Verdict.DIFFERENT_TIMING


def test_a_guideline_that_names_no_time_does_not_differ_in_timing() -> None:
    nice, ash = do("repeat_scan", by(days(8))), do("repeat_scan")
    assert verdict(answer(Q, "nice", nice), answer(Q, "ash", ash)) is Verdict.SAME


def test_several_windows_of_one_act_are_compared_as_a_set() -> None:
    after = do("proximal_scan")
    twice = [
        action(
            f"again_{n}",
            "again",
            when=HERE,
            cite=CITE,
            due=in_days(n, n),
            act="repeat_scan",
            after=("proximal_scan_now",),
        )
        for n in (3, 7)
    ]
    once = do("repeat_scan", by(days(7)))
    rcog, chest = answer(Q, "rcog", after, *twice), answer(Q, "chest", once)
    assert verdict(rcog, chest) is Verdict.DIFFERENT_TIMING
    assert verdict(rcog, answer(Q, "esvs", after, *twice)) is Verdict.SAME


def test_the_same_act_more_strongly_differs_in_strength() -> None:
    weak = answer(Q, "esc", do("d_dimer", strength=Strength.CONSIDER))
    assert verdict(answer(Q, "nice", do("d_dimer")), weak) is Verdict.DIFFERENT_STRENGTH


def test_what_one_asks_for_and_another_warns_against_is_another_action() -> None:
    never = neutral("never", "Do not.", action="d_dimer", strength=Strength.DO_NOT)
    rcog, esc = answer(Q, "rcog", concludes=never), answer(Q, "esc", do("d_dimer"))
    assert verdict(rcog, esc) is Verdict.DIFFERENT_ACTION
    assert verdict(rcog, answer(Q, "ash", concludes=never)) is Verdict.SAME


def test_an_act_that_a_guideline_knows_and_does_not_ask_for_here_differs() -> None:
    chest = answer(Q, "chest", do("repeat_scan"), do("stop_no_further_test"))
    nice = answer(Q, "nice", do("repeat_scan", when=no(HERE)), do("stop_no_further_test"))
    found = compared(Q, chest, nice, here=True)
    assert found.verdict is Verdict.DIFFERENT_ACTION
    assert [each.act for each in found.differences] == ["repeat_scan"]


def test_an_act_that_a_guideline_never_mentions_is_its_silence_not_a_difference() -> None:
    more = answer(Q, "nice", do("proximal_scan"), do("baseline_bloods"))
    assert verdict(more, answer(Q, "ash", do("proximal_scan"))) is Verdict.SAME


def test_two_that_have_no_act_in_common_differ() -> None:
    found = compared(
        Q, answer(Q, "esc", do("ctpa")), answer(Q, "ash", do("lung_scintigraphy")), here=True
    )
    assert found.verdict is Verdict.DIFFERENT_ACTION
    assert [each.act for each in found.differences] == [""]


def test_action_outweighs_timing_and_timing_outweighs_strength() -> None:
    one = answer(
        Q, "nice", do("d_dimer", by(hours(4)), Strength.CONSIDER), do("ctpa", by(hours(1))), do("x_ray")
    )
    other = answer(
        Q, "esc", do("d_dimer", by(hours(4))), do("ctpa", by(hours(2))), do("x_ray", when=no(HERE))
    )
    found = compared(Q, one, other, here=True)
    assert found.verdict is Verdict.DIFFERENT_ACTION
    assert {each.verdict for each in found.differences} == {
        Verdict.DIFFERENT_ACTION,
        Verdict.DIFFERENT_TIMING,
        Verdict.DIFFERENT_STRENGTH,
    }


def test_what_is_open_leaves_it_undecided_unless_a_difference_is_certain() -> None:
    nice = answer(Q, "nice", do("repeat_scan"))
    ash = answer(Q, "ash", do("repeat_scan", when=RESULT), concludes=SCAN, when=RESULT)
    assert verdict(nice, ash) is Verdict.UNDECIDED
    assert verdict(nice, ash, result=True) is Verdict.SAME
    assert verdict(nice, ash, result=False) is Verdict.DIFFERENT_ACTION
    esvs = answer(Q, "esvs", do("repeat_scan", by(days(7))))
    chest = answer(Q, "chest", do("repeat_scan", by(days(8))))
    assert verdict(ash, esvs, chest) is Verdict.DIFFERENT_TIMING


def test_a_guideline_that_may_not_be_for_this_patient_states_no_difference() -> None:
    esc = answer(Q, "esc", do("repeat_scan", by(days(1))), for_whom=RESULT)
    nice = answer(Q, "nice", do("repeat_scan", by(days(8))))
    found = compared(Q, nice, esc, here=True)
    assert found.verdict is Verdict.UNDECIDED
    assert [each.stance for each in found.positions] == [Stance.SPEAKS, Stance.MAY_APPLY]
    assert verdict(nice, esc, result=False) is Verdict.ONE_ANSWER


def test_silence_is_named_and_never_a_difference() -> None:
    chest = answer(Q, "chest", do("repeat_scan"))
    assert verdict(chest, answer(Q, "nice", concludes=NOTHING)) is Verdict.SILENT
    asked = question("other", "Other?", silent=[speaks_not("esc", CITE)])
    found = compared(asked, answer(asked, "chest", do("repeat_scan")), here=True)
    assert found.verdict is Verdict.SILENT
    assert [each.guideline for each in found.positions if each.stance is Stance.SILENT] == ["esc"]


def test_a_question_that_is_for_nobody_here_is_not_one() -> None:
    assert verdict(answer(Q, "nice", do("ctpa")), here=False) is Verdict.NOT_APPLICABLE


def test_nothing_known_decides_nothing() -> None:
    found = compared(Q, answer(Q, "nice", do("ctpa")), answer(Q, "esc", do("d_dimer")))
    assert found.verdict is Verdict.UNDECIDED
    assert [each.act for each in found.differences] == []


@pytest.mark.parametrize("outcome", [escalates("at_once", "Now.", action="ctpa", timing="now")])
def test_the_plan_says_when_rather_than_the_words_of_a_conclusion(outcome: Outcome) -> None:
    esc = answer(Q, "esc", do("ctpa", by(hours(1))), concludes=outcome)
    (position,) = compared(Q, esc, here=True).positions
    (claim,) = [each for each in position.claims if each.act == "ctpa"]
    assert claim.timing == {by(hours(1))}
    assert len(claim.said) == 2


# Words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "words", "long"),
    [
        (by(hours(4)), "within 4 hours of suspicion", "within 4 hours of the first suspicion"),
        (by(hours(4), of="request"), "within 4 hours of the request", "within 4 hours of the request"),
        (in_days(6, 8), "day 6 to 8", "day 6 to 8 after the action before it"),
        (in_days(5, 7), "day 5 to 7", "day 5 to 7 after the action before it"),
        (in_days(7, 7), "day 7", "day 7 after the action before it"),
        (by(days(7), of="action"), "within 1 week", "within 1 week of the action before it"),
    ],
)
def test_a_window_in_few_words_and_in_full(due: Due, words: str, long: str) -> None:
    assert window_words(due) == words
    assert due_words(due) == long


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("d_dimer", "D-dimer"),
        ("repeat_scan", "repeat scan"),
        ("ctpa", "CTPA"),
        ("chest_x_ray", "chest X-ray"),
    ],
)
def test_an_act_is_said_as_a_clinician_knows_it(act: str, words: str) -> None:
    assert act_words(act) == words


def test_every_difference_line_names_the_guidelines_and_where() -> None:
    nice, chest = do("repeat_scan", by(days(8))), do("repeat_scan", by(days(7)))
    found = compared(Q, answer(Q, "nice", nice), answer(Q, "chest", chest), here=True)
    (line,) = difference_lines(found)
    assert line.startswith("Different timing, repeat scan. NICE: within 8 days of suspicion; CHEST: ")
    assert "NICE (recommendation 1.1.3)" in difference_lines(found, cited=True)[0]


def test_one_act_is_told_once_by_its_weightiest_difference() -> None:
    steps = (
        answer(Q, "nice", do("repeat_scan", by(days(8)))),
        answer(Q, "chest", do("repeat_scan", by(days(7)))),
        answer(Q, "ash", do("repeat_scan", when=no(HERE)), do("x_ray")),
    )
    (line,) = difference_lines(compared(Q, *steps, here=True))
    assert line.startswith("Different action, repeat scan.")
    assert "ASH: not here" in line
