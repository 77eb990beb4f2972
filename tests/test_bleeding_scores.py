"""Bleeding scores inform: what looks at them, and that none of it acts by itself."""

from __future__ import annotations

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.treatment.bleeding.chest_factors import CHEST_FACTORS
from veinway.care.treatment.bleeding.has_bled import HAS_BLED
from veinway.care.treatment.bleeding.improve_bleeding import IMPROVE_BLEEDING
from veinway.care.treatment.bleeding.riete import RIETE
from veinway.care.treatment.bleeding.vte_bleed import VTE_BLEED
from veinway.language import Table
from veinway.language.knowledge import walk
from veinway.language.outcomes import Direction

SCORES = {CHEST_FACTORS, HAS_BLED, IMPROVE_BLEEDING, RIETE, VTE_BLEED}
TREATMENT = KNOWLEDGE.chapter("treatment")
LOOK_AT_ONE = {
    key
    for key, rule in TREATMENT.rules.items()
    if rule not in SCORES and any(part in SCORES for part in walk(rule))
}


def test_only_the_question_of_how_long_looks_at_a_bleeding_score_beside_its_own_rates() -> None:
    beside = {
        key for key in LOOK_AT_ONE if not key.startswith(("has_bled_", "riete_", "chest_", "improve_"))
    }
    assert beside == {"duration_nice", "duration_nice_conclusion"}


def test_what_a_bleeding_score_says_by_itself_never_commits_and_never_escalates() -> None:
    tables = [TREATMENT.rules[key] for key in LOOK_AT_ONE if not key.startswith("duration")]
    assert tables
    for table in tables:
        assert isinstance(table, Table)
        assert {outcome.direction for outcome in table.outcomes} == {Direction.NEUTRAL}
