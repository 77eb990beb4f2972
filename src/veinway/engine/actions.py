"""The plan of a step, held against what happened: due, done, overdue, and the other states.

Rules say when an action is indicated and what it gives. Here, and only here, that is compared with
the record. An action is done by the first event of the right kind that follows the actions it comes
after; one event never satisfies two actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ..language import Action, DateExpression, Step
from ..language.steps import Due
from ..language.time import MINUTES_A_DAY, Span, shift
from ..language.values import Happened, History, Interval, Known, Settled, Situation, Truth
from .candidates import FAR_FUTURE
from .finding import ActionFinding
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class _When:
    """The window of an action, in days or minutes; None where its anchor has not happened."""

    unit: str
    first: int | None
    last: int | None


def plan(step: Step, reasoner: Reasoner) -> tuple[ActionFinding, ...]:
    """The state of every action of a step."""
    indicated = {action.key: reasoner.truth(action.indicated) for action in step.plan}
    wanted = [action for action in step.plan if indicated[action.key] is Truth.YES]
    done = _claimed(wanted, reasoner)
    found = []
    for action in step.plan:
        if action in wanted:
            found.append(_state(action, reasoner, done.get(action.key), done))
            continue
        said = indicated[action.key]
        name = "not_indicated" if said is Truth.NO else "cannot_say"
        found.append(ActionFinding(action, said, name, why=partial(reasoner.find, action.indicated)))
    return tuple(found)


def _claimed(wanted: list[Action], reasoner: Reasoner) -> dict[str, Happened]:
    """Which event shows that an action was done, by its key.

    Each action has the first choice of what happened inside its own window. What is left goes, early or
    late, to the appointment that it belongs to, or to the first other action that it can belong to.
    """
    done: dict[str, Happened] = {}
    for action in wanted:
        _claim(action, reasoner, done, in_time=True)
    dated = [(action, _window(action, reasoner, done)) for action in wanted if not action.after]
    dated = [(action, when) for action, when in dated if action.gives and when.last is not None]
    for given in dict.fromkeys(action.gives for action, _ in dated):
        alike = [(action, when) for action, when in dated if action.gives is given]
        for event in _left_over(alike[0][0], reasoner, done):
            key = _appointment(event, alike, done)
            if key is not None:
                done[key] = event
    for action in wanted:
        if action not in [other for other, _ in dated]:
            _claim(action, reasoner, done, in_time=False)
    return done


def _appointment(
    event: Happened, alike: list[tuple[Action, _When]], done: dict[str, Happened]
) -> str | None:
    """The appointment that something outside all open windows was for; None where it was for none.

    It is the last one that had begun by then, kept late. Where that was kept already, it is the next
    one, kept early, if that is nearer: somebody who was seen twice in spring is still seen in winter.
    """
    begun = [each for each in alike if _has_begun(event, each[1])]
    to_come = [each for each in alike if each not in begun and each[0].key not in done]
    last = max(begun, key=lambda each: _minutes(each[1], each[1].last), default=None)
    following = min(to_come, key=lambda each: _minutes(each[1], each[1].first), default=None)
    if last is not None and last[0].key not in done:
        return last[0].key
    if following is None:
        return None
    early = _minutes(following[1], following[1].first) - int(event.minute.low)
    late = None if last is None else int(event.minute.low) - _minutes(last[1], last[1].last)
    return following[0].key if late is None or early < late else None


def _has_begun(event: Happened, when: _When) -> bool:
    return when.first is None or _moment(event, when).high >= when.first


def _minutes(when: _When, moment: int | None) -> int:
    assert moment is not None
    return moment * MINUTES_A_DAY if when.unit == "day" else moment


def _left_over(action: Action, reasoner: Reasoner, done: dict[str, Happened]) -> list[Happened]:
    """What happened of the kind that an action gives, and shows nothing to be done yet; in order."""
    assert action.gives is not None
    claimed = {id(event) for event in done.values()}
    events = reasoner.situation.histories.get(action.gives.key, History()).events
    left = [event for event in events if event.certain and id(event) not in claimed]
    return sorted(left, key=lambda event: event.minute)


def _claim(action: Action, reasoner: Reasoner, done: dict[str, Happened], *, in_time: bool) -> None:
    """Let an action have what shows that it was done, if it has nothing yet."""
    event = None if action.key in done else _done_by(action, reasoner, done, in_time=in_time)
    if event is not None:
        done[action.key] = event


def _done_by(
    action: Action, reasoner: Reasoner, done: dict[str, Happened], *, in_time: bool
) -> Happened | None:
    """The first certain event of the right kind that no other action has claimed."""
    if action.gives is None:
        return None
    before = [done[key].minute.high for key in action.after if key in done]
    if action.after and not before:
        return None
    when = _window(action, reasoner, done)
    usable = [
        event
        for event in _left_over(action, reasoner, done)
        if all(event.minute.low > end for end in before)
        and (not in_time or _done_state(_moment(event, when), when) == "done")
    ]
    return usable[0] if usable else None


def _moment(event: Happened, when: _When) -> Interval:
    return event.day if when.unit == "day" else event.minute


def _state(
    action: Action, reasoner: Reasoner, event: Happened | None, done: dict[str, Happened]
) -> ActionFinding:
    when = _window(action, reasoner, done)
    known = _known(action, reasoner.situation)
    if event is not None:
        found = _done(action, reasoner.situation, event, when)
    elif known is not None:
        evidence = known.evidence[0] if known.evidence else None
        found = ActionFinding(action, Truth.YES, "done", evidence=evidence, reason="time not on record")
    else:
        found = _open(action, reasoner, when, done)
    found.why = partial(reasoner.find, action.indicated)
    return found


def _known(action: Action, situation: Situation) -> Known | None:
    """The result, where it is known although no time is on record."""
    if action.result is None:
        return None
    known = situation.facts.get(action.result.key)
    return None if known is None or known.value == action.result.anything else known


def _done(action: Action, situation: Situation, event: Happened, when: _When) -> ActionFinding:
    moment = _moment(event, when)
    return ActionFinding(
        action,
        Truth.YES,
        _done_state(moment, when),
        when.unit,
        when.first,
        when.last,
        int(moment.low),
        event.evidence,
        _too_late_to_rely_on(action, situation, event),
    )


def _open(action: Action, reasoner: Reasoner, when: _When, done: dict[str, Happened]) -> ActionFinding:
    """An action that nothing shows to be done."""
    situation = reasoner.situation
    settled = _settled(action, situation)
    reason = ""
    if settled is not None and settled.status != "requested":
        name, reason = settled.status, settled.reason
    elif action.until is not None and reasoner.truth(action.until) is Truth.YES:
        name = "withdrawn"
    elif action.after and action.gives is not None and not done.keys() & set(action.after):
        name, reason = "not_yet", "it follows what is not done yet"
    else:
        now = situation.at if when.unit == "day" else situation.at_minute
        ordered = settled is not None or _requested_at(action, situation) is not None
        late = when.last is not None and now > when.last
        name = "overdue" if late else "requested" if ordered else "due"
    return ActionFinding(action, Truth.YES, name, when.unit, when.first, when.last, reason=reason)


def _done_state(moment: Interval, when: _When) -> str:
    """Early or late only when that is certain; a date without an hour may be neither."""
    if when.first is not None and moment.high < when.first:
        return "done_early"
    if when.last is not None and moment.low > when.last:
        return "done_late"
    return "done"


def _too_late_to_rely_on(action: Action, situation: Situation, event: Happened) -> str:
    if action.before is None:
        return ""
    others = situation.histories.get(action.before.key, History()).events
    if any(other.minute.high < event.minute.low for other in others):
        return f"done after: {action.before.label.lower()}"
    return ""


def _window(action: Action, reasoner: Reasoner, done: dict[str, Happened]) -> _When:
    due = action.due
    if due is None:
        return _When("minute", None, None)
    unit = "minute" if due.latest.unit == "minute" else "day"
    anchor = _anchor(action, reasoner, done, unit)
    if anchor is None:
        return _When(unit, None, None)
    first = _counted(anchor, due.earliest, due) if due.earliest is not None else None
    return _When(unit, first, _counted(anchor, due.latest, due))


def _counted(anchor: int, span: Span, due: Due) -> int:
    """The moment that lies a span after the anchor, or before it."""
    direction = -1 if due.back else 1
    return anchor + direction * span.count if span.unit == "minute" else shift(anchor, span, direction)


def _anchor(action: Action, reasoner: Reasoner, done: dict[str, Happened], unit: str) -> int | None:
    assert action.due is not None
    situation = reasoner.situation
    if isinstance(action.due.of, DateExpression):
        day = reasoner.number(action.due.of)
        return int(day.low) if day.known and day.low < FAR_FUTURE else None
    match action.due.of:
        case "index":
            return situation.index if unit == "day" else situation.index_minute
        case "request":
            return _requested_at(action, situation)
        case "action":
            events = [done[key] for key in action.after if key in done]
            moments = [event.day if unit == "day" else event.minute for event in events]
            return max((int(moment.low) for moment in moments), default=None)


def _requested_at(action: Action, situation: Situation) -> int | None:
    """The minute of the first order, from the record or from somebody's word."""
    settled = [s.minute for s in situation.settled if s.action == action.key and s.status == "requested"]
    orders: tuple[Happened, ...] = ()
    if action.request is not None:
        orders = situation.histories.get(action.request.key, History()).events
    return min([*settled, *(int(order.minute.low) for order in orders)], default=None)


def _settled(action: Action, situation: Situation) -> Settled | None:
    """The last word on the action."""
    said = [settled for settled in situation.settled if settled.action == action.key]
    return max(said, key=lambda settled: settled.minute, default=None)
