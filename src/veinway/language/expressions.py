"""Yes/no expressions, and the words that build them.

Rules are written in words (`all_of`, `any_of`, `no`, `at_least`, `presume`), because Python's `and`,
`or`, `not` and `if` would have to decide at once what may still be unknown. Using them on an
expression is an error that says what to write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from .errors import DefinitionError
from .sources import Cite, require_cite


def _misuse(found: str, write: str) -> NoReturn:
    raise DefinitionError("D120", f"{found} cannot be used on a clinical expression.", todo=write)


class Expression:
    """Anything that has a value for a subject. Compared by identity: one object is one idea."""

    __slots__ = ()

    is_input = True
    """Where it has no parts, it stands for something about the subject (a constant does not)."""

    def parts(self) -> tuple[Expression, ...]:
        """The expressions that this one is made of."""
        return ()

    def __bool__(self) -> NoReturn:
        _misuse(
            "`and`, `or`, `not`, `if`, or a chained comparison",
            "Write all_of(...), any_of(...), no(...), or between(x, low, high).",
        )

    def __and__(self, other: object) -> NoReturn:
        _misuse("`&`", "Write all_of(a, b).")

    def __or__(self, other: object) -> NoReturn:
        _misuse("`|`", "Write any_of(a, b).")

    def __invert__(self) -> NoReturn:
        _misuse("`~`", "Write no(a).")

    def __eq__(self, other: object) -> NoReturn:
        _misuse("`==`", "Write choice.is_(OPTION), or between(number, x, x).")

    def __ne__(self, other: object) -> NoReturn:
        _misuse("`!=`", "Write no(choice.is_(OPTION)).")

    __hash__ = object.__hash__


class YesNoExpression(Expression):
    """Yes, no or unknown."""

    __slots__ = ()


class DateExpression(Expression):
    """A calendar day of the subject, as an interval of day numbers."""

    __slots__ = ()


class ChoiceExpression(Expression):
    """One of several options; its value is the set of options that it may still be."""

    __slots__ = ()

    def option_keys(self) -> tuple[str, ...]:
        """The keys of all options, in order."""
        raise NotImplementedError

    def is_(self, option: object) -> IsOneOf:
        """Yes when this option alone is left, no when it is excluded."""
        return self.one_of(option)

    def one_of(self, *options: object) -> IsOneOf:
        """Yes when only these options are left, no when all of them are excluded."""
        keys = tuple(str(getattr(option, "key", option)) for option in options)
        strange = [key for key in keys if key not in self.option_keys()]
        if strange or not keys:
            raise DefinitionError(
                "D121",
                f"{strange or 'nothing'} is not among the options {list(self.option_keys())}.",
                where=str(getattr(self, "key", "")),
                todo="Name one of these options.",
            )
        return IsOneOf(self, frozenset(keys))


@dataclass(frozen=True, slots=True, eq=False)
class IsOneOf(YesNoExpression):
    """The choice is one of these options."""

    choice: ChoiceExpression
    options: frozenset[str]

    def parts(self) -> tuple[Expression, ...]:
        return (self.choice,)


@dataclass(frozen=True, slots=True, eq=False)
class AllOf(YesNoExpression):
    """Yes when every part is yes; no as soon as one part is no."""

    of: tuple[YesNoExpression, ...]

    def parts(self) -> tuple[Expression, ...]:
        return self.of


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf(YesNoExpression):
    """Yes as soon as one part is yes; no when every part is no."""

    of: tuple[YesNoExpression, ...]

    def parts(self) -> tuple[Expression, ...]:
        return self.of


@dataclass(frozen=True, slots=True, eq=False)
class No(YesNoExpression):
    """Yes when the part is certainly no; unknown stays unknown."""

    of: YesNoExpression

    def parts(self) -> tuple[Expression, ...]:
        return (self.of,)


@dataclass(frozen=True, slots=True, eq=False)
class AtLeast(YesNoExpression):
    """Yes when `count` parts or more are yes; no when too few can still be yes."""

    count: int
    of: tuple[YesNoExpression, ...]

    def parts(self) -> tuple[Expression, ...]:
        return self.of


@dataclass(frozen=True, slots=True, eq=False)
class Presume(YesNoExpression):
    """The part, except that where it is unknown and `when` is certain it is taken to be `value`."""

    of: YesNoExpression
    value: bool
    when: YesNoExpression | None
    because: str
    source: Cite

    def parts(self) -> tuple[Expression, ...]:
        return (self.of,) if self.when is None else (self.of, self.when)


@dataclass(frozen=True, slots=True, eq=False)
class PresumeOption(ChoiceExpression):
    """The choice, except that where it is undecided and `when` is certain only `keep` are left."""

    of: ChoiceExpression
    keep: frozenset[str]
    when: YesNoExpression | None
    because: str
    source: Cite

    def option_keys(self) -> tuple[str, ...]:
        return self.of.option_keys()

    def parts(self) -> tuple[Expression, ...]:
        return (self.of,) if self.when is None else (self.of, self.when)


YES, NO = True, False
"""The two values that `presume` may give to a yes/no expression."""


def all_of(*of: YesNoExpression) -> YesNoExpression:
    """Every one of these."""
    return AllOf(_checked("all_of", of))


def any_of(*of: YesNoExpression) -> YesNoExpression:
    """One or more of these."""
    return AnyOf(_checked("any_of", of))


def no(of: YesNoExpression) -> YesNoExpression:
    """Certainly not this. Unknown stays unknown."""
    return No(_checked("no", (of,))[0])


def at_least(count: int, *of: YesNoExpression) -> YesNoExpression:
    """`count` or more of these."""
    parts = _checked("at_least", of)
    if not 1 <= count <= len(parts):
        raise DefinitionError("D122", f"at_least({count}, ...) of {len(parts)} is never or always so.")
    return AtLeast(count, parts)


def presume(
    of: YesNoExpression, value: bool, *, because: str, source: Cite, when: YesNoExpression | None = None
) -> YesNoExpression:
    """Where `of` is unknown (and `when`, if given, is certain), take it to be `value`.

    The only word that turns unknown into a value. `because` is shown in every explanation that
    rests on it, and every population report counts the decisions that do.
    """
    _checked("presume", (of,))
    _check_presumption(because, source)
    if not isinstance(value, bool):
        raise DefinitionError("D123", f"presume(..., {value!r}) is not YES or NO.")
    return Presume(of, value, when, because, source)


def presume_not(
    of: ChoiceExpression,
    *options: object,
    because: str,
    source: Cite,
    when: YesNoExpression | None = None,
) -> ChoiceExpression:
    """Where `of` is undecided (and `when`, if given, is certain), take these options to be excluded."""
    _check_presumption(because, source)
    excluded = of.one_of(*options).options
    keep = frozenset(of.option_keys()) - excluded
    if not keep:
        raise DefinitionError("D124", "A presumption may not exclude every option.")
    return PresumeOption(of, keep, when, because, source)


def _check_presumption(because: str, source: Cite) -> None:
    require_cite(source, "presume")
    if not because.strip():
        raise DefinitionError("D125", "A presumption needs a reason.", todo="Write because='...'.")


def _checked(word: str, of: Iterable[object]) -> tuple[YesNoExpression, ...]:
    parts = tuple(of)
    for part in parts:
        if not isinstance(part, YesNoExpression):
            raise DefinitionError(
                "D126",
                f"{word}(...) takes yes/no expressions, not {part!r}.",
                todo="Compare a number, as in age >= 18, or name an option, as in sex.is_('male').",
            )
    if not parts:
        raise DefinitionError("D127", f"{word}() of nothing means nothing.")
    return tuple(part for part in parts if isinstance(part, YesNoExpression))
