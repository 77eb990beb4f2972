"""Reads the YAML cases: each case, its expectation, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from veinway.care.knowledge import KNOWLEDGE
from veinway.language.knowledge import Knowledge
from veinway.language.values import Situation
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml

FOLDER = Path(__file__).parent.parent / "cases"
INPUT = ("id", "at", "index", "given", "facts", "limbs", "actions")


@dataclass(frozen=True)
class Example:
    """One worked example: what is known, and what must come out of which chapter."""

    name: str
    chapter: Knowledge
    source: str
    case: dict[str, Any]
    expect: dict[str, Any]

    @cached_property
    def situations(self) -> dict[str, Situation]:
        """What is known, read once it is needed, so that a case that cannot be read fails alone."""
        return read_case(self.case, KNOWLEDGE, id_=str(self.case["id"])).situations


def examples(folder: Path = FOLDER, files: str = "*.yaml") -> Iterator[Example]:
    """Every case of every file, or of some."""
    for file in sorted(folder.glob(files)):
        content = load_yaml(file.read_text(encoding="utf-8"), file.name)
        chapter = KNOWLEDGE.chapter(content.get("chapter", "diagnosis"))
        for raw in content["cases"]:
            case = {"at": content["at"], **{key: raw[key] for key in INPUT if key in raw}}
            yield Example(f"{file.stem}: {raw['id']}", chapter, raw["source"], case, raw["expect"])
