"""What `veinway demo` says between its pages."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from veinway.engine.assessment import ScoreReading
from veinway.show.text_parts import indented, section
from veinway.show.text_scores import question_grid, score_in_full


def chapter(number: str, title: str) -> RenderableType:
    """The heading of one part of the demonstration."""
    return Padding(Text.assemble((f" {number} ", "bold reverse"), (f" {title}", "bold")), (1, 0, 0, 0))


def one_question(reading: ScoreReading) -> RenderableType:
    """An undecided score, and the one answer that settles it."""
    best = reading.open.matters[:1]
    rest = len(reading.open.unknown) - 1
    words = f"Whatever the answer, it settles the band; none of the {rest} other open facts could alone."
    question = [section("What would settle it"), question_grid(best)]
    return Group(*score_in_full(reading), *question, indented(Text(words, style="green"), 13))


def next_steps() -> RenderableType:
    """Where to go from here."""
    lines = (
        ("veinway explain wells_dvt", "one rule in words, with its sources"),
        ("veinway facts", "everything that can be known of a patient"),
        ("veinway score wells_dvt cases.jsonl", "one JSON line out for each one in"),
        ("veinway assess patient.json --why", "a FHIR bundle or a facts file, and why"),
        ("veinway cohort FOLDER --at DATE --out DIR", "the same rules on millions"),
    )
    shown = [Text.assemble((f"{command:<44}", "bold cyan"), what) for command, what in lines]
    return Padding(Group(Text("Next", style="bold"), *shown), (1, 0, 0, 0))
