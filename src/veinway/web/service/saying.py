"""From what somebody put into a form to an answer that is kept: read, checked, and only then stored.

A form names a fact or a kind of event, and gives what was said:

    said      yes, no, unknown, an option's key, never (of days), none (of events); `not_known` says
              unknown as well, where a list has an answer of its own
    value     a number, with `unit` and `sign` (value, below, above, from, up_to)
    year      a date, with `month` and `day` where they are known
    when      when an event happened; its attributes are named `with.KEY`, `with.KEY.unit`, ...

An answer that contradicts what is known is refused before it is stored, so that a case that could be
read yesterday can be read tomorrow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from veinway.care.facts.of_a_leg import OF_A_LEG
from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Choice, DateFact, Event, Fact, Measure, YesNo
from veinway.language.errors import FactError
from veinway.records.answers import read_answer, unknown_name
from veinway.records.profile import Profile
from veinway.web.service.cases import given_of
from veinway.web.service.given import Given, situations
from veinway.web.store.audit import Actor
from veinway.web.store.patients import Answer, say

Form = Mapping[str, Any]
SIGNS = {
    "value": "exactly",
    "below": "less than (<)",
    "above": "more than (>)",
    "from": "at least (≥)",
    "up_to": "at most (≤)",
}
_NOT_KNOWN = "unknown"
_OF_A_LEG = frozenset(fact.key for fact in OF_A_LEG)
_SAID = {"yes": True, "no": False, _NOT_KNOWN: _NOT_KNOWN}


def part_of(key: str) -> Fact | Event | None:
    """A fact or a kind of event by its key; None where a rule of today looks at none of that name."""
    return KNOWLEDGE.facts[key] if key in KNOWLEDGE.facts else KNOWLEDGE.events.get(key)


def asked_about(key: str) -> Fact | Event:
    """A fact or a kind of event by its key; FactError F201 for a name that is not known."""
    part = part_of(key)
    if part is None:
        raise unknown_name(key, [*KNOWLEDGE.facts, *KNOWLEDGE.events], "the form")
    return part


def of_a_limb(part: Fact | Event) -> bool:
    """Whether the two legs of one patient may have different answers to it."""
    return any(find.per_limb for find in part.find) or part.key in _OF_A_LEG


def may_be_never(fact: Fact) -> bool:
    """Whether it is the time since or until something that may never be."""
    return isinstance(fact, Measure) and fact.or_never


def said_in(part: Fact | Event, form: Form, earlier: Any = None) -> Any:
    """What a form says of a fact or event, in the form of a facts file.

    earlier: what was said before of a kind of event; another one is added to it.
    """
    if form.get("not_known"):
        return _NOT_KNOWN
    if isinstance(part, Event):
        return _events(part, form, earlier)
    said = _fact(part, form, "")
    if said is None:
        raise FactError("F202", "Nothing was entered.", where=part.label, todo="Choose an answer.")
    read_answer(part, said, part.label)
    return said


def _events(event: Event, form: Form, earlier: Any) -> Any:
    if form.get("said") == "none":
        return []
    if form.get("said") == _NOT_KNOWN:
        return _NOT_KNOWN
    happened: dict[str, Any] = {}
    if when := str(form.get("when", "")).strip():
        happened["date"] = when
    for attribute in event.attributes:
        said = _fact(attribute, form, f"with.{attribute.key}")
        if said is not None:
            read_answer(attribute, said, attribute.label)
            happened[attribute.key] = said
    return {"some": [*_some(earlier), happened]}


def _some(earlier: Any) -> list[Any]:
    if isinstance(earlier, dict):
        return list(earlier["some"]) if "some" in earlier else [earlier]
    return list(earlier) if isinstance(earlier, list) else []


def _fact(fact: Fact, form: Form, name: str) -> Any:
    """What is said of one fact, None where its fields are empty; `name` is how their names begin."""

    def field(key: str) -> str:
        whole = f"{name}.{key}" if name and key != "said" else name or key
        return str(form.get(whole, "")).strip()

    said = field("said")
    if said == _NOT_KNOWN or (said == "never" and may_be_never(fact)):
        return said
    match fact:
        case YesNo():
            return _SAID.get(said, said) if said else None
        case Choice():
            return said or None
        case Measure():
            return _measure(field("value"), field("sign"), field("unit"))
        case DateFact():
            parts = [field("year"), field("month").zfill(2), field("day").zfill(2)]
            return "-".join(parts[: 1 + (parts[1] != "00") + (parts[2] != "00")]) if parts[0] else None
    return None


def _measure(value: str, sign: str, unit: str) -> Any:
    if not value:
        return None
    sign = sign if sign in SIGNS else "value"
    return {sign: value, "unit": unit} if unit else {sign: value}


def supposing(given: Given, key: str, side: str, said: Any) -> Given:
    """What the rules would be given if this were said as well, now and by nobody."""
    others = [a for a in given["answers"] if (a["fact"], a["side"]) != (key, side)]
    more = {"fact": key, "side": side, "said": said, "at": given["at"], "by": ""}
    return {**given, "answers": [*others, more]}


def say_checked(
    connection: Connection,
    actor: Actor,
    episode_id: str,
    site: Profile,
    key: str,
    side: str,
    said: Any,
    *,
    strict: bool = False,
) -> None:
    """Keep an answer; FactError where it cannot be read beside what is known already.

    It is read back and checked as part of the caller's transaction, which is then given up: so what is
    checked is what the page is made from next.
    """
    say(connection, actor, episode_id, key, said, side=side)
    situations(given_of(connection, episode_id, site, actor.at, strict=strict))


def earlier_of(answers: Mapping[tuple[str, str], Answer], key: str, side: str) -> Any:
    """What stands of a fact, None where nothing does."""
    found = answers.get((side, key))
    return None if found is None else found.said
