"""Definitions added up over many people: how many each counts, with which others, and why not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..language.phenotypes import Phenotype
from ..language.values import Truth
from .phenotypes import NOT_LISTED, Verdict

Pair = tuple[str, str]


@dataclass(slots=True)
class PhenotypeTally:
    """What definitions say of everybody who has a code that some definition knows.

    sure, possible: of each definition, or pair of them, how many it counts certainly and at most.
    codes: of each definition, how many people have which code that counts. only: of a pair, of how many
    people the first is certain and the second certainly says no, by code and reason. unsure: of each
    definition, why people may count and do not surely.
    """

    groups: Sequence[Sequence[Phenotype]]
    people: int = 0
    sure: Counter[str] = field(default_factory=Counter)
    possible: Counter[str] = field(default_factory=Counter)
    both_sure: Counter[Pair] = field(default_factory=Counter)
    both_possible: Counter[Pair] = field(default_factory=Counter)
    codes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    only: dict[Pair, Counter[Pair]] = field(default_factory=lambda: defaultdict(Counter))
    only_people: Counter[Pair] = field(default_factory=Counter)
    unsure: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, said: Mapping[str, Verdict]) -> None:
        """One person more. said: by the key of the definition."""
        self.people += 1
        for of_group in self.groups:
            counted = [each.key for each in of_group if said[each.key].truth.can_be_yes]
            for key in counted:
                self._one(key, said[key])
                self._beside(key, said, counted, of_group)

    def _one(self, key: str, verdict: Verdict) -> None:
        self.possible[key] += 1
        if verdict.truth is Truth.YES:
            self.sure[key] += 1
        else:
            self.unsure[key].update(verdict.why)
        self.codes[key].update(verdict.codes)

    def _beside(
        self,
        key: str,
        said: Mapping[str, Verdict],
        counted: Iterable[str],
        of_group: Iterable[Phenotype],
    ) -> None:
        certain = said[key].truth is Truth.YES
        for other in counted:
            self.both_possible[key, other] += 1
            self.both_sure[key, other] += certain and said[other].truth is Truth.YES
        for each in of_group if certain else ():
            verdict = said[each.key]
            if verdict.truth is Truth.NO:
                self.only_people[key, each.key] += 1
                self.only[key, each.key].update(_reasons(said[key], verdict))


def _reasons(counted: Verdict, not_counted: Verdict) -> Iterable[Pair]:
    """Why the second says no: the code that it does not list, or what is missing."""
    if not_counted.why == (NOT_LISTED,):
        return {(NOT_LISTED, code) for code in counted.codes}
    return {(why, "") for why in not_counted.why}
