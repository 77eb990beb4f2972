"""What a number is worked out from, and that it uses each of its inputs once."""

from __future__ import annotations

from collections.abc import Iterator

from .errors import DefinitionError
from .expressions import ChoiceExpression, Expression


def inputs(expression: Expression) -> Iterator[Expression]:
    """The inputs of a number, each as often as it is used; a choice or a score is one input."""
    parts = expression.parts()
    if isinstance(expression, ChoiceExpression) or not parts:
        if expression.is_input:
            yield expression
        return
    for part in parts:
        yield from inputs(part)


def check_used_once(expression: Expression, where: str) -> None:
    """Refuse an expression that uses an input twice: its interval would be wider than the truth."""
    seen: set[Expression] = set()
    for leaf in inputs(expression):
        if leaf in seen:
            name = getattr(leaf, "key", leaf)
            raise DefinitionError(
                "D145",
                f"{name} is used twice, so the interval would be too wide.",
                where=where,
                todo="Write the formula so that each input occurs once; x ** 2 is one use.",
            )
        seen.add(leaf)
