"""What is said of the clot that is treated and cannot all be so; nothing here prefers either side.

What the anticoagulant is for, and what provoked the clot, are asked apart from the clots on record, and
rules look at one or the other. A plan that goes by both is wrong somewhere; only a person knows where.
"""

from __future__ import annotations

from collections.abc import Iterator

from veinway.care.facts.duration import every_clot_after_major_factor, provoking_factor_gone
from veinway.care.facts.follow_up import pe_unprovoked
from veinway.care.facts.provoking import provoking_factor, provoking_kind
from veinway.care.facts.treatment import indication, vte_diagnosis, vte_site
from veinway.care.treatment.duration.clot import clot_dated, major_factor, provoked_by_nice
from veinway.care.treatment.duration.provocation import unprovoked
from veinway.engine.happened import select
from veinway.engine.one import Reasoner
from veinway.language import Choice, Event, Fact, all_of, no
from veinway.language.events import AnyEvent
from veinway.language.expressions import YesNoExpression
from veinway.language.knowledge import walk
from veinway.language.values import Happened, History, Situation, Truth
from veinway.records.problems import Problem
from veinway.show.values import day_words, value_words

_PLACES = {
    "dvt_proximal": "dvt_proximal",
    "dvt_distal": "dvt_distal",
    "pe": "pe",
    "sspe": "pe",
    "svt": "svt",
    "ue_dvt": "ue_dvt",
}
"""Where the clot lies that an anticoagulant is for."""
_AFTER_A_CLOT = (*_PLACES, "extended_prevention")
_ONE_CLOT = 28
"""Records of one clot may lie so many days apart, as in the rules for how long it is treated."""
_NEITHER = (
    "Neither is taken to be right, and what rests on the one that is wrong is wrong as well: "
    "correct it, or take it back."
)
_nothing_provoked_it = all_of(unprovoked, no(provoked_by_nice))
_no_major_factor = all_of(clot_dated, no(major_factor))


def contradictions(situation: Situation) -> tuple[Problem, ...]:
    """Each contradiction: what is said, what stands against it, and what to do."""
    return (*_of_the_clot(situation), *_of_what_provoked_it(situation))


# What it is for -----------------------------------------------------------------------------------


def _of_the_clot(situation: Situation) -> Iterator[Problem]:
    said = situation.facts.get(indication.key)
    if said is None or not isinstance(said.value, frozenset) or not said.value <= {*_AFTER_A_CLOT}:
        return
    history = situation.histories.get(vte_diagnosis.key, History())
    newest = _newest(history.events)
    meant = {_PLACES[key] for key in said.value if key in _PLACES}
    found = "no clot was ever diagnosed" if not history.events and history.complete else ""
    if newest and said.value <= {*_PLACES} and not any(meant & _places(each) for each in newest):
        listed = ", ".join(_worded(each, vte_site, vte_diagnosis) for each in newest)
        found = f"the clot on record is in {listed}"
    if found:
        words = value_words(indication, said.value)
        what = f"The anticoagulant is said to be for {words}, and {found}. {_NEITHER}"
        yield Problem("W421", what, _where(indication, vte_diagnosis))


def _newest(events: tuple[Happened, ...]) -> list[Happened]:
    """The records that may be of the newest clot that is certain."""
    last = max((each.day.low for each in events if each.certain), default=None)
    return [] if last is None else [each for each in events if each.day.high >= last - _ONE_CLOT]


def _places(event: Happened) -> frozenset[str]:
    place = event.attributes.get(vte_site.key, vte_site.anything)
    assert isinstance(place, frozenset)
    return place


# What provoked it ---------------------------------------------------------------------------------


def _of_what_provoked_it(situation: Situation) -> Iterator[Problem]:
    recorded, presuming = Reasoner(situation, presumptions=False), Reasoner(situation)
    if recorded.truth(pe_unprovoked) is Truth.YES and recorded.truth(provoked_by_nice) is Truth.YES:
        against = f"this is on record before it: {_provoking(recorded)}"
        yield _provoked("the embolism was unprovoked", against, pe_unprovoked)
    for fact, answer, of_record, said in _PROVOKED:
        # That no operation is on record is a presumption, and enough for a question.
        if recorded.truth(fact) is answer and presuming.truth(of_record) is Truth.YES:
            yield _provoked(said, _LACKING[of_record], fact)


_PROVOKED = (
    (pe_unprovoked, Truth.NO, _nothing_provoked_it, "the embolism was not unprovoked"),
    (provoking_factor_gone, Truth.YES, _nothing_provoked_it, "what provoked the clot is gone"),
    (
        every_clot_after_major_factor,
        Truth.YES,
        _no_major_factor,
        "each of the clots followed a major transient factor",
    ),
)
_LACKING: dict[YesNoExpression, str] = {
    _nothing_provoked_it: "nothing that provoked it is on record",
    _no_major_factor: "no major factor is on record before the last one",
}


def _provoked(said: str, against: str, fact: Fact) -> Problem:
    what = f"It is said that {said}, and {against}. {_NEITHER}"
    return Problem("W422", what, _where(fact, provoking_factor))


def _provoking(reasoner: Reasoner) -> str:
    """The records that make the clot a provoked one."""
    found = {
        _worded(event, provoking_kind, part.of.event): None
        for part in walk(provoked_by_nice)
        if isinstance(part, AnyEvent)
        for event in select(reasoner, part.of).certain
    }
    return ", ".join(found)


# Words --------------------------------------------------------------------------------------------


def _worded(event: Happened, attribute: Choice, of: Event) -> str:
    """What an event was, with its day where that is known."""
    kind = event.attributes.get(attribute.key, frozenset())
    words = value_words(attribute, kind) if kind else of.label.lower()
    return f"{words} ({day_words(int(event.day.low))})" if event.day.known else words


def _where(*parts: Fact | Event) -> str:
    return ", ".join(part.key for part in parts)
