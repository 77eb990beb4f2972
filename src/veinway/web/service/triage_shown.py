"""Public triage as its pages show it: questions with their options, and the result, in one language."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

from veinway.care.triage.countries import SAME_AS
from veinway.care.triage.words import WARNING_SIGNS
from veinway.engine.urgency import rank
from veinway.language import Choice, Row, Tag
from veinway.show.inquiry import Entry
from veinway.show.triage_words import Advice, Country, advise, country
from veinway.web.service.triage_trail import (
    NEVER_ANSWER,
    NONE,
    REFUSED_ANSWER,
    UNKNOWN_ANSWER,
    Walk,
    counts_days,
    key_of,
    options_of,
)
from veinway.web.texts import Texts
from veinway.web.texts.english import FIELDS, NOWHERE

_LEVELS = {60: "emergency", 30: "today", 10: "calm"}
"""How urgent a result looks, by the lowest rank that it is for."""


# Countries --------------------------------------------------------------------------------------


def country_in(t: Texts, code: str) -> Country:
    """How a country calls for help, in a language; "" is the country that is not known."""
    found = country("" if code == NOWHERE else code)
    row = SAME_AS.get(found.code, found.code) or NOWHERE
    name, emergency, department, advice_line, doctor = (
        t.plain(f"country.{row}.{each}") for each in FIELDS
    )
    return Country(found.code, name, emergency, department, advice_line, doctor, found.cites)


def numbers(where: Country, *fields: str) -> list[str]:
    """The numbers to call, as they are written."""
    text = " ".join(getattr(where, field).replace(",", " , ") for field in fields)
    return list(dict.fromkeys(re.findall(r"\d{3,}(?: \d{3,})*", text)))


def with_numbers(text: str, where: Country) -> Markup:
    """A text in which every number of the country can be called by touching it."""
    known = sorted(numbers(where, "emergency", "advice_line"), key=len, reverse=True)
    if not known:
        return escape(text)
    pattern = rf"(?<!\d)({'|'.join(map(re.escape, known))})(?!\d)"
    return Markup(re.sub(pattern, _link, str(escape(text))))


def _link(found: re.Match[str]) -> str:
    return f'<a class="vw-public-tel" href="tel:{found[1].replace(" ", "")}">{found[1]}</a>'


# Questions --------------------------------------------------------------------------------------


def question(t: Texts, entry: Entry, of: str = "") -> tuple[str, str]:
    """What is asked, and what stands under it: all that follows the first question mark.

    of: the kind of questions, which may ask for the same in words of its own.
    """
    name = f"list.{key_of(entry)}" if entry.is_list else f"fact.{key_of(entry)}"
    whole = t(f"{of}.{name}" if t.has(f"{of}.{name}") else name)
    asked, mark, more = whole.partition("?")
    return asked + mark, more.strip()


def choices(t: Texts, entry: Entry) -> list[tuple[str, str]]:
    """What can be chosen, by its name, in words; without those answers that say that one cannot."""
    return [(name, option(t, entry, name)) for name in options_of(entry)]


def option(t: Texts, entry: Entry, name: str) -> str:
    """An option in words."""
    fact = entry.facts[0]
    if name in (UNKNOWN_ANSWER, REFUSED_ANSWER) or (entry.is_list and name == NONE):
        return t(f"question.{name}")
    if entry.is_list:
        return t(f"fact.{name}")
    if isinstance(fact, Choice):
        return t(f"option.{fact.key}.{name}")
    return t(f"question.{name}")


def answer(t: Texts, entry: Entry, value: str) -> str:
    """What somebody answered, in words."""
    if value in (UNKNOWN_ANSWER, REFUSED_ANSWER):
        return t(f"question.{value}")
    if options_of(entry):
        return "; ".join(option(t, entry, name) for name in value.split("+"))
    if value == NEVER_ANSWER:
        return t(f"never.{key_of(entry)}")
    count, _, unit = value.partition(" ")
    if not counts_days(entry):
        return f"{number_label(t, entry)}: {count}"
    if count == "0":
        return t("ago.today")
    return t(f"ago.{'one' if count == '1' else 'many'}.{unit}", count=count)


def number_label(t: Texts, entry: Entry) -> str:
    """What the number is that is asked for."""
    return t("question.how_many" if counts_days(entry) else f"number.{key_of(entry)}")


# The result -------------------------------------------------------------------------------------


def result(t: Texts, walk: Walk, code: str, at: datetime) -> dict[str, Any]:
    """All that the last page shows."""
    where = country_in(t, code)
    advice = advise(walk.situation, where)
    found = advice.urgency
    level = next(level for least, level in _LEVELS.items() if rank(found.do) >= least)
    return {
        "where": where,
        "level": level,
        "head": where.say(t.plain(f"do.{found.do.key}.head")),
        "more": where.say(t.plain(f"do.{found.do.key}.more")),
        "call": numbers(where, "emergency") if level == "emergency" else [],
        "beside": [where.say(t.plain(f"also.{name}")) for name in advice.beside],
        "not_known": _not_known(t, advice),
        "asked_in_vain": [t(f"fact.{fact.key}") for fact in advice.unanswered] if advice.reason else [],
        "call_at_once": where.say(
            t.plain("say.call_again" if level == "emergency" else "say.call_at_once")
        ),
        "signs": signs(t, advice.there),
        "answers": [
            answered(t, walk, entry) for entry in dict.fromkeys(entry for entry, _ in walk.path)
        ],
        "why": [why(t, row) for row in _reasons(advice)],
        "presumed": advice.presumed and level != "emergency",
        "unconfirmed": any(cite.tag is Tag.UNCONFIRMED for cite in where.cites),
        "when": when_words(t, at),
    }


def when_words(t: Texts, at: datetime) -> str:
    """When the questions were answered."""
    date = t("result.date", day=at.day, month=t.plain(f"month.{at.month}"), year=at.year)
    return t("result.when", date=date, time=f"{at:%H:%M}", zone=str(at.tzinfo))


def signs(t: Texts, there: frozenset[str] = frozenset()) -> list[str]:
    """The warning signs; of one that is there already only what is worse."""
    return [t(f"{'worse' if name in there else 'sign'}.{name}") for name in WARNING_SIGNS]


def answered(t: Texts, walk: Walk, entry: Entry, of: str = "") -> dict[str, str]:
    """A question and what was answered to it."""
    key = key_of(entry)
    return {
        "key": key,
        "question": question(t, entry, of)[0],
        "answer": answer(t, entry, walk.answers[key]),
        "unknown": "yes" if UNKNOWN_ANSWER in walk.answers[key].split("+") else "",
    }


def _not_known(t: Texts, advice: Advice) -> str:
    if not advice.reason:
        return ""
    if advice.unanswered:
        return advice.country.say(t.plain("say.not_known"))
    return t("say.not_enough_known")


def _reasons(advice: Advice) -> tuple[Row, ...]:
    """The rules that hold, and the one that stands in where an answer is missing."""
    found = advice.urgency
    waiting = found.meanwhile if advice.reason == "unknown_red_flag" else None
    return (*found.matched, *([waiting] if waiting is not None else []))


def why(t: Texts, row: Row) -> dict[str, str]:
    """Why a rule holds, and on whose authority."""
    return {
        "id": row.id,
        "why": t(f"why.{row.id}"),
        "title": row.cite.source.title,
        "place": row.cite.place,
        "tag": t.plain(f"tag.{row.cite.tag.name.lower()}"),
        "via": t.plain("result.via").format(via=row.cite.via) if row.cite.via else "",
    }
