"""The dialogue of `veinway triage`: one question at a time, answered by number, letter or word."""

from __future__ import annotations

import sys
from datetime import datetime

from rich.console import Console
from rich.text import Text

from veinway.language.time import day_number
from veinway.language.values import Known, Situation
from veinway.records.cases import minute_of
from veinway.show.inquiry import Entry
from veinway.show.terminal import console
from veinway.show.triage_answers import Misunderstood, read_choice, read_choices
from veinway.show.triage_interview import (
    NOT_KNOWN,
    REFUSED,
    Interview,
    chosen,
    counted,
    not_known,
)

_UNKNOWN = ("?", "d", "dk", "don't know", "dont know", "do not know", "not sure", "unsure", "unknown")
_HELLO = (
    "A few questions, emergencies first; it stops as soon as it is clear what to do. Answering for "
    "somebody else? Answer as they would.",
    "Type a number or a word, then Enter.   ? do not know   b back   q stop",
)


class Stopped(Exception):
    """The person stopped, or there is nobody to answer any more."""


class Back(Exception):
    """The person wants to change the last answer."""


class Dialogue:
    """Asks on the terminal; with `as_json` the questions go to stderr and stdout stays clean."""

    def __init__(self, moment: str, *, as_json: bool) -> None:
        self._page: Console = console(sys.stderr if as_json else sys.stdout)
        when = datetime.fromisoformat(moment)
        self._interview = Interview(day_number(when.date()), minute_of(when))

    def hold(self) -> Situation:
        """Ask until nothing that is asked would change what to do, or nobody answers any more."""
        for line in _HELLO:
            self._page.print(Text(line, style="dim"))
        waiting = self._interview.next()
        while waiting is not None:
            entry, again = waiting
            try:
                self._interview.answer(entry, self._ask(entry, again=again))
                waiting = self._interview.next()
            except Back:
                before = self._interview.back()
                if before is None:
                    self._page.print(Text("This is the first question.", style="yellow"))
                waiting = (before or entry, False)
            except Stopped:
                self._page.print(Text("\nStopped: the advice rests on what was answered so far."))
                break
        self._page.print()
        return self._interview.situation

    def _ask(self, entry: Entry, *, again: bool) -> dict[str, Known]:
        self._page.print()
        if again:
            self._page.print(Text("Once more, because it matters:", style="bold yellow"))
        self._page.print(Text(entry.text, style="bold"))
        for number, option in enumerate(entry.options, start=1):
            self._page.print(Text.assemble((f"  {number}  ", "bold cyan"), option))
        if entry.is_list:
            self._page.print(Text.assemble(("  0  ", "bold cyan"), "none of these"))
        if entry.may_be_refused:
            self._page.print(Text.assemble(("  -  ", "bold cyan"), "prefer not to say"))
        while True:
            try:
                return _read(entry, self._line())
            except Misunderstood as problem:
                self._page.print(Text(str(problem), style="yellow"))

    def _line(self) -> str:
        self._page.print(Text("> ", style="bold"), end="")
        self._page.file.flush()
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Stopped from None
        if not line:
            raise Stopped
        said = " ".join(line.lower().split())
        if said in ("q", "quit", "stop", "exit"):
            raise Stopped
        if said in ("b", "back"):
            raise Back
        return said


def _read(entry: Entry, said: str) -> dict[str, Known]:
    """What was typed, as an answer; Misunderstood says what to type instead."""
    if said == "":
        raise Misunderstood("Type an answer, or ? if you do not know.")
    if said in _UNKNOWN:
        return not_known(entry, NOT_KNOWN)
    if entry.may_be_refused and said in ("-", "prefer not to say", "no answer"):
        return not_known(entry, REFUSED)
    if entry.is_list:
        return chosen(entry, read_choices(said, entry.options))
    if entry.options:
        return chosen(entry, frozenset({read_choice(said, entry.options)}))
    return counted(entry, said)
