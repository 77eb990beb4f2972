"""A treatment plan on a terminal: what may be given and how, why not the others, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.engine.planning import Option, PhasePlan, Raised, Reason, allows
from veinway.engine.schedule import Timed
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.dose_words import beside_words, dose_words, lasting
from veinway.show.plan_parts import Planned, met_words, moment_words
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_steps import steps
from veinway.show.text_why import near_lines
from veinway.show.words import phrase

_SIGNS = {
    "recommended": ("●", "bold green"),
    "allowed": ("●", "bold green"),
    "caution": ("!", "bold yellow"),
}


def plan_page(
    name: str, planned: Planned, time_zone: str, profile: str = "", problems: Sequence[Problem] = ()
) -> RenderableType:
    """The whole page of one patient."""
    at = clock(planned.assessment.situation.at_minute, time_zone)
    title = Text.assemble((f" Anticoagulation, patient {name} ", "bold reverse"), (f"  at {at}", "dim"))
    parts: list[RenderableType] = [title]
    parts += [Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow") for p in problems]
    parts += _missing(planned)
    parts += _choice(planned)
    parts += _offered(planned)
    parts += _open(planned)
    parts += _refused(planned)
    parts += steps(planned.assessment, time_zone)
    parts += near_lines(planned.assessment)
    parts.append(notice(planned.knowledge.edition, profile))
    return Group(*parts)


def _missing(planned: Planned) -> list[RenderableType]:
    if not planned.missing:
        return []
    lines = [Text.assemble(("? ", "bold yellow"), fact.ask) for fact in planned.missing]
    return [section("Before any dose: what must be known first"), *lines]


def _choice(planned: Planned) -> list[RenderableType]:
    found = planned.plan.chosen
    if found is None or planned.plan.choice is None:
        return []
    lines: list[RenderableType] = []
    for row in found.rows if found.decided or found.needs_clinician else ():
        lines.append(Text.assemble(("→ ", "bold"), row.then.text, (f"  {cite_words(row.cite)}", "dim")))
    if not lines:
        names = " or ".join(outcome.key.replace("_", " ") for outcome in found.outcomes)
        lines.append(Text.assemble(("? ", "bold yellow"), f"not decided: {names}"))
    return [section(f"Which drug: {planned.plan.choice.label}"), *lines]


def _offered(planned: Planned) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for number, option in enumerate(planned.offered, start=1):
        sign, style = _SIGNS.get(option.standing, ("●", "bold"))
        words = option.verdict.outcomes[0].short
        head = Text.assemble((f"{sign} {number}. {option.drug.label}", style), f"  {words}")
        lines += [head, *map(indented, _details(planned, option))]
    if not lines:
        return [section("May be given"), Text("Nothing can be offered on what is known.", style="bold")]
    return [section("May be given, the best first"), *lines]


def _details(planned: Planned, option: Option) -> Iterator[RenderableType]:
    yield from _first_dose_lines(option)
    for part, timed in planned.dated(option):
        yield _phase_line(part, timed)
        if met := met_words(part, planned.assessment.situation):
            yield Text(f"✓ {part.phase.lasts.until_text}: {met}", style="green")
    for reason in option.reasons:
        yield _reason_line(reason)
    for raised in option.flags:
        yield _flag_line(raised)
    for outcome in option.near:
        yield Text(f"≈ close to a threshold; on its other side: {outcome.short or outcome.key}")


def _phase_line(part: PhasePlan, timed: Timed | None) -> Text:
    line = Text.assemble((f"{part.phase.label}: ", "bold"))
    if part.given is not None:
        line.append(dose_words(part.given, part.amount))
    elif part.elsewhere:
        line.append(part.may_be[0].text.rstrip("."))
    elif len(part.may_be) == 1:
        line.append("no dose yet", style="yellow")
    else:
        line.append("not decided: " + " or ".join(o.text.rstrip(".") for o in part.may_be[:4]), "yellow")
    line.append(f", {lasting(part.phase)}")
    if timed is not None:
        line.append(f"; from {moment_words(timed.starts)}")
        if timed.last is not None:
            line.append(f", last dose {moment_words(timed.last)}")
    line.append(f"  {cite_words(part.phase.source)}", style="dim")
    for outcome in part.near:
        line.append(f"\n≈ close to a threshold; on its other side: {outcome.text}", style="yellow")
    for words in beside_words(part):
        line.append(f"\n  {words}", style="dim")
    return line


def _flag_line(raised: Raised) -> Text:
    sign = ("⚑ ", "yellow") if raised.truth is Truth.YES else ("⚑? ", "yellow")
    return Text.assemble(sign, raised.flag.text, (f"  {cite_words(raised.flag.source)}", "dim"))


def _first_dose_lines(option: Option) -> Iterator[Text]:
    """What may be given while blood results are awaited."""
    if option.first_dose is None:
        return
    awaited = ", ".join(fact.label for fact in option.first_dose.awaited)
    for part in option.first_dose.doses:
        if part.given is not None:
            words = dose_words(part.given, part.amount)
            head = "For 24 hours at most, with blood results reviewed in that time: "
            yield Text.assemble((head, "bold"), f"{words} (awaited: {awaited})")


def _reason_line(reason: Reason) -> Text:
    row = reason.row
    said = "" if row.when is None else phrase(row.when)
    sign = ("! ", "yellow") if reason.truth is Truth.YES else ("? ", "bold yellow")
    return Text.assemble(
        sign, f"{row.then.short or row.then.key}: {said}", (f"  {cite_words(row.cite)}", "dim")
    )


def _open(planned: Planned) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for option in planned.open:
        questions = [reason for reason in option.reasons if reason.truth is Truth.UNKNOWN]
        lines.append(Text.assemble(("? ", "bold yellow"), (option.drug.label, "bold")))
        lines += [indented(line) for line in _first_dose_lines(option)]
        lines += [indented(_reason_line(reason)) for reason in questions[:MOST]]
        if len(questions) > MOST:
            lines.append(
                indented(Text(f"and {len(questions) - MOST} more; --json has all", style="dim"))
            )
    return [section("Cannot be said yet"), *lines] if lines else []


MOST = 5
"""So many open reasons of a drug are written out."""


def _refused(planned: Planned) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for option in planned.refused:
        worst = option.verdict.outcomes[0]
        lines.append(Text.assemble(("○ ", "blue"), (option.drug.label, "bold"), f"  {worst.short}"))
        certain = [r for r in option.reasons if r.truth is Truth.YES and not allows(r.row.then)]
        lines += [indented(_reason_line(reason)) for reason in certain]
    return [section("Why not the others"), *lines] if lines else []
