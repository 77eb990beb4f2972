"""What a form says of somebody's filter: what happened to it, whether that is all, and the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from veinway.care.facts.stents_filters import filter_event, what_happened
from veinway.language.errors import InputError
from veinway.language.time import date_of
from veinway.language.values import History, Situation
from veinway.web.service.saying import said_in

Form = Mapping[str, Any]
WHATS = tuple((option.key, option.label) for option in what_happened.options)
"""What can happen to a filter: the key, and in words."""


def event_in(form: Form, earlier: Any, situation: Situation) -> Any:
    """What happened to the filter, in the form of a facts file; InputError I334 where a part is missing.

    earlier: what was said before. situation: what is known of the person without this form. Where the
    form says that this is all that has happened, it is kept as the whole history.
    """
    what, when = str(form.get("what", "")), str(form.get("when", "")).strip()
    if what not in what_happened.option_keys() or not when:
        lacks = "the day is missing" if what else "what happened is missing"
        raise _refused(f"Of what happened to the filter {lacks}.", "Choose what happened, and the day.")
    said = {"when": when, f"with.{what_happened.key}": what}
    added = said_in(filter_event, said, earlier)
    if form.get("whole") != "yes":
        return added
    return [*whole_history(situation), added["some"][-1]]


def whole_history(situation: Situation) -> list[dict[str, str]]:
    """All that is known to have happened to a filter; InputError I334 where that is not exact."""
    found = []
    for each in situation.histories.get(filter_event.key, History()).events:
        what = each.attributes.get(what_happened.key)
        exact = each.certain and each.day.known and isinstance(what, frozenset) and len(what) == 1
        if not exact:
            todo = "Leave it open whether this is all, or correct the record first."
            raise _refused("Of something on record the day, or what it was, is not exact.", todo)
        (key,) = what  # type: ignore[misc]
        found.append({"date": date_of(int(each.day.low)).isoformat(), what_happened.key: key})
    return found


def plan_in(form: Form) -> tuple[bool | str, str | None]:
    """Whether a plan is on record, and the day by which the filter is to be removed, if one is named.

    InputError I334 where a plan has no day, or the day is none.
    """
    said = {"yes": True, "no": False, "unknown": "unknown"}.get(str(form.get("plan", "")))
    if said is None:
        raise _refused("It was not chosen whether there is a plan.", "Choose yes, no or not known.")
    day = str(form.get("day", "")).strip()
    if said is not True:
        return said, None
    try:
        return True, date.fromisoformat(day).isoformat()
    except ValueError:
        what = f"The plan names no day: {day!r}."
        raise _refused(what, "Write the day by which the filter is to be removed: 2026-09-30.") from None


def _refused(what: str, todo: str) -> InputError:
    return InputError("I334", what, where="filter", todo=todo)
