"""The generated pages: they are up to date, their links lead somewhere, their words mean it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import pytest

from veinway.care.facts.leg import calf_difference, surgery, surgery_anaesthesia, surgery_major
from veinway.care.facts.person import age, inpatient, pregnant, sex_at_birth
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.probability.wells_dvt import LIKELY, WELLS_DVT
from veinway.cli import app, main
from veinway.language import (
    Expression,
    all_of,
    any_event,
    any_of,
    at_least,
    between,
    count,
    days,
    days_since,
    first,
    no,
    weeks,
    within,
)
from veinway.language.knowledge import walk
from veinway.show.markdown import cell
from veinway.show.pages import pages, stale
from veinway.show.statements import statements
from veinway.show.word_parts import exact_words
from veinway.show.words import _PHRASE, outline, phrase

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


# The pages --------------------------------------------------------------------------------------


@lru_cache
def made_pages() -> dict[str, str]:
    """The pages as the knowledge makes them, once: it takes seconds."""
    return pages(KNOWLEDGE)


def test_the_generated_pages_are_up_to_date() -> None:
    assert stale(DOCS, made_pages()) == [], "run: python3 dev.py docs"


def test_a_page_that_says_something_else_is_stale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    assert stale(tmp_path, {"a.md": "new", "b.md": "new"}) == ["a.md", "b.md"]


def _anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as the usual Markdown viewers make them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@lru_cache
def _anchors_of(file: Path) -> set[str]:
    """The anchors of a written page, read once: thousands of links lead into pages of megabytes."""
    return _anchors(file.read_text("utf-8"))


def _written() -> list[Path]:
    return [*ROOT.glob("*.md"), *DOCS.glob("*.md")]


@pytest.mark.parametrize("file", _written(), ids=lambda file: file.name)
def test_every_link_of_a_page_leads_somewhere(file: Path) -> None:
    broken = []
    for target in sorted(set(re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8")))):
        path, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        other = (file.parent / path).resolve() if path else file
        if not other.exists() or (anchor and anchor not in _anchors_of(other)):
            broken.append(target)
    assert broken == []


def test_every_rule_and_every_fact_has_a_section_of_its_own() -> None:
    made = made_pages()
    assert KNOWLEDGE.rules.keys() <= _anchors(made["rules.md"])
    assert KNOWLEDGE.facts.keys() | KNOWLEDGE.events.keys() <= _anchors(made["facts.md"])


def test_text_cannot_break_out_of_a_cell() -> None:
    assert cell("a | b\nc") == "a \\| b c"


# Statements -------------------------------------------------------------------------------------


def test_every_statement_that_needs_a_signature_is_on_the_page_to_sign() -> None:
    page = made_pages()["to-confirm.md"]
    open_ = [each for each in statements(KNOWLEDGE) if each.cite.tag.needs_sign_off]
    assert len(open_) > 10
    assert [each.where for each in open_ if f"`{each.hash}`" not in page] == []


def test_no_two_statements_share_a_hash() -> None:
    hashes = [each.hash for each in statements(KNOWLEDGE)]
    assert len(hashes) == len(set(hashes))


# Words ------------------------------------------------------------------------------------------


def _kinds(kind: type) -> set[str]:
    """Every kind of expression that can be made: those that have fields of their own."""
    found = {kind.__name__} if "__dataclass_fields__" in vars(kind) else set()
    return found.union(*map(_kinds, kind.__subclasses__()))


def test_every_kind_of_expression_can_be_said_in_words() -> None:
    said = {kind.__name__ for kind in _PHRASE}
    assert _kinds(Expression) - said == {"Fact"}, "a fact is always of one of its four kinds"


def test_every_shipped_expression_can_be_said_in_words() -> None:
    shipped = [part for part in walk(*KNOWLEDGE.rules.values()) if type(part) in _PHRASE]
    assert len(shipped) > 100
    assert [part for part in shipped if not phrase(part).strip()] == []


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (WELLS_DVT.is_(LIKELY), "“Two-level DVT Wells score (10 items, 2003)” is “DVT likely”"),
        (sex_at_birth.is_("male"), "sex at birth is “male”"),
        (no(sex_at_birth.is_("male")), "sex at birth is not “male”"),
        (no(no(sex_at_birth.is_("male"))), "sex at birth is “male”"),
        (inpatient, "in hospital, today or when the clot was suspected [presumed not where unknown]"),
        (
            no(inpatient),
            "not in hospital, today or when the clot was suspected [presumed where unknown]",
        ),
        (pregnant, "pregnant [presumed not where unknown: recorded male, or aged 60 or over]"),
        (
            any_event(surgery, surgery_major, in_=within(weeks(4))),
            "at least one operation with (major operation), in the 4 weeks up to the first suspicion",
        ),
        (no(any_event(surgery)), "no operation"),
        (days_since("last", surgery) > 3, "days since the last operation is more than 3 days"),
        (
            count(surgery, in_=within(days(1))) >= 2,
            "the number of events “operation, in the day up to the first suspicion” is 2 or more",
        ),
        (
            first(surgery, surgery_anaesthesia).is_("local"),
            "anaesthesia (of the first operation) is “local”",
        ),
    ],
)
def test_an_expression_reads_as_it_is_meant(expression: Expression, words: str) -> None:
    assert phrase(expression) == words


@pytest.mark.parametrize(
    ("comparison", "ending"),
    [
        (calf_difference > 3, "is more than 3 cm"),
        (calf_difference >= 3, "is 3 cm or more"),
        (calf_difference < 3, "is less than 3 cm"),
        (calf_difference <= 3, "is 3 cm or less"),
        (no(calf_difference > 3), "is 3 cm or less"),
        (no(calf_difference >= 3), "is less than 3 cm"),
        (between(age, 18, 60), "is from 18 years to 60 years, both included"),
    ],
)
def test_whether_the_border_itself_counts_is_said(comparison: Expression, ending: str) -> None:
    assert phrase(comparison).endswith(ending)


def test_mixed_words_are_bracketed_so_that_a_sentence_has_one_reading() -> None:
    a, b, c = surgery_major, sex_at_birth.is_("male"), sex_at_birth.is_("female")
    assert phrase(all_of(a, any_of(b, c))) == (
        "major operation, and (sex at birth is “male”, or sex at birth is “female”)"
    )
    assert phrase(all_of(a, all_of(b, c))).count("(") == 0
    assert phrase(no(any_of(a, b))) == "not (major operation, or sex at birth is “male”)"
    assert phrase(at_least(2, a, b, c)).startswith("at least 2 of: major operation; ")


def test_an_outline_has_one_line_for_each_condition() -> None:
    a, b = surgery_major, sex_at_birth.is_("male")
    assert list(outline(all_of(a, any_of(a, b)))) == [
        (0, "all of:"),
        (1, "major operation"),
        (1, "one or more of:"),
        (2, "major operation"),
        (2, "sex at birth is “male”"),
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3"),
        (Fraction(1, 2), "0.5"),
        (Fraction(884, 10), "88.4"),
        (Fraction(1, 3), "1/3"),
        (-2, "-2"),
    ],
)
def test_a_number_in_a_rule_is_never_rounded(value: int | Fraction, words: str) -> None:
    assert exact_words(value) == words


# The README -------------------------------------------------------------------------------------


def test_the_patient_of_the_readme_can_be_assessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    patient = tmp_path / "patient.yaml"
    patient.write_text(example[1], encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["assess", str(patient)])
    assert ended.value.code in (0, None), capsys.readouterr().err


def test_every_command_that_the_readme_names_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert set(re.findall(r"`veinway ([a-z]+)", readme)) <= known
    assert re.findall(r"python3 dev\.py ([a-z]+)", readme)[:2] == ["demo", "test"]
    assert set(re.findall(r"python3 dev\.py ([a-z]+)", readme)) <= {"demo", "test", "serve"}
