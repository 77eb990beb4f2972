"""The English texts of the public part that the rules themselves carry, each under its name."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.care.clot_removal.decision_sheet import CLOT_REMOVAL_SHEET
from veinway.care.prevention.public import words as prevention
from veinway.care.triage import words
from veinway.care.triage.countries import COUNTRIES, UNKNOWN_COUNTRY
from veinway.language import Choice
from veinway.show.inquiry import HORMONES, TRAVEL
from veinway.show.triage_interview import TRIAGE

FIELDS = ("name", "emergency", "department", "advice_line", "doctor")
NOWHERE = "other"
"""The country that is none of those that are known."""


def spoken() -> dict[str, str]:
    """Every question, option, outcome, reason and country, by name."""
    return dict((*_questions(), *_outcomes(), *_prevention(), *_countries(), *_figures()))


def _questions() -> Iterator[tuple[str, str]]:
    for entry in (*TRIAGE.entries, *TRAVEL.entries, *HORMONES.entries):
        if entry.is_list:
            yield f"list.{entry.facts[0].key}", entry.heading
        for fact in entry.facts:
            yield f"fact.{fact.key}", fact.tell
            for option in fact.options if isinstance(fact, Choice) else ():
                yield f"option.{fact.key}.{option.key}", option.label


def _outcomes() -> Iterator[tuple[str, str]]:
    for outcome, (head, more) in words.WHAT_TO_DO.items():
        yield f"do.{outcome}.head", head
        yield f"do.{outcome}.more", more
    for rule, why in words.WHY.items():
        yield f"why.{rule}", why
    for name, beside in words.AND_ALSO.items():
        yield f"also.{name}", beside
    for name, sign in words.WARNING_SIGNS.items():
        yield f"sign.{name}", sign
        yield f"worse.{name}", words.WORSE_SIGNS[name]
    yield "say.not_known", words.NOT_KNOWN
    yield "say.not_enough_known", words.NOT_ENOUGH_KNOWN
    yield "say.call_at_once", words.CALL_AT_ONCE
    yield "say.call_again", words.CALL_AGAIN
    yield "say.call_back", words.CALL_BACK
    yield "say.no_verdict", words.NO_VERDICT
    yield "say.for_whom", words.FOR_WHOM


def _figures() -> Iterator[tuple[str, str]]:
    """What the sheet about removing a clot says; the words around it stand with those of the pages."""
    sheet = CLOT_REMOVAL_SHEET
    yield "sheet.treated", sheet.treated
    yield "sheet.untreated", sheet.untreated
    for found in sheet.results:
        yield f"sheet.{found.key}.outcome", found.outcome
        yield f"sheet.{found.key}.people", f"{found.number} {found.people}"
        if found.after:
            yield f"sheet.{found.key}.after", found.after
        if found.note:
            yield f"sheet.{found.key}.note", found.note
    for pooled in sheet.pooled:
        after = f", after {pooled.after}" if pooled.after else ""
        yield f"sheet.{pooled.key}", f"{pooled.outcome}{after}:"
    for line in sheet.lines:
        yield f"sheet.{line.key}", line.text


def _prevention() -> Iterator[tuple[str, str]]:
    for outcome, (head, more) in prevention.WHAT_TO_DO.items():
        yield f"do.{outcome}.head", head
        yield f"do.{outcome}.more", more
    for rule, why in prevention.WHY.items():
        yield f"why.{rule}", why
    for kind, said in prevention.ALWAYS.items():
        for number, text in enumerate(said):
            yield f"always.{kind}.{number}", text
    yield "say.public.not_known", prevention.NOT_ENOUGH_KNOWN
    yield "say.public.no_verdict", prevention.NO_VERDICT
    yield "say.public.symptoms_first", prevention.SYMPTOMS_FIRST
    yield "say.public.for_whom", prevention.FOR_WHOM


def _countries() -> Iterator[tuple[str, str]]:
    for code, row in (*COUNTRIES.items(), (NOWHERE, UNKNOWN_COUNTRY)):
        for field in FIELDS:
            yield f"country.{code}.{field}", str(row[field])
