"""A treatment plan on a terminal: what may be given and how, why not the others, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.engine.planning import Option, PhasePlan
from veinway.engine.schedule import Timed
from veinway.engine.verdict_reasons import Raised, allows
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.dose_words import beside_words, dose_words, lasting
from veinway.show.plan_course import Stage
from veinway.show.plan_lines import (
    by_place,
    check_lines,
    course_lines,
    flag_line,
    of_the_plan,
    open_lines,
    reason_lines,
    refusal,
    rest_line,
    shared_flags,
    taken_words,
    when_words,
)
from veinway.show.plan_parts import Planned, met_words
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_steps import steps
from veinway.show.text_why import near_lines

_SIGNS = {
    "recommended": ("●", "bold green"),
    "allowed": ("●", "bold green"),
    "caution": ("!", "bold yellow"),
}


MOST = 4
"""So many choices that are still possible are written out."""


def plan_page(
    name: str, planned: Planned, time_zone: str, profile: str = "", problems: Sequence[Problem] = ()
) -> RenderableType:
    """The whole page of one patient."""
    at = clock(planned.assessment.situation.at_minute, time_zone)
    title = Text.assemble((f" Anticoagulation, patient {name} ", "bold reverse"), (f"  at {at}", "dim"))
    parts: list[RenderableType] = [title]
    parts += [
        Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow")
        for p in (*problems, *planned.contradictions)
    ]
    parts += _missing(planned)
    parts += course_lines(planned)
    parts += _choice(planned)
    parts += _offered(planned)
    parts += _open(planned)
    parts += _refused(planned)
    parts += check_lines(planned)
    parts += steps(of_the_plan(planned), time_zone)
    parts.append(rest_line())
    parts += near_lines(planned.assessment)
    parts.append(notice(planned.knowledge.edition, profile))
    return Group(*parts)


def _missing(planned: Planned) -> list[RenderableType]:
    if not planned.asked_first:
        return []
    lines = [Text.assemble(("? ", "bold yellow"), each.ask) for each in planned.asked_first]
    return [section("Before any dose: what must be known first"), *lines]


def _choice(planned: Planned) -> list[RenderableType]:
    found = planned.plan.chosen
    if found is None or planned.plan.choice is None:
        return []
    lines: list[RenderableType] = []
    for row in found.rows if found.decided or found.needs_clinician else ():
        lines.append(Text.assemble(("→ ", "bold"), row.then.text, (f"  {cite_words(row.cite)}", "dim")))
    if found.needs_clinician:
        lines.append(Text("? unconfirmed, needs a clinician", style="bold yellow"))
    if not lines:
        shorts = list(dict.fromkeys(each.short or each.text.rstrip(".") for each in found.outcomes))
        more = f"; or {len(shorts) - MOST} more" if len(shorts) > MOST else ""
        said = "; or ".join(shorts[:MOST])
        lines.append(Text.assemble(("? ", "bold yellow"), f"not decided: {said}{more}"))
    named = [each for each in planned.refused if each.place is not None]
    if named and lines and found.decided:
        drugs = ", ".join(each.drug.label.lower() for each in named)
        lines.append(Text(f"○ of these not for this patient, see why below: {drugs}", style="blue"))
    return [section(f"Which drug: {planned.plan.choice.label}"), *lines]


def _offered(planned: Planned) -> list[RenderableType]:
    if not planned.offered:
        nothing = Text("Nothing can be offered on what is known.", style="bold")
        return [section("May be given"), nothing, *_held_up(planned)]
    shared = shared_flags(planned)
    lines: list[RenderableType] = [
        Text("One of these, never two at full dose at once, but for the days that a line names.")
    ]
    named, others = by_place(planned)
    lines += _listed(planned, named, 1, shared)
    if named and others:
        lines.append(
            section("Nothing speaks against these either; this choice does not name them first")
        )
    lines += _listed(planned, others, len(named) + 1, shared)
    if shared:
        lines += [section("For all of these"), *map(flag_line, shared)]
    return [section("May be given, the best first"), *lines]


def _listed(
    planned: Planned, options: Sequence[Option], first: int, shared: Sequence[Raised]
) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for number, option in enumerate(options, start=first):
        sign, style = _SIGNS.get(option.standing, ("●", "bold"))
        words = option.verdict.outcomes[0].short
        head = Text.assemble((f"{sign} {number}. {option.drug.label}", style), f"  {words}")
        head.append(taken_words(planned, option), style="bold")
        lines += [head, *map(indented, _details(planned, option, shared))]
    return lines


def _held_up(planned: Planned) -> list[RenderableType]:
    """Why a drug that suits is not offered all the same."""
    return [
        Text(f"{each.drug.label} begins with an injected anticoagulant, and none may be given.")
        for each in (*planned.open, *planned.refused)
        if each.verdict.decided and not each.offered and allows(each.verdict.outcomes[0])
    ]


def _details(planned: Planned, option: Option, shared: Sequence[Raised]) -> Iterator[RenderableType]:
    yield from _first_dose_lines(option)
    labels = {each.drug.key: each.drug.label.lower() for each in planned.plan.options}
    for part, timed, stage in planned.stages(option):
        yield _phase_line(planned, option, part, timed, stage, labels)
        if stage in ("now", "later") and (met := met_words(part, planned.assessment.situation)):
            yield Text(f"✓ {part.phase.lasts.until_text}: {met}", style="green")
    for reason in option.reasons:
        yield from reason_lines(reason, planned.reasoner)
    for raised in option.flags:
        if raised not in shared and raised.flag not in [each.flag for each in shared]:
            yield flag_line(raised)
    for outcome in option.near:
        yield Text(f"≈ close to a threshold; on its other side: {outcome.short or outcome.key}")


ENDED = {
    "over": "over, not to be given again",
    "undated": "whether it is over is not known: since when is the drug taken?",
    "replaced": "no injections: {taken} stands in their place, until the rules for switching end it",
    "until": "goes on until {until}: that this was so is not on record",
}
"""What is said of a phase in place of its dose."""


def _phase_line(
    planned: Planned,
    option: Option,
    part: PhasePlan,
    timed: Timed | None,
    stage: Stage,
    labels: Mapping[str, str],
) -> Text:
    line = Text.assemble((f"{part.phase.label}: ", "bold"))
    if stage in ENDED:
        taken = "" if planned.course is None else planned.course.label
        words = ENDED[stage].format(taken=taken, until=part.lasts.until_text)
        return line.append(words, style="dim" if stage == "over" else "yellow")
    line.append_text(_dose_of_phase(option, part, labels))
    line.append(f", {lasting(part.phase)}")
    line.append(when_words(planned, option, timed, stage))
    line.append(f"  {cite_words(part.phase.source)}", style="dim")
    for outcome in part.near:
        line.append(f"\n≈ close to a threshold; on its other side: {outcome.text}", style="yellow")
    for words in beside_words(part):
        line.append(f"\n  {words}", style="dim")
    return line


def _dose_of_phase(option: Option, part: PhasePlan, labels: Mapping[str, str]) -> Text:
    """The dose, or why there is none yet."""
    if part.given is not None:
        return Text(dose_words(part.given, part.amount))
    if part.elsewhere and option.begins_with:
        drugs = " or ".join(labels[key] for key in option.begins_with)
        return Text(f"{drugs} at its treatment dose, see there")
    possible = [outcome.text.rstrip(".") for outcome in part.may_be]
    if len(possible) != 1:
        return Text("not decided: " + " or ".join(possible[:4]), "yellow")
    return Text(possible[0] if option.offered else "no dose yet", "yellow")


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


def _open(planned: Planned) -> list[RenderableType]:
    """What cannot be said; drugs that depend on one and the same stand together."""
    grouped: dict[tuple[str, ...], list[Option]] = {}
    for option in planned.open:
        first = tuple(line.plain for line in _first_dose_lines(option))
        grouped.setdefault((*first, *open_lines(planned, option)), []).append(option)
    lines: list[RenderableType] = []
    for said, options in grouped.items():
        labels = ", ".join(each.drug.label for each in options)
        lines.append(Text.assemble(("? ", "bold yellow"), (labels, "bold")))
        lines += [indented(Text(words)) for words in said]
    return [section("Cannot be said yet"), *lines] if lines else []


def _refused(planned: Planned) -> list[RenderableType]:
    """The drugs that will not be given; those with one and the same reason stand together."""
    grouped: dict[tuple[str, ...], list[Option]] = {}
    for option in planned.refused:
        grouped.setdefault(refusal(option, planned.reasoner), []).append(option)
    lines: list[RenderableType] = []
    for reasons, options in grouped.items():
        labels = ", ".join(each.drug.label for each in options)
        lines.append(Text.assemble(("○ ", "blue"), (labels, "bold")))
        lines += [indented(Text(words)) for words in reasons]
    return [section("Why not the others"), *lines] if lines else []
