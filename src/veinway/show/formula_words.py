"""Formulas in words: sums, products and quotients, as they would be written on paper.

Each function takes a part and `phrase`, which says any expression in words.
"""

from __future__ import annotations

from fractions import Fraction

from veinway.language import Expression
from veinway.language import numbers as nu
from veinway.show.word_parts import Phrase, exact_words


def linear(part: nu.Linear, phrase: Phrase) -> str:
    """A sum, its positive parts first: "140 − age", "0.6 × ideal weight + 0.4 × body weight"."""
    signed = [(factor, _term(abs(factor), term, phrase)) for factor, term in part.terms]
    if part.constant:
        signed.append((part.constant, exact_words(abs(part.constant))))
    signed.sort(key=lambda entry: entry[0] < 0)
    (first_sign, text), *rest = signed
    text = f"−{text}" if first_sign < 0 else text
    return text + "".join(f" {'−' if sign < 0 else '+'} {said}" for sign, said in rest)


def _term(factor: Fraction, term: Expression, phrase: Phrase) -> str:
    said = factor_words(term, phrase)
    return said if factor == 1 else f"{exact_words(factor)} × {said}"


def factor_words(part: Expression, phrase: Phrase) -> str:
    """A number inside a formula: sums are bracketed, constants have no unit."""
    if isinstance(part, nu.Constant):
        return exact_words(part.value)
    is_sum = isinstance(part, nu.Linear) and (len(part.terms) > 1 or part.constant != 0)
    return f"({phrase(part)})" if is_sum else phrase(part)


def product(part: nu.Product, phrase: Phrase) -> str:
    """Factors with their powers: "body height²"."""
    powers = {1: "", 2: "²", 3: "³"}
    factors = ((factor_words(factor, phrase), power) for factor, power in part.factors)
    return " × ".join(f"{said}{powers.get(power, f'^{power}')}" for said, power in factors)


def quotient(part: nu.Quotient, phrase: Phrase) -> str:
    """One number over another; what is divided by is bracketed unless it is one thing."""
    under = f"({phrase(part.under)})" if part.under.parts() else phrase(part.under)
    return f"{factor_words(part.over, phrase)} ÷ {under}"


def largest(part: nu.Largest, phrase: Phrase) -> str:
    """The largest of several numbers."""
    return f"the largest of ({'; '.join(factor_words(each, phrase) for each in part.of)})"
