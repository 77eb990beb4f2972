"""What a specification of one word holds."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spec:
    """One word: how it is written, and what it gives for what is known."""

    word: str
    text: str
    written: str
    rows: tuple[tuple[str, ...], ...]
    """Each row: what is known of each name in `of`, then the result."""
    of: tuple[str, ...] = ("a", "b")
    section: str = field(default="")
