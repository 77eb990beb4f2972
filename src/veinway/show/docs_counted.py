"""docs/counted.md: what is counted of a service and in coded records, and by whose definition."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.care.phenotypes.all import OUTCOMES
from veinway.language.phenotypes import Clean, Near, Phenotype
from veinway.records.phenotype_codes import code_name, phenotype_codes
from veinway.show.citations import cite_words
from veinway.show.markdown import bullets, page, table
from veinway.show.measures_json import measures_answer
from veinway.show.phenotype_json import definitions_of, need_words

_INTRODUCTION = """\
`veinway report` counts the measures below, `veinway phenotype` the definitions. A number has two ends:
what is certain, and what is possible where records are incomplete. None of this decides about a
patient, and no local choice has been signed off by a clinician."""


def counted_page(edition: str) -> str:
    """The whole page."""
    return page(
        "What is counted",
        _INTRODUCTION,
        *_measures(edition),
        "## Definitions of a clot in coded records",
        *(
            block
            for outcome in OUTCOMES
            for block in _definitions(outcome.label, definitions_of(outcome))
        ),
        *_codes(),
    )


def _measures(edition: str) -> Iterator[str]:
    answer = measures_answer(edition)
    yield "## Measures of a service"
    for group in answer["groups"]:
        rows = [
            (f"`{each['key']}`", each["label"], _source(each["source"]), each["source"]["tag"])
            for each in group["measures"]
        ]
        yield f"### {group['label']}\n\n{table(['key', 'what', 'source', 'tag'], rows)}"
    left = (
        f"{each['label']}: {each['because']} ({_source(each['source'])})." for each in answer["left_out"]
    )
    yield f"### On purpose no measure\n\n{bullets(left)}"


def _source(source: dict[str, str]) -> str:
    return f"{source['title']}, {source['place']}"


def _definitions(label: str, definitions: tuple[Phenotype, ...]) -> Iterator[str]:
    yield f"### {label}"
    rows = [
        (
            f"`{each.key}`",
            f"{each.body}: {each.label}",
            f"{each.codes}: {', '.join(each.groups)}",
            " ".join(_asks(each)),
            cite_words(each.source),
            each.source.tag.value,
        )
        for each in definitions
    ]
    yield table(["key", "definition", "codes", "what it asks", "source", "tag"], rows)
    yield bullets(dict.fromkeys(_remarks(definitions)))


def _asks(definition: Phenotype) -> Iterator[str]:
    """What it asks beside a code."""
    for need in definition.needs:
        yield f"Needs {', or '.join(map(_near, need))}."
    if definition.clean is not None:
        yield _clean(definition.clean)
    if definition.recurrence is not None:
        rule = definition.recurrence
        yield f"A second episode more than {rule.apart} days after the end of a first one that was"
        yield f"treated; codes at most {rule.merged} days apart are one."


def _near(way: Near) -> str:
    days = f" ({way.before} days before to {way.after} after)" if way.before or way.after else ""
    return f"{need_words(way.what)}{days}"


def _clean(clean: Clean) -> str:
    before = f"No such code in {clean.days} days before it"
    if clean.anticoagulant_from is not None:
        before += f", nor an anticoagulant from day {clean.anticoagulant_from} back"
    return f"{before}, in a record that reaches back so far." if clean.observed else f"{before}."


def _remarks(definitions: tuple[Phenotype, ...]) -> Iterator[str]:
    for each in definitions:
        yield from (f"{each.body}, known to be wrong: {fault}." for fault in each.faults)
        yield from (f"{each.body}, not read: {part}." for part in each.not_read)
        yield from (f"{each.body}, presumed: {part}." for part in each.presumed)


def _codes() -> Iterator[str]:
    rows = [
        (row.concept, code_name(row.system, row.code), row.display, row.means, row.note)
        for row in phenotype_codes()
        if row.note
    ]
    yield (
        "## Codes that are not confirmed\n\nWho has nothing but a code that is unconfirmed may be "
        "counted, and is not counted for certain. The others with a note were read in a secondary "
        "source, or belong there by their name."
    )
    yield table(["list", "code", "what it is", "group", "note"], rows)
