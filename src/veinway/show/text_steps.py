"""The steps of one patient: in full where something is due or decided, in one line where not.

The most urgent comes first; a step that certainly is not for this patient is named at the end, with
the reason, so that nobody misses it and nobody has to read it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from veinway.engine.assessment import Assessment, StepReading
from veinway.engine.compare import Comparison
from veinway.engine.finding import StepFinding, TableFinding
from veinway.language import Direction, Outcome, Row, Step
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.compare_words import difference_lines, short_outcome
from veinway.show.reasons import why_not
from veinway.show.text_actions import open_now, plan, urgency
from veinway.show.text_parts import indented, section

MOST_OUTCOMES = 6
"""So many outcomes that are still possible are written out."""
MOST_UNKNOWN = 6
"""So many steps are named of which it is not known whether they apply; `--json` has all of them."""
_SIGNS = {
    Direction.ESCALATES: ("!", "bold red"),
    Direction.COMMITS: ("→", "bold"),
    Direction.NEUTRAL: ("·", "bold"),
}


def steps(
    assessment: Assessment, time_zone: str, comparisons: Sequence[Comparison] = ()
) -> list[RenderableType]:
    """Every step: what is due, then what is decided, then what may come, then what is not for them."""
    differs = {each.question.key: each for each in comparisons if each.verdict.differs}
    readings = [each for each in ordered(assessment) if each.found.applies is not Truth.NO]
    parts: list[RenderableType] = []
    told: set[str] = set()
    full = [each for each in readings if in_full(each.found)]
    full = full or [each for each in readings if _may_come(each.found)]
    for reading in full:
        parts += _in_full(reading, time_zone)
        parts += _differences(reading.found, differs, told)
    short = [reading for reading in readings if reading not in full]
    decided = [reading for reading in short if reading.found.decided]
    if decided:
        parts.append(section("Also decided"))
        for reading in decided:
            parts += [_decided(reading.found), *_differences(reading.found, differs, told)]
    possible = [reading for reading in short if not reading.found.decided]
    if possible:
        parts += [section("What else may come, once more is known"), *_possible(possible)]
    return parts


def not_for_this_patient(assessment: Assessment) -> list[RenderableType]:
    """The steps that certainly do not apply, by why."""
    reasons: dict[str, list[str]] = {}
    for reading in assessment.steps:
        if reading.found.applies is Truth.NO:
            reasons.setdefault(why_not(reading.found), []).append(_label(reading.found))
    lines: list[RenderableType] = [
        Text.assemble(("○ Does not apply: ", "bold blue"), "; ".join(labels), f", because {why}.")
        for why, labels in reasons.items()
    ]
    return [section("Not for this patient"), *lines] if lines else []


def ordered(assessment: Assessment) -> list[StepReading]:
    """The most urgent first: what is due, by when; equal ones as the pathway asks them."""

    def rank(reading: StepReading) -> tuple[int, tuple[int, int, int]]:
        now = [] if reading.found.applies is not Truth.YES else open_now(reading.found)
        if now:
            return 0, urgency(now[0])
        return 1 if reading.found.applies is Truth.YES else 2, (0, 0, 0)

    return sorted(assessment.steps, key=rank)


def in_full(found: StepFinding) -> bool:
    """Something of the plan is open or was done, or what is concluded escalates or commits."""
    if open_now(found):
        return True
    if found.applies is not Truth.YES:
        return False
    return _begun(found) or (found.decided and _acts(found))


def _may_come(found: StepFinding) -> bool:
    """It is for this patient, and what is to be done depends on what is open."""
    waits = any(action.state in ("cannot_say", "not_yet") for action in found.plan)
    return found.applies is Truth.YES and waits


def _acts(found: StepFinding) -> bool:
    assert found.conclusion is not None
    return any(each.direction is not Direction.NEUTRAL for each in found.conclusion.outcomes)


def _label(found: StepFinding) -> str:
    assert isinstance(found.of, Step)
    return found.of.label


# In full ------------------------------------------------------------------------------------------


def _in_full(reading: StepReading, time_zone: str) -> list[RenderableType]:
    found = reading.found
    assert found.conclusion is not None
    title = "What to do now" if found.plan else "Decided"
    parts: list[RenderableType] = [section(f"{title}: {_label(found)}")]
    if found.applies is Truth.UNKNOWN:
        parts.append(
            Text("? Whether this pathway is for this patient is not known.", style="bold yellow")
        )
    return [*parts, *plan(found, time_zone), *_conclusion(found, found.conclusion)]


def _conclusion(step: StepFinding, found: TableFinding) -> list[RenderableType]:
    if step.decided:
        lines: list[RenderableType] = [Text(f"● decided{_alone(step)}:", style="bold green")]
    elif found.needs_clinician:
        lines = [Text("? unconfirmed, needs a clinician:", style="bold yellow")]
    else:
        count = len(found.outcomes)
        said = "1 outcome is possible" if count == 1 else f"{count} outcomes are possible"
        if not _begun(step):
            return [Text(f"? not decided, {said}.", style="bold yellow")]
        lines = [Text(f"? not decided, {said}:", style="bold yellow")]
    shown = found.outcomes[:MOST_OUTCOMES]
    lines += [indented(_outcome(outcome, found)) for outcome in shown]
    if len(found.outcomes) > len(shown):
        lines.append(indented(Text(f"and {len(found.outcomes) - len(shown)} more", style="dim")))
    lines += [row_line("⋯ meanwhile:", "bold", row) for row in found.meanwhile]
    if set(step.strict) != {outcome.key for outcome in found.outcomes}:
        strict = ", ".join(key.replace("_", " ") for key in sorted(step.strict))
        lines.append(indented(Text(f"without presumptions: {strict}", style="magenta")))
    return lines


def _begun(step: StepFinding) -> bool:
    """Something is due or was done, so that it is of use to know what may come out."""
    return any(action.state not in ("not_indicated", "cannot_say") for action in step.plan)


def _alone(step: StepFinding) -> str:
    return ", by presumption alone" if step.decided_by_presumption else ""


def _outcome(outcome: Outcome, found: TableFinding) -> Text:
    sign, style = _SIGNS[outcome.direction]
    cites = dict.fromkeys(cite_words(row.cite) for row in found.rows if row.then is outcome)
    return Text.assemble((f"{sign} ", style), outcome.text, (f"  {'; '.join(cites)}", "dim"))


def row_line(sign: str, style: str, row: Row) -> RenderableType:
    """One row as a line: its sign, its outcome, its authority."""
    return Text.assemble(
        (f"{sign} ", style), (row.then.text, "bold"), (f"  {cite_words(row.cite)}", "dim")
    )


# In short -----------------------------------------------------------------------------------------


def _decided(found: StepFinding) -> RenderableType:
    assert found.conclusion is not None
    line = Text.assemble(("● ", "bold green"), (f"{_label(found)}: ", "bold"))
    said = ((outcome.short or outcome.text, outcome) for outcome in found.conclusion.outcomes)
    for number, (words, outcome) in enumerate(said):
        rows = (row for row in found.conclusion.rows if row.then is outcome)
        places = "; ".join(dict.fromkeys(cite_words(row.cite) for row in rows))
        line.append("; " if number else "").append(words).append(f"  {places}", style="dim")
    return line.append(_alone(found), style="magenta")


def _possible(readings: Sequence[StepReading]) -> list[RenderableType]:
    """The steps of which nothing is certain yet: first those that are for this patient."""
    lines: list[RenderableType] = []
    unknown = [_label(each.found) for each in readings if each.found.applies is Truth.UNKNOWN]
    for found in (each.found for each in readings if each.found.applies is Truth.YES):
        assert found.conclusion is not None
        line = Text.assemble(("? ", "bold yellow"), (f"{_label(found)}: ", "bold"))
        if found.conclusion.needs_clinician:
            line.append("unconfirmed, needs a clinician: ", style="yellow")
            lines.append(line.append(_outcome(found.conclusion.outcomes[0], found.conclusion)))
        else:
            said = (each for each in found.conclusion.outcomes if not each.silent)
            shorts = dict.fromkeys(short_outcome(each) for each in said)
            lines.append(line.append(" or ".join(shorts), style="dim"))
    if unknown:
        said = ("? ", "bold yellow"), "Whether these are for this patient is not known: "
        more = f"; and {len(unknown) - MOST_UNKNOWN} more" if len(unknown) > MOST_UNKNOWN else ""
        lines.append(Text.assemble(*said, ("; ".join(unknown[:MOST_UNKNOWN]) + f"{more}.", "dim")))
    return lines


# Where guidelines differ --------------------------------------------------------------------------


def _differences(
    found: StepFinding, differs: Mapping[str, Comparison], told: set[str]
) -> list[RenderableType]:
    """How other guidelines answer the question of this step, where that differs for this patient.

    told: the acts of which it was said already; a question about a point of a step need not repeat it.
    """
    assert isinstance(found.of, Step)
    comparison = differs.get(found.of.question.key)
    if comparison is None:
        return []
    acts = {each.act for each in comparison.differences if each.act} or {found.of.question.key}
    if acts <= told:
        return []
    told |= acts
    lines = difference_lines(comparison, cited=True)
    return [
        Text("≠ Where guidelines differ:", style="bold magenta"),
        *(indented(Text(line)) for line in lines),
    ]
