"""One person's INRs on a terminal: the next dose and date first, then the chart and the control."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.engine.assessment import StepReading
from veinway.language import Direction, Step, Tag
from veinway.language.values import Interval, Truth
from veinway.show.citations import cite_words
from veinway.show.dose_words import number
from veinway.show.inr_parts import InrReading
from veinway.show.text_parts import notice, section
from veinway.show.values import day_words

HIGH_INR = "high_inr"
WIDTH, TOP, STEP = 64, Fraction(6), Fraction(1, 2)
"""Columns of the chart, its highest line, and what a line stands for."""


def inr_page(reading: InrReading) -> RenderableType:
    """The whole page of one person."""
    low, high = reading.range
    title = Text.assemble(
        (f" INR, patient {reading.name} ", "bold reverse"),
        (f"  range {number(low)} to {number(high)}, {len(reading.series)} values", "dim"),
    )
    parts: list[RenderableType] = [title, section("Next")]
    parts += _next(reading)
    parts += [section("By each source"), *(_answer(each) for each in _applying(reading))]
    parts += [section("INR over time"), *chart(reading.series, low, high)]
    parts += [section("Control"), *_control(reading)]
    parts.append(notice(reading.edition, reading.profile))
    return Group(*parts)


def _applying(reading: InrReading) -> list[StepReading]:
    return [each for each in reading.steps() if each.found.applies is not Truth.NO]


def _next(reading: InrReading) -> list[RenderableType]:
    lines: list[RenderableType] = [*_at_once(reading)]
    new, days = reading.new_dose, reading.next_days
    if new is not None:
        spread = " and ".join(f"{number(mg)} mg on {count} days" for count, mg in new.spread)
        between = f"{number(new.low)} to {number(new.high)} mg a week"
        lines.append(
            Text.assemble(
                ("▶ ", "bold"), (f"{reading.held_words}{between}", "bold"), f": for instance {spread}"
            )
        )
    elif reading.weekly is None:
        lines.append(Text("? give the present weekly dose (--dose) to see the new one", "yellow"))
    if days is not None:
        first, last = map(day_words, days)
        when = f"on {first}" if first == last else f"from {first} to {last}"
        lines.append(Text.assemble(("▶ ", "bold"), "next INR ", (when, "bold")))
    for each in _applying(reading):
        questions = each.open.matters
        if not each.found.decided and questions:
            lines.append(Text.assemble(("? ", "bold yellow"), questions[0].of.ask))
    return list({str(line): line for line in lines}.values())


def _at_once(reading: InrReading) -> Iterator[Text]:
    """What a high INR or bleeding asks for before any dose, by the first source that speaks of it."""
    for each in _applying(reading):
        step, conclusion = each.found.of, each.found.conclusion
        assert isinstance(step, Step)
        assert conclusion is not None
        acts = all(o.direction is not Direction.NEUTRAL for o in conclusion.outcomes)
        if step.question.key != HIGH_INR or not acts:
            continue
        if each.found.decided:
            cite = "; ".join(cite_words(row.cite) for row in conclusion.rows[:1])
            yield Text.assemble(
                ("! ", "bold red"), (conclusion.outcomes[0].text, "bold"), (f"  {cite}", "dim")
            )
        else:
            words = "No further dose of warfarin until what is asked below is known."
            yield Text.assemble(("! ", "bold red"), (words, "bold"))
        return


def _answer(each: StepReading) -> Text:
    """What one source says."""
    found = each.found
    step, conclusion = found.of, found.conclusion
    assert isinstance(step, Step)
    assert conclusion is not None
    line = Text.assemble((f"{step.label}: ", "bold"))
    if found.decided:
        style = "bold red" if conclusion.outcomes[0].direction is Direction.ESCALATES else ""
        line.append(conclusion.outcomes[0].text, style)
        for row in conclusion.rows[:1]:
            line.append(f"  {cite_words(row.cite)}", "dim")
            if row.cite.tag is Tag.UNCONFIRMED:
                line.append("  a clinician confirms it", "yellow")
    elif conclusion.needs_clinician:
        line.append(f"unconfirmed, needs a clinician: {conclusion.outcomes[0].text}", "yellow")
    else:
        keys = " or ".join(o.short or o.key.replace("_", " ") for o in conclusion.outcomes[:5])
        line.append(f"not decided: {keys}", "yellow")
    return line


def _control(reading: InrReading) -> list[RenderableType]:
    found = reading.control
    lines: list[RenderableType] = [
        Text.assemble(("● " if found.rosendaal else "? ", "bold"), _rosendaal(found.rosendaal)),
        Text(
            f"  {found.values} values, {found.intervals} intervals, {found.days} days counted, "
            f"{found.days_left_out} left out in gaps of more than 56 days"
        ),
    ]
    if found.whole_days is not None:
        lines.append(Text(f"  whole days, value at the end of each: {per_cent(found.whole_days)}"))
    if found.tests is not None:
        lines.append(Text(f"  fraction of the values in range: {per_cent(found.tests)}"))
    if reading.started is None:
        lines.append(
            Text("! the day of the first dose is not known: the first six weeks count", "yellow")
        )
    if not reading.six_months:
        lines.append(Text("! less than six calendar months: too short to judge by", "yellow"))
    return lines


def _rosendaal(found: Interval | None) -> str:
    if found is None:
        return "time in range: nothing to count (one value only, or gaps that are too long)"
    low, high = per_cent(Fraction(found.low)), per_cent(Fraction(found.high))
    shown = low if found.known else f"{low} to {high}"
    return f"time in range by linear interpolation (Rosendaal): {shown}"


def per_cent(value: Fraction) -> str:
    """A percentage to one decimal; "just below 65 %" where rounding would reach a whole number."""
    tenths = round(value * 10)
    if tenths % 10 == 0 and value < Fraction(tenths, 10):
        return f"just below {tenths // 10} %"
    return f"{tenths // 10}.{tenths % 10} %"


# The chart ---------------------------------------------------------------------------------------


def chart(series: list[tuple[int, Interval]], low: Fraction, high: Fraction) -> list[RenderableType]:
    """Values over time, the range shaded; a value beyond the laboratory's limit is an arrow."""
    first, last = series[0][0], series[-1][0]
    marks: dict[tuple[Fraction, int], str] = {}
    for day, value in series:
        column = (day - first) * (WIDTH - 1) // max(last - first, 1)
        level = min(_level(Fraction(value.low), low, high), TOP)
        marks[(level, column)] = "●" if value.known else ("▲" if value.low > 1 else "▼")
    lines: list[RenderableType] = []
    level = TOP
    while level >= 1:
        inside = low <= level <= high
        line = Text(f"{number(level):>4} ")
        for column in range(WIDTH):
            mark = marks.get((level, column))
            style = ("bold green" if inside else "bold red") if mark else "green" if inside else "dim"
            line.append(mark or ("░" if inside else "·"), style)
        lines.append(line)
        level -= STEP
    dates = f"     {day_words(first)}" + day_words(last).rjust(WIDTH - len(day_words(first)))
    return [*lines, Text(dates, "dim")]


def _level(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """The line of the chart that is nearest to a value, but never inside the range for one outside."""
    level = max(Fraction(round(value / STEP)) * STEP, Fraction(1))
    if value > high:
        return max(level, high + STEP)
    return min(level, low - STEP) if value < low else level
