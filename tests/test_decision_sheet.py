"""The sheet of benefit and harm: the reference's figures, pictures of 100 people, both languages."""

from __future__ import annotations

import re

import pytest

from command_line import Run
from test_schemas import problems
from veinway.care.clot_removal.benefit_harm import (
    ATTRACT_BADLY,
    ATTRACT_BLEEDING,
    ATTRACT_IF_BADLY,
    CAVENT_2_YEARS,
    CAVENT_BLEEDING,
)
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.sources import CAVA
from veinway.language import PooledResult, trial_result
from veinway.language.errors import DefinitionError
from veinway.show.statements import statements
from veinway.web.service.numbers import content
from veinway.web.texts import LANGUAGES, texts


def test_the_numbers_needed_are_those_of_the_reference() -> None:
    """Worked example CD-10 and trap TR-46 of reference 3."""
    found = [each.number_needed for each in (ATTRACT_IF_BADLY, ATTRACT_BADLY, CAVENT_2_YEARS)]
    assert found == [10, 17, 7]
    assert ATTRACT_BLEEDING.number_needed is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_shows_as_many_people_as_its_words_say(language: str) -> None:
    shown = content(texts(language))
    for each in shown["rest"]:
        for picture in (each.treated, each.untreated):
            filled, empty = picture.with_it.count("M"), picture.without.count("M")
            assert filled + empty == 100
            assert re.search(rf"\b{filled}\b", picture.words) or filled == 0, picture.words


def test_a_share_that_rounds_to_none_is_not_said_to_be_none() -> None:
    shown = {each.key: each for each in content(texts("en"))["rest"]}
    assert shown[ATTRACT_BLEEDING.key].untreated.words == "Fewer than 1 of 100"
    assert shown[CAVENT_BLEEDING.key].untreated.words == "None of 100"
    german = {each.key: each for each in content(texts("de"))["rest"]}
    assert german[ATTRACT_BLEEDING.key].shares == ("1,7 %", "0,3 %")


def test_the_command_line_gives_the_same_as_a_page_and_as_data(run: Run) -> None:
    page = run("numbers").out
    assert "10 treated for one fewer" in page
    assert "not confirmed against the primary text" in page
    answer = run("numbers", "--json").document
    assert problems("numbers", answer) == []
    (sheet,) = answer["sheets"]
    first = sheet["results"][0]
    assert (first["of_100"], first["number_needed"]) == ({"treated": 18, "untreated": 28}, 10)


def test_every_figure_is_a_statement_that_can_be_signed_and_part_of_the_edition() -> None:
    listed = {each.where: each for each in statements(KNOWLEDGE)}
    bleeding = listed["clot_removal_numbers, attract_groin_bleeding"]
    assert bleeding.cite.tag.needs_sign_off
    assert bleeding.area == "care/clot_removal/decision_sheet.py".removeprefix("care/")


def test_a_share_that_is_no_percentage_and_a_figure_outside_its_interval_are_refused() -> None:
    with pytest.raises(DefinitionError, match="D250"):
        trial_result(
            "x",
            "x",
            trial="x",
            people="x",
            number=1,
            after="",
            kind="harm",
            treated=101,
            untreated=0,
            source=CAVA.at("x"),
        )
    with pytest.raises(DefinitionError, match="D251"):
        PooledResult("x", "x", "", "harm", 5, 6, 7, CAVA.at("x"))
