"""Triage in the words of a country: what to do and how soon, why, and which signs to watch for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from veinway.care.triage import words
from veinway.care.triage.countries import COUNTRIES, SAME_AS, UNKNOWN_COUNTRY
from veinway.care.triage.questions import RED_FLAGS
from veinway.care.triage.rules import PUBLIC_TRIAGE
from veinway.care.triage.watch import SAID_BESIDE, SIGN_IS_THERE
from veinway.engine.one import Reasoner
from veinway.engine.urgency import Urgency, matters, unknown_among, urgency
from veinway.language import Cite, Direction, Fact
from veinway.language.errors import InputError, did_you_mean
from veinway.language.values import Situation, Truth

_FIELDS = ("emergency", "department", "advice_line", "doctor")


@dataclass(frozen=True, slots=True)
class Country:
    """How one country calls for help."""

    code: str
    name: str
    emergency: str
    department: str
    advice_line: str
    doctor: str
    cites: tuple[Cite, ...]

    def say(self, template: str) -> str:
        """A sentence with this country's words filled in, beginning with a capital."""
        said = template.format(**{field: getattr(self, field) for field in _FIELDS})
        return said[:1].upper() + said[1:]


def country(code: str, where: str = "--country") -> Country:
    """The words of a country by its code (GB-ENG, IE, NZ ...); those of no country for "" and others.

    Raises InputError I207 for what is not the code of a country.
    """
    wanted = code.strip().upper().replace("_", "-")
    if wanted and not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", wanted):
        advice = did_you_mean(wanted, [*COUNTRIES, *SAME_AS]) or "Write GB-ENG, IE, US or NZ."
        raise InputError("I207", f"{code!r} is not the code of a country.", where=where, todo=advice)
    for each in (wanted, wanted[:2]):
        row = COUNTRIES.get(SAME_AS.get(each, each))
        if row is not None:
            return _country(each, row)
    return _country("", UNKNOWN_COUNTRY)


def _country(code: str, row: Mapping[str, object]) -> Country:
    cites = row["cites"]
    assert isinstance(cites, tuple)
    said = {field: str(row[field]) for field in ("name", *_FIELDS)}
    return Country(code=code, cites=cites, **said)


@dataclass(frozen=True, slots=True)
class Advice:
    """What one person is told, and what it rests on.

    reason: "" where everything that matters is known; `unknown_red_flag` where the answer to an
    emergency question is missing; `not_enough_known` where something else is. unanswered: the emergency
    questions that are missing. open: every fact that could still change what to do. beside: the names of
    what is said beside the instruction. there: the warning signs that were answered to be there already.
    """

    urgency: Urgency
    country: Country
    reason: str
    unanswered: tuple[Fact, ...]
    open: tuple[Fact, ...]
    presumed: bool
    """Whether vital signs that nobody measured were taken to be normal."""
    beside: tuple[str, ...]
    there: frozenset[str]


def advise(situation: Situation, where: Country) -> Advice:
    """What a member of the public is told in a situation."""
    reasoner = Reasoner(situation)
    found = urgency(PUBLIC_TRIAGE, reasoner)
    missing = unknown_among(RED_FLAGS, reasoner)
    able_to_change = matters(PUBLIC_TRIAGE, reasoner)
    missing = tuple(fact for fact in missing if fact in able_to_change)
    reason = ""
    if found.do.direction is not Direction.ESCALATES and not found.decided:
        reason = "unknown_red_flag" if missing or found.cannot_exclude else "not_enough_known"
    open_ = sorted((fact for fact in able_to_change), key=lambda fact: fact.key)
    presumed = any(part.presumed for part in reasoner.find(PUBLIC_TRIAGE).walk())
    also = tuple(name for name, when in SAID_BESIDE.items() if reasoner.truth(when) is Truth.YES)
    there = frozenset(name for name, when in SIGN_IS_THERE.items() if reasoner.truth(when) is Truth.YES)
    return Advice(found, where, reason, missing, tuple(open_), presumed, also, there)


def what_to_do(advice: Advice) -> tuple[str, str]:
    """The instruction and what goes with it, in the words of the country."""
    head, more = words.WHAT_TO_DO[advice.urgency.do.key]
    return advice.country.say(head), advice.country.say(more)


def beside(advice: Advice) -> tuple[str, ...]:
    """What is said as well: signs of bleeding to whoever takes a blood thinner, of sepsis in a fever."""
    return tuple(advice.country.say(words.AND_ALSO[name]) for name in advice.beside)


def call_at_once(advice: Advice) -> str:
    """What stands above the warning signs; whoever is in an emergency was told to call already."""
    escalates = advice.urgency.do.direction is Direction.ESCALATES
    return advice.country.say(words.CALL_AGAIN if escalates else words.CALL_AT_ONCE)


def warning_signs(advice: Advice) -> tuple[str, ...]:
    """What to call for at once; of a sign that is there already only what is worse."""
    return tuple(
        words.WORSE_SIGNS[name] if name in advice.there else sign
        for name, sign in words.WARNING_SIGNS.items()
    )
