"""Expressions in plain English: what a rule says, in words that a clinician can check.

    phrase(all_of(active_cancer, calf_difference > 3))
    "active cancer, and calf circumference difference is more than 3 cm"

Strict and non-strict borders differ in words ("more than 3 cm", "3 cm or more"), a window says which
days it counts, and a presumption is never left out. Mixed `all of` and `any of` are bracketed, so
that a sentence has one reading. `outline` gives the same words on indented lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from veinway.language import arithmetic as ar
from veinway.language import events as ev
from veinway.language import expressions as ex
from veinway.language import facts as fa
from veinway.language import numbers as nu
from veinway.language import scores as sc
from veinway.language import tables as ta
from veinway.language.expressions import Expression
from veinway.language.parameters import Parameter
from veinway.show import event_words, formula_words
from veinway.show.word_parts import amount, exact_words, lower_first, selection_words


def phrase(expression: Expression) -> str:
    """An expression as one line of English; a clause for a yes/no, a noun for anything else."""
    return _PHRASE[type(expression)](expression)


def outline(expression: Expression, depth: int = 0) -> Iterator[tuple[int, str]]:
    """An expression as (depth, line) pairs: `all of`, `any of` and their parts below each other."""
    if isinstance(expression, ex.AllOf | ex.AnyOf | ex.AtLeast) and _as_range(expression) is None:
        yield depth, _heading(expression)
        for part in _flat(expression):
            yield from outline(part, depth + 1)
    elif isinstance(expression, ex.No) and isinstance(expression.of, ex.AllOf | ex.AnyOf | ex.AtLeast):
        yield depth, "not so that"
        yield from outline(expression.of, depth + 1)
    else:
        yield depth, phrase(expression)


def _flat(part: ex.AllOf | ex.AnyOf | ex.AtLeast) -> Iterator[Expression]:
    """The parts; `all of` inside `all of` is one list, and so is `any of` inside `any of`."""
    for inner in part.of:
        same = type(inner) is type(part) and not isinstance(part, ex.AtLeast)
        if same and _as_range(inner) is None:
            yield from _flat(inner)  # type: ignore[arg-type]
        else:
            yield inner


def _heading(part: ex.AllOf | ex.AnyOf | ex.AtLeast) -> str:
    match part:
        case ex.AllOf():
            return "all of:"
        case ex.AnyOf():
            return "one or more of:"
        case ex.AtLeast():
            return f"at least {part.count} of:"


# Yes and no -------------------------------------------------------------------------------------


def _inside(part: Expression, joined_by: type | None = None) -> str:
    """A part of a larger sentence, in brackets where it would otherwise run into its neighbours.

    `joined_by` is what joins the larger sentence: `all of` inside `all of` needs no brackets.
    """
    runs_on = isinstance(part, ex.AllOf | ex.AnyOf | ex.AtLeast) and len(part.of) > 1
    if runs_on and not isinstance(part, joined_by or ()) and _as_range(part) is None:
        return f"({phrase(part)})"
    return phrase(part)


def _all_of(part: ex.AllOf) -> str:
    return _as_range(part) or ", and ".join(_inside(each, ex.AllOf) for each in part.of)


def _any_of(part: ex.AnyOf) -> str:
    return ", or ".join(_inside(each, ex.AnyOf) for each in part.of)


def _at_least(part: ex.AtLeast) -> str:
    return f"at least {part.count} of: {'; '.join(map(_inside, part.of))}"


def _as_range(part: Expression) -> str | None:
    """`between(x, low, high)` reads as one range, both ends named as included."""
    if not isinstance(part, ex.AllOf) or len(part.of) != 2:
        return None
    low, high = part.of
    if not (isinstance(low, nu.Compare) and isinstance(high, nu.Compare) and low.left is high.left):
        return None
    if (low.sign, high.sign) != (">=", "<="):
        return None
    return f"{_subject(low.left)} is from {phrase(low.right)} to {phrase(high.right)}, both included"


def _no(part: ex.No) -> str:
    inner = part.of
    match inner:
        case ex.No():
            return phrase(inner.of)
        case nu.Compare():
            return phrase(nu.Compare(inner.left, _OPPOSITE[inner.sign], inner.right))
        case ex.IsOneOf():
            return _is_one_of(inner, "is not")
        case ev.AnyEvent():
            return f"no {selection_words(inner.of, phrase)}"
        case ex.Presume():
            return f"{_inside(ex.No(inner.of))} {_presumed('not' if inner.value else '', inner)}"
    said = phrase(inner)
    return f"not {said}" if isinstance(inner, fa.YesNo) else f"not ({said})"


def _is_one_of(part: ex.IsOneOf, verb: str = "is") -> str:
    """The options that are meant, or those that are not where they are fewer."""
    keys = part.choice.option_keys()
    named = [key for key in keys if key in part.options]
    others = [key for key in keys if key not in part.options]
    if len(named) > 2 and len(others) == 1:
        named, verb = others, {"is": "is not", "is not": "is"}[verb]
    return f"{_subject(part.choice)} {verb} {options_words(part.choice, named)}"


def options_words(choice: ex.ChoiceExpression, keys: list[str]) -> str:
    """Some options of a choice, by their labels: "“female” or “male”"."""
    *most, last = (_option(choice, key) for key in keys)
    return f"{', '.join(most)} or {last}" if most else last


def _option(choice: ex.ChoiceExpression, key: str) -> str:
    """An option as a reader knows it: a band or option by its label, an outcome by its first words."""
    match choice:
        case sc.Score():
            return next(f"“{band.label}”" for band in choice.bands if band.key == key)
        case fa.Choice():
            return next(f"“{option.label}”" for option in choice.options if option.key == key)
        case ev.OptionOf():
            return _option(choice.attribute, key)
        case ex.PresumeOption():
            return _option(choice.of, key)
        case ta.Table():
            text = next(outcome.text for outcome in choice.outcomes if outcome.key == key)
            return f"“{text.split(':')[0].rstrip('.')}”"
    return key


def _presume(part: ex.Presume) -> str:
    return f"{_inside(part.of)} {_presumed('' if part.value else 'not', part)}"


def _presume_option(part: ex.PresumeOption) -> str:
    excluded = [key for key in part.option_keys() if key not in part.keep]
    return f"{phrase(part.of)} {_presumed(f'not {options_words(part.of, excluded)}', part)}"


def _presumed(value: str, part: ex.Presume | ex.PresumeOption) -> str:
    """Which way an unknown is taken, and on what grounds if not always."""
    grounds = "" if part.when is None else f": {part.because}"
    return f"[presumed {value} where unknown{grounds}]".replace("  ", " ")


def _obtainable(part: ev.Obtainable) -> str:
    return f"{lower_first(part.answer.label)} [asked, or seen from the request]"


# Numbers ----------------------------------------------------------------------------------------

_OPPOSITE: dict[nu.Sign, nu.Sign] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _compare(part: nu.Compare) -> str:
    """Whether the border itself counts is always said."""
    limit = phrase(part.right)
    if isinstance(part.right, nu.Constant):
        said = {"<": f"less than {limit}", "<=": f"{limit} or less", ">": f"more than {limit}"}
        return f"{_subject(part.left)} is {said.get(part.sign, f'{limit} or more')}"
    word = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}[part.sign]
    return f"{_subject(part.left)} is {word} the {limit}"


def _subject(part: Expression) -> str:
    """What a verb follows: a name with a comma in it is closed by another."""
    said = phrase(part)
    return f"{said}," if "," in said and said[-1] not in ")]”" else said


def _constant(part: nu.Constant) -> str:
    return amount(part.value, part.measured_in.symbol)


def _agreed(part: nu.Agreed) -> str:
    """One quantity in two ways; an age says no more than which date it comes from."""
    other = part.other
    way = f"from {_label(other.date)}" if isinstance(other, ev.YearsSince) else phrase(other)
    return f"{phrase(part.one)} (or {way})"


def _by_choice(part: nu.ByChoice) -> str:
    values = ", ".join(
        f"{exact_words(value)} if {_option(part.choice, key)}" for key, value in part.values
    )
    return f"({values})"


# Names ------------------------------------------------------------------------------------------


def _anchor(part: ev.Anchor) -> str:
    return {"index": "the first suspicion", "at": "now"}[part.name]


def _label(part: Any) -> str:
    return lower_first(part.label)


def _title(part: Any) -> str:
    """The name of a rule, kept as it is written."""
    return f"“{part.label}”"


_PHRASE: dict[type, Callable[[Any], str]] = {
    fa.YesNo: _label,
    fa.Choice: _label,
    fa.Measure: _label,
    fa.DateFact: _label,
    ex.AllOf: _all_of,
    ex.AnyOf: _any_of,
    ex.No: _no,
    ex.AtLeast: _at_least,
    ex.IsOneOf: _is_one_of,
    ex.Presume: _presume,
    ex.PresumeOption: _presume_option,
    nu.Compare: _compare,
    nu.Constant: _constant,
    nu.Linear: partial(formula_words.linear, phrase=phrase),
    nu.Product: partial(formula_words.product, phrase=phrase),
    nu.Quotient: partial(formula_words.quotient, phrase=phrase),
    nu.Largest: partial(formula_words.largest, phrase=phrase),
    nu.Agreed: _agreed,
    nu.ByChoice: _by_choice,
    ar.Derived: _label,
    Parameter: _label,
    sc.Score: _title,
    sc.Total: lambda part: f"the total of {phrase(part.score)}",
    ta.Table: _title,
    ev.YearsSince: partial(event_words.years_since, phrase=phrase),
    ev.Anchor: _anchor,
    ev.AnyEvent: partial(event_words.any_event, phrase=phrase),
    ev.CountOf: partial(event_words.count_of, phrase=phrase),
    ev.DaysSince: partial(event_words.days_since, phrase=phrase),
    ev.TimeUntil: partial(event_words.time_until, phrase=phrase),
    ev.DateOf: partial(event_words.date_of, phrase=phrase),
    ev.ValueOf: partial(event_words.read_off, phrase=phrase),
    ev.OptionOf: partial(event_words.read_off, phrase=phrase),
    ev.SeriesMeasure: _label,
    ev.Obtainable: _obtainable,
}
