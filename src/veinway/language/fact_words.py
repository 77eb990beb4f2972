"""Words for facts: how a yes/no, a choice, a measure and a date are declared."""

from __future__ import annotations

from datetime import date

from .exact import Exact, exact
from .facts import Choice, Cost, DateFact, Find, Measure, Option, Silence, YesNo
from .sources import Cite
from .time import day_number
from .values import Interval


def measure(
    key: str,
    label: str,
    *,
    ask: str,
    source: Cite,
    unit: str,
    step: Exact,
    domain: tuple[Exact, Exact],
    plausible: tuple[Exact, Exact] | None = None,
    tolerance: Exact = 0,
    also: dict[str, Exact] | None = None,
    or_never: bool = False,
    tell: str = "",
    cost: Cost = Cost.EXAMINE,
    find: tuple[Find, ...] = (),
    silence: Silence | None = None,
) -> Measure:
    """A measured fact; numbers are integers, decimals as text, or fractions."""
    low, high = exact(domain[0], key), exact(domain[1], key)
    likely = plausible or domain
    return Measure(
        key=key,
        label=label,
        ask=ask,
        tell=tell,
        source=source,
        cost=cost,
        find=find,
        silence=silence,
        symbol=unit,
        step=exact(step, key),
        domain=Interval(low, high),
        plausible=Interval(exact(likely[0], key), exact(likely[1], key)),
        tolerance=exact(tolerance, key),
        also=tuple((symbol, exact(factor, key)) for symbol, factor in (also or {}).items()),
        or_never=or_never,
    )


def choice(
    key: str,
    label: str,
    options: dict[str, str],
    *,
    ask: str,
    source: Cite,
    tell: str = "",
    cost: Cost = Cost.ASK,
    find: tuple[Find, ...] = (),
    silence: Silence | None = None,
) -> Choice:
    """A choice fact; `options` maps each option's key to its label."""
    listed = tuple(Option(option, text) for option, text in options.items())
    return Choice(
        key=key,
        label=label,
        options=listed,
        ask=ask,
        tell=tell,
        source=source,
        cost=cost,
        find=find,
        silence=silence,
    )


def yes_no(
    key: str,
    label: str,
    *,
    ask: str,
    source: Cite,
    tell: str = "",
    cost: Cost = Cost.ASK,
    find: tuple[Find, ...] = (),
    silence: Silence | None = None,
) -> YesNo:
    """A yes/no fact."""
    return YesNo(
        key=key, label=label, ask=ask, tell=tell, source=source, cost=cost, find=find, silence=silence
    )


def date_fact(
    key: str,
    label: str,
    *,
    ask: str,
    source: Cite,
    earliest: date,
    latest: date,
    tell: str = "",
    cost: Cost = Cost.ASK,
    find: tuple[Find, ...] = (),
) -> DateFact:
    """A date fact between two dates that nobody's lies outside of."""
    return DateFact(
        key=key,
        label=label,
        ask=ask,
        tell=tell,
        source=source,
        cost=cost,
        find=find,
        earliest=day_number(earliest),
        latest=day_number(latest),
    )
