"""Thrombolytics of one patient: which may be given and every printed way to give it, as lines and JSON.

Nothing is shown where thrombolysis is no option, and no dose while a contraindication is not known, or
the weight where it matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from veinway.engine.planning import Option
from veinway.engine.verdict_reasons import Raised, allows
from veinway.language import Event, Fact
from veinway.language.values import Truth
from veinway.show.citations import cite_json, cite_words
from veinway.show.dose_words import dose_words
from veinway.show.medicine_json import medicine_json
from veinway.show.plan_parts import asked_below
from veinway.show.text_parts import indented, section

FAMILY = "thrombolytic"
_NO_NEED = "not_recommended"
MOST_ASKED = 6
"""So many things that must be known first are named; `--json` has all of them."""
_ONE_OF = "One of these; which, is for the team. Sources print different ways, and none is put first."


def ways(options: Sequence[Option]) -> tuple[Option, ...]:
    """The thrombolytics among some drugs that are an option, may be one, or are barred."""
    lytic = (each for each in options if each.drug.family == FAMILY)
    return tuple(each for each in lytic if each.standing != _NO_NEED)


def thrombolytic_lines(options: Sequence[Option]) -> list[RenderableType]:
    """A section for each verdict: all ways that share it, with the dose of each."""
    groups: dict[str, list[Option]] = {}
    for each in ways(options):
        if not _need_is_open(each):
            groups.setdefault(each.drug.verdict.label, []).append(each)
    return [line for label, group in groups.items() for line in _group(label, group)]


def _need_is_open(option: Option) -> bool:
    """Whether it is not known that thrombolysis is needed: its steps ask for that, not its doses."""
    open_ = (each for each in option.reasons if each.truth is Truth.UNKNOWN)
    return any(each.row.then.key == _NO_NEED for each in open_)


def _group(label: str, group: list[Option]) -> Iterator[RenderableType]:
    first = group[0]
    yield section(f"{label.split(':')[0]}: how much")
    certain = [each for each in first.reasons if each.truth is Truth.YES and each.row.when is not None]
    for reason in certain:
        sign = ("! ", "bold yellow" if allows(reason.row.then) else "bold red")
        said = f"{reason.row.then.short}: {reason.row.id}"
        yield Text.assemble(sign, said, (f"  {cite_words(reason.row.cite)}", "dim"))
    if first.refused:
        return
    asked = dict.fromkeys(part for each in group for part in must_be_known(each))
    if asked:
        # The fixed dose of an arrest waits for no weight.
        group = [each for each in group if _gives(each) and not must_be_known(each)]
    if group:
        yield from _ways(group)
    if asked:
        yield _asked(list(asked), "no other dose yet" if group else "no dose yet")


def _ways(group: list[Option]) -> Iterator[RenderableType]:
    yield Text(_ONE_OF, style="italic")
    for option in sorted(group, key=lambda each: not _gives(each)):
        yield from _way(option)
    flags = dict.fromkeys(_flag(raised) for option in group for raised in option.flags)
    yield from (Text(text, style="yellow") for text in flags)


def _flag(raised: Raised) -> str:
    unsure = "" if raised.truth is Truth.YES else "not known whether this is so: "
    return f"~ {unsure}{raised.flag.text}"


def _gives(option: Option) -> bool:
    return any(part.given is not None for part in option.phases)


def must_be_known(option: Option) -> tuple[Fact | Event, ...]:
    """What is not known and must be before any dose: of the verdict, then of the drug itself."""
    open_ = (each.why for each in option.reasons if each.truth is Truth.UNKNOWN)
    found = {each.key: each for why in open_ for each in asked_below(why)}
    return tuple({**found, **{each.key: each for each in option.missing}}.values())


def _asked(parts: Sequence[Fact | Event], head: str) -> Text:
    labels = [each.label[:1].lower() + each.label[1:] for each in parts]
    more = f"; {len(labels) - MOST_ASKED} more (--json has all)" if len(labels) > MOST_ASKED else ""
    said = f"{head}. Must be known first: "
    return Text.assemble(("? ", "bold yellow"), (said, "bold"), "; ".join(labels[:MOST_ASKED]), more)


def _way(option: Option) -> Iterator[RenderableType]:
    if _gives(option):
        yield Text.assemble(("→ ", "bold green"), (option.drug.label, "bold"))
    for part in option.phases:
        cite = (f"  {cite_words(part.phase.source)}", "dim")
        if part.given is not None:
            words = f"{part.phase.label}: {dose_words(part.given, part.amount)}"
            yield indented(Text.assemble(words, cite))
        elif part.may_be[0].gives is not None or len(part.may_be) > 1:
            said = " or ".join(outcome.text.rstrip(".") for outcome in part.may_be)
            why = "open" if len(part.may_be) > 1 else "not confirmed, needs a clinician"
            yield Text.assemble(
                ("? ", "bold yellow"), (option.drug.label, "bold"), f", {why}: {said}", cite
            )


def thrombolytics_json(options: Sequence[Option]) -> list[dict[str, Any]]:
    """The same as data: each way with its verdict, what must be known first, doses and flags."""
    return [
        {
            **medicine_json(each),
            "missing": [part.key for part in must_be_known(each)],
            "flags": [
                {
                    "key": raised.flag.key,
                    "text": raised.flag.text,
                    "holds": raised.truth is Truth.YES or None,
                    "source": cite_json(raised.flag.source),
                }
                for raised in each.flags
            ],
        }
        for each in ways(options)
    ]
