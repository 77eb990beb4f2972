"""What every command shares: cases one after the other, JSON lines out, errors in words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import orjson

from veinway.language.errors import SourceError, VeinwayError

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.records.cases import Unusable
    from veinway.records.profile import Profile

_Case = TypeVar("_Case")
FINE, UNEXPECTED, SOME_UNUSABLE = 0, 1, 2


def shipped_knowledge() -> Knowledge:
    """All rules that come with this version."""
    from veinway.care.knowledge import KNOWLEDGE

    return KNOWLEDGE


def shipped_chapter(name: str) -> Knowledge:
    """One chapter of the rules; the others are read only where it is none of this name."""
    if name == "diagnosis":
        from veinway.care.chapters.diagnosis import DIAGNOSIS

        return DIAGNOSIS
    return shipped_knowledge().chapter(name)


def show_each(
    cases: Iterable[_Case | Unusable], show: Callable[[_Case], object], *, as_json: bool
) -> int:
    """Show every case that can be used, and say why of the others; status 2 if there was one."""
    from veinway.records.cases import Unusable

    status = FINE
    for case in cases:
        if isinstance(case, Unusable):
            status = SOME_UNUSABLE
            _show_unusable(case, as_json=as_json)
        else:
            show(case)
    return status


def _show_unusable(case: Unusable, *, as_json: bool) -> None:
    if as_json:
        write_line(error_answer(case.error, case.id))
    else:
        print_error(case.error, case.id)


def write_answer(answer: dict[str, Any], site: Profile) -> None:
    """One JSON answer on one line, which names the profile if the site has one."""
    profile = site.mention
    write_line({**answer, "profile": profile} if profile else answer)


def write_line(answer: Any) -> None:
    """One JSON answer on one line, written at once so that a pipe sees it at once."""
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    sys.stdout.flush()


def write_document(answer: Any) -> None:
    """One JSON answer, indented for reading."""
    sys.stdout.write(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode() + "\n")


def check_destination(file: str | None, option: str) -> None:
    """Whether a file can be written there, asked before the work; SourceError S305 where it cannot."""
    if file is None:
        return
    if Path(file).is_dir():
        raise _not_written("It is a folder", file, option)
    if not Path(file).absolute().parent.is_dir():
        raise _not_written("There is no such folder", file, option)


@contextmanager
def writing(file: str, option: str) -> Iterator[Path]:
    """The file to write; SourceError S305 where the machine refuses it."""
    try:
        yield Path(file)
    except OSError as error:
        raise _not_written(error.strerror or str(error), file, option) from None


def _not_written(why: str, file: str, option: str) -> SourceError:
    what = f"The file cannot be written: {why}."
    return SourceError("S305", what, where=file, todo=f"Give {option} a file in a folder that exists.")


def error_answer(error: VeinwayError, id_: str | None = None) -> dict[str, Any]:
    """An error as an answer; with the id of the case that it is about."""
    answer = {"error": error.as_dict()}
    return answer if id_ is None else {"id": id_, **answer}


def show_error(error: VeinwayError, *, as_json: bool) -> int:
    """Say what could not be used, where, and what to do: in words on stderr, or as JSON on stdout."""
    if as_json:
        write_line(error_answer(error))
    else:
        print_error(error)
    return SOME_UNUSABLE


def print_error(error: VeinwayError, id_: str | None = None) -> None:
    """An error in words, on stderr."""
    from rich.text import Text

    from veinway.show.terminal import console

    page = console(sys.stderr)
    text = Text("✗ ", style="bold red")
    if id_ is not None and id_ not in error.where:
        text.append(f"{id_}: ", style="bold")
    if error.where:
        text.append(f"{error.where}: ", style="bold")
    text.append(error.what)
    if error.todo:
        text.append(f" {error.todo}", style="italic")
    text.append(f" [{error.code}]", style="dim")
    page.print(text, soft_wrap=not page.is_terminal)


def show_surprise(error: Exception, *, as_json: bool) -> int:
    """Something that nobody expected: no traceback, but how to get one."""
    what = f"Something unexpected went wrong: {type(error).__name__}: {error}"
    surprise = VeinwayError("X900", what, todo="Run it again with --debug and report what it shows.")
    show_error(surprise, as_json=as_json)
    return UNEXPECTED
