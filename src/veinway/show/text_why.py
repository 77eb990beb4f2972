"""Why: the evidence behind a patient's page, and the whole explanation as a tree."""

from __future__ import annotations

from rich import box
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree

from veinway.engine.assessment import Assessment
from veinway.engine.finding import Finding, ScoreFinding, StepFinding, TableFinding
from veinway.language import Fact
from veinway.language.expressions import AllOf, AnyOf, AtLeast
from veinway.language.values import Truth
from veinway.show.terminal import truth_text
from veinway.show.text_parts import section
from veinway.show.values import value_words
from veinway.show.words import outline, phrase


def evidence_lines(assessment: Assessment) -> list[RenderableType]:
    """Each known fact once: what was recorded, where and when, and the value that rules used."""
    grid = Grid(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True
    )
    for heading, ratio in (("what is known", 5), ("value used", 3), ("as recorded", 3), ("where", 4)):
        grid.add_column(heading, ratio=ratio)
    for found in assessment.findings():
        if found.evidence or found.reason in ("conflict", "stale"):
            grid.add_row(_name(found), _value(found), *_recorded(found))
    return [section("What it rests on"), grid] if grid.row_count else []


def _name(found: Finding) -> str:
    return str(getattr(found.of, "label", "")) or phrase(found.of)  # type: ignore[arg-type]


def _value(found: Finding) -> Text:
    if isinstance(found.value, Truth):
        text = truth_text(found.value, presumed=found.presumed is not None)
    else:
        words = value_words(found.of, found.value)
        text = Text(
            f"? {words}" if words == "unknown" else words, style="yellow" if words == "unknown" else ""
        )
    for note in filter(None, (found.reason, found.near)):
        text.append(f" ({note})", style="yellow")
    return text


def _recorded(found: Finding) -> tuple[str, str]:
    recorded = "; ".join(part.recorded for part in found.evidence if part.recorded)
    places = []
    for part in found.evidence:
        note = "" if part.note.startswith("= ") else part.note  # the value used is in its own column
        notes = ", ".join(filter(None, (part.when, note)))
        places.append(f"{part.resource} ({notes})" if notes else part.resource)
    return recorded, "; ".join(places)


def near_lines(assessment: Assessment) -> list[RenderableType]:
    """Comparisons that would come out otherwise within the tolerance of the measurement."""
    near = [found for found in assessment.findings() if found.near]
    lines = [
        Text.assemble(("≈ ", "bold yellow"), f"{phrase(found.of)}: {_value(found).plain}")  # type: ignore[arg-type]
        for found in near
    ]
    return [section("Close to a threshold"), *lines] if lines else []


# The tree ---------------------------------------------------------------------------------------


def explanation_tree(assessment: Assessment) -> list[RenderableType]:
    """Every rule that spoke with what it follows from; what was shown above is not repeated."""
    seen: set[int] = set()
    trees: list[RenderableType] = []
    for root in assessment.roots():
        tree = Tree(_node(root))
        _grow(tree, root, seen)
        trees.append(tree)
    return [section("Why"), *trees]


def _grow(tree: Tree, found: Finding, seen: set[int]) -> None:
    seen.add(id(found))
    for part in found.because:
        if id(part) in seen and part.because:
            tree.add(Text.assemble(_node(part, whole=True), ("  shown above", "dim")))
        else:
            _grow(tree.add(_node(part)), part, seen)
    if isinstance(found, StepFinding):
        _grow_plan(tree, found, seen)


def _grow_plan(tree: Tree, step: StepFinding, seen: set[int]) -> None:
    """Each action with why it is indicated, or is not."""
    for action in step.plan:
        state = action.state.replace("_", " ")
        branch = tree.add(Text.assemble((f"{state}  ", "bold"), action.action.key, ("  action", "dim")))
        if action.because is not None:
            _grow(branch, Finding(step.of, action.because.value, (action.because,)), seen)


def _node(found: Finding, *, whole: bool = False) -> Text:
    """One finding: its value with its sign, its words, and where it came from.

    whole: a combination is said in one sentence, because its parts are not shown below it.
    """
    text = Text()
    match found:
        case StepFinding():
            text = Text.assemble(truth_text(found.applies), (" for this patient:", "dim"))
        case ScoreFinding() | TableFinding():
            sign = "●" if found.decided else "?"
            text.append(f"{sign} {value_words(found.of, found.value)}", style="bold")
        case _:
            text = _value(found)
    text.append(f"  {_says(found, whole)}")
    for part in found.evidence:
        shown = " ".join(filter(None, (part.resource, part.when, part.recorded)))
        text.append(f"  [{shown}]", style="dim")
    if found.presumed is not None:
        text.append(f"  presumed: {found.presumed.because}", style="magenta")
    return text


def _says(found: Finding, whole: bool) -> str:
    if isinstance(found, StepFinding | ScoreFinding | TableFinding) or isinstance(found.of, Fact):
        return str(getattr(found.of, "label", ""))
    if isinstance(found.of, AllOf | AnyOf | AtLeast) and not whole:
        return next(outline(found.of))[1]
    return phrase(found.of)  # type: ignore[arg-type]
