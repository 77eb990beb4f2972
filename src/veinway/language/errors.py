"""Every error that Veinway raises on purpose.

    VeinwayError
    ├── DefinitionError     a rule is written wrongly; raised while `care` is imported
    └── InputError          a fact, a file, a record or an argument cannot be used
        ├── FactError       one named fact of one case
        └── SourceError     a file or folder of records

Each says what was found, where, why it cannot be used and what to do, and carries a stable `code`
that other programs may rely on. The codes are listed, with their meaning, in `docs/errors.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class VeinwayError(Exception):
    """Base of all errors that are raised on purpose.

    `code` is stable; `what` is one sentence; `where` names the rule, file, line, case or fact;
    `todo` says what to write or do instead.
    """

    def __init__(self, code: str, what: str, *, where: str = "", todo: str = "") -> None:
        self.code = code
        self.what = what
        self.where = where
        self.todo = todo
        super().__init__(self.message())

    def message(self) -> str:
        """The error as one line of text."""
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.todo}" if self.todo else ""
        return f"{place}{self.what}{advice} [{self.code}]"

    def as_dict(self) -> dict[str, str]:
        """The error as it appears in a JSON answer."""
        parts = {"code": self.code, "where": self.where, "what": self.what, "todo": self.todo}
        return {name: text for name, text in parts.items() if text}


class DefinitionError(VeinwayError):
    """A rule cannot mean anything as it is written."""


class InputError(VeinwayError):
    """Something that was given to Veinway cannot be used."""


class FactError(InputError):
    """One fact of one case cannot be used."""


class SourceError(InputError):
    """A file or folder of records cannot be used."""


def did_you_mean(name: str, known: Iterable[str], most: int = 2) -> str:
    """What to do about a name that is not known: the nearest ones as a question, "" if none is near."""
    near = get_close_matches(name, list(known), n=most)
    return f"Did you mean {' or '.join(near)}?" if near else ""
