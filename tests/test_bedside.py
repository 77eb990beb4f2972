"""What is said at the bedside, on top of the record."""

from __future__ import annotations

import pytest

from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.one import Reasoner
from veinway.language.errors import FactError
from veinway.language.values import Situation, Truth
from veinway.records.bedside import Said, with_answers
from veinway.records.cases import read_case

RECORD = {
    "at": "2026-03-04T12:00",
    "facts": {
        "active_cancer": True,
        "d_dimer": {"value": 900, "unit": "ug/L{FEU}"},
        "leg_scan": [{"date": "2026-03-04T09:00", "result": "negative_proximal"}],
    },
}
TODAY, YESTERDAY = "2026-03-04T11:00", "2026-03-03T11:00"


def recorded(when: str = "2026-03-04") -> Situation:
    found = read_case(RECORD, KNOWLEDGE).situations[""]
    for known in found.facts.values():
        object.__setattr__(known.evidence[0], "when", when)
        object.__setattr__(known.evidence[0], "resource", "Observation/1")
    return found


def answered(when: str = "2026-03-04", **said: Said) -> Situation:
    return with_answers(recorded(when), said, KNOWLEDGE)


def value(situation: Situation, key: str) -> object:
    return situation.facts[key].value


def test_an_answer_of_the_same_day_outranks_the_record_and_both_are_shown():
    found = answered(active_cancer=Said(False, TODAY, "Dr A"))
    assert value(found, "active_cancer") is Truth.NO
    shown = found.facts["active_cancer"].evidence
    assert [(e.resource, e.note) for e in shown] == [("answer", "Dr A"), ("Observation/1", "")]


def test_a_record_of_a_later_day_outranks_the_answer():
    found = answered(active_cancer=Said(False, YESTERDAY))
    assert value(found, "active_cancer") is Truth.YES
    assert len(found.facts["active_cancer"].evidence) == 2


def test_asked_and_not_known_takes_nothing_away_from_the_record():
    assert value(answered(active_cancer=Said("unknown", TODAY)), "active_cancer") is Truth.YES


def test_asked_and_not_known_is_kept_where_nothing_is_on_record():
    found = answered(pregnant=Said("unknown", TODAY))
    assert value(found, "pregnant") is Truth.UNKNOWN
    assert found.facts["pregnant"].reason == "asked and not known"


def test_what_nobody_answered_stays_as_recorded():
    before, after = recorded(), answered(pregnant=Said(False, TODAY))
    assert after.facts["d_dimer"] == before.facts["d_dimer"]


def test_a_list_of_events_replaces_the_recorded_ones_and_one_event_is_added():
    scan = {"date": "2026-03-04T11:00", "result": "dvt_proximal"}
    assert len(answered(leg_scan=Said([scan], TODAY)).histories["leg_scan"].events) == 1
    assert len(answered(leg_scan=Said(scan, TODAY)).histories["leg_scan"].events) == 2


def test_the_answer_is_what_the_rules_see():
    found = answered(active_cancer=Said(False, TODAY))
    assert Reasoner(found).truth(KNOWLEDGE.facts["active_cancer"]) is Truth.NO


def test_an_answer_that_cannot_be_read_says_which_fact():
    with pytest.raises(FactError, match="active_cancer"):
        answered(active_cancer=Said("perhaps", TODAY))


def test_a_list_that_was_said_to_be_all_says_nothing_of_what_was_recorded_later():
    earlier = Said([{"date": "2026-02-01", "result": "negative_proximal"}], YESTERDAY)
    history = answered(leg_scan=earlier).histories["leg_scan"]
    assert len(history.events) == 2
    assert history.complete
