"""Information for patients: what is said and what is not, the words, and where each statement lives."""

from __future__ import annotations

import re
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import textstat

from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.leaflet import words
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.triage import words as triage
from veinway.care.triage.outcomes import EMERGENCY_NOW
from veinway.language import passage, section
from veinway.language.errors import DefinitionError, InputError
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml
from veinway.show.docs_leaflets import leaflets_page
from veinway.show.leaflet import Leaflet, leaflet, uses
from veinway.show.leaflet_known import Told, told
from veinway.show.leaflet_language import LANGUAGES, compiled, messages_of, po_text, translations
from veinway.show.leaflet_messages import FIELDS, messages
from veinway.show.leaflet_rows import LEAFLETS, shipped_leaflet_rows
from veinway.show.plan_parts import EPOCH, first_dose_minute
from veinway.show.reference_rows import exists
from veinway.show.triage_words import country
from veinway.web.texts import texts

FOLDER = Path(__file__).parents[1] / "cases" / "leaflet"
INPUT = ("at", "index", "given", "facts")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file, each with the file's instant."""
    content = load_yaml((FOLDER / name).read_text(encoding="utf-8"), name)
    return [{"at": content.get("at", ""), **case} for case in content["cases"]]


PERSONAL, GENERAL = cases("personal.yaml"), cases("general.yaml")


@lru_cache
def known(name: str, *, strict: bool = False) -> Told:
    """What is known of the patient of a case."""
    case = next(each for each in PERSONAL if each["id"] == name)
    found = read_case({key: case[key] for key in INPUT if key in case}, KNOWLEDGE, id_=name)
    first = first_dose_minute(EPOCH.replace(year=2026, month=3, day=20, hour=10), UTC)
    return told(found.situations, found.situations[""], "nice", first, strict=strict)


@lru_cache
def made(name: str = "", language: str = "en", place: str = "GB-ENG") -> Leaflet:
    """The leaflet of a personal case by its name; the general one without."""
    return leaflet(known(name) if name else None, country(place), language)


def said(of: Leaflet) -> dict[str, str]:
    """Every passage by its key."""
    return {each.key: each.text for part in of.parts for each in part.said}


def whole(of: Leaflet) -> str:
    """All that a patient reads, each line ended as a sentence."""
    lines = [of.title, *of.notes]
    for part in of.parts:
        lines += [part.heading, *(each.text for each in part.said)]
    lines += [f"{word}: {means}" for word, means in of.terms]
    return " ".join(line if line[-1] in ".?!:" else f"{line}." for line in lines)


# What is said, and what is not ----------------------------------------------------------------------


@pytest.mark.parametrize("case", PERSONAL, ids=lambda case: case["id"])
def test_a_patient_is_told_what_is_recorded_or_decided_and_no_more(case: dict[str, Any]) -> None:
    found = said(made(case["id"]))
    assert {
        key: found.get(key, "not said") for key, text in case["says"].items() if text is not True
    } == {key: text for key, text in case["says"].items() if text is not True}
    assert [key for key in case["says"] if key not in found] == []
    assert [key for key in case.get("silent", ()) if key in found] == []


@pytest.mark.parametrize("case", GENERAL, ids=lambda case: case["id"])
def test_where_leaflets_disagree_everybody_is_told_what_is_right(case: dict[str, Any]) -> None:
    of = made()
    found = said(of)
    assert {key: text for key, text in case["says"].items() if text not in (True, found.get(key))} == {}
    assert [key for key in case["says"] if key not in found] == []
    assert [phrase for phrase in case.get("never", ()) if phrase in whole(of)] == []
    order = case.get("order", [])
    assert [key for key in found if key in order] == order


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_medicine_is_named_that_is_not_the_patients(language: str) -> None:
    names = {key: re.split(r"[ ,-]", text)[0] for key, text in words.MEDICINES.items() if key != "other"}
    for case in PERSONAL:
        taken = case["facts"].get("current_anticoagulant")
        text = whole(made(case["id"], language)).lower()
        named = {key for key, name in names.items() if name in text} - {taken, "lmwh", "heparin"}
        assert named == set(), case["id"]
        assert ("heparin" in text) is (taken == "lmwh"), case["id"]
    assert not [name for name in names.values() if name in whole(made("", language)).lower()]


def test_every_place_in_a_passage_is_filled_in_some_case_and_never_left_open() -> None:
    shown = {key for case in PERSONAL for key in said(made(case["id"]))}
    personal = [each for part in KNOWLEDGE.leaflet if part.kind == "personal" for each in part.passages]
    unsaid = {each.key for each in personal} - shown
    # These need a drug that was chosen on a page: see test_web_leaflet.
    assert unsaid == {"medicine_chosen_first", "medicine_change", "medicine_first_dose"}
    assert [
        key for case in PERSONAL for key, text in said(made(case["id"])).items() if "{" in text
    ] == []


def test_every_anticoagulant_that_can_be_recorded_or_chosen_has_a_name_for_patients() -> None:
    recorded = {option.key for option in current_anticoagulant.options} - {"none"}
    treating = {key for key, drug in KNOWLEDGE.chapter("treatment").drugs.items() if key != "aspirin"}
    assert recorded | treating == words.MEDICINES.keys()


def test_what_a_dose_takes_to_be_so_is_shown_and_not_taken_where_nothing_may_be_presumed() -> None:
    assert [line for line in made("day 3 of apixaban").presumed if "dialysis" in line]
    strict = leaflet(known("day 3 of apixaban", strict=True), country("GB"))
    assert "medicine_dose" not in said(strict)
    assert "medicine_dose_open" in said(strict)
    assert strict.presumed == ()


# Plain words ----------------------------------------------------------------------------------------

OLDEST_READER = 11


def _age(text: str, language: str) -> float:
    """The age at which a text can be read, by the formula for its language: school begins at 5, or 6."""
    textstat.set_lang(language)
    if language == "de":
        return float(textstat.wiener_sachtextformel(text, 1)) + 6
    return float(textstat.flesch_kincaid_grade(text)) + 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_of_11_can_read_it(language: str) -> None:
    for name in ("", *(case["id"] for case in PERSONAL)):
        assert _age(whole(made(name, language)), language) <= OLDEST_READER, name


def test_each_paragraph_can_be_read_by_a_child_of_11_and_not_only_all_together() -> None:
    # The lines of a list are single words, of which no formula can judge.
    paragraphs = {
        each.key: each.text
        for name in ("", *(case["id"] for case in PERSONAL))
        for part in made(name).parts
        for each in part.said
        if not each.listed
    }
    assert {key: text for key, text in paragraphs.items() if _age(text, "en") > OLDEST_READER} == {}


def test_the_formula_tells_hard_words_from_plain_ones() -> None:
    hard = "Anticoagulation constitutes the fundamental therapeutic intervention for thromboembolism."
    assert _age(hard, "en") > 18
    assert _age("Antikoagulation ist die fundamentale therapeutische Intervention.", "de") > 18


VERBATIM = {f"emergency_{name}" for name in triage.WARNING_SIGNS}
"""Words of triage, which are the same everywhere."""


def test_sentences_have_at_most_20_words_and_paragraphs_3_sentences() -> None:
    long = []
    for each in KNOWLEDGE.passages.values():
        sentences = re.split(r"(?<=[.!?:]) ", each.text)
        if len(re.split(r"(?<=[.!?]) ", each.text)) > 3:
            long.append(each.key)
        long += [each.key for s in sentences if len(s.split()) > 20 and each.key not in VERBATIM]
    assert long == []


JARGON = (
    *(
        "thrombosis",
        "embolism",
        "embolus",
        "thrombus",
        "anticoagulant",
        "anticoagulation",
        "thrombolysis",
    ),
    *("thrombectomy", "angioplasty", "catheter", "stent", "ultrasound", "CT", "D-dimer", "venogram"),
    *(
        "post-thrombotic",
        "syndrome",
        "iliac",
        "iliofemoral",
        "femoral",
        "popliteal",
        "proximal",
        "distal",
    ),
    *("artery", "arteries", "anaesthetic", "menopause", "HRT", "oestrogen", "INR", "DVT", "PE", "VTE"),
    *(
        "valves",
        "varicose",
        "ibuprofen",
        "blood thinner",
        "combined pill",
        "heparin",
        "maternity",
        "plaque",
    ),
    *(
        "contraindicated",
        "prophylaxis",
        "haemorrhage",
        "hypoxaemia",
        "dyspnoea",
        "oedema",
        "LMWH",
        "DOAC",
    ),
    *("duplex", "contrast", "vena cava", "superficial", "renal", "recurrence", "malignancy", "chronic"),
)


def test_no_word_of_doctors_stands_without_its_explanation() -> None:
    for name in ("", *(case["id"] for case in PERSONAL)):
        of = made(name)
        text = " ".join(said(of).values())
        explained = " ".join(form for term in KNOWLEDGE.terms for form in [term.word]).replace("|", " ")
        used = [word for word in JARGON if re.search(rf"(?<!\w){word}(?!\w)", text)]
        assert [word for word in used if word not in explained] == [], name
        shown = {word for word, _ in of.terms}
        needed = [term for term in KNOWLEDGE.terms if uses(text, term, str)]
        assert [term.key for term in needed if term.word.partition("|")[0] not in shown] == [], name


def test_every_word_that_is_explained_is_used_somewhere_in_either_language() -> None:
    for language in LANGUAGES:
        say = translations(language).gettext
        text = " ".join(whole(made(case["id"], language)) for case in PERSONAL)
        used = {term.key for term in KNOWLEDGE.terms if uses(text, term, say)}
        assert {term.key for term in KNOWLEDGE.terms} == used, language


# The cards --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_say_word_for_word_what_triage_says(language: str) -> None:
    t, of = texts(language), made("", language)
    cards = {part.key: part for part in of.parts}
    emergency, today = (
        {each.key: each.text for each in cards[key].said} for key in ("emergency", "today")
    )
    where = of.country
    assert cards["emergency"].heading == where.say(t.plain("say.call_at_once"))
    assert cards["today"].heading == where.say(t.plain("do.urgent_same_day.head"))
    for name in triage.WARNING_SIGNS:
        assert emergency[f"emergency_{name}"] == t.plain(f"sign.{name}")
    driving = where.say(t.plain(f"do.{EMERGENCY_NOW.key}.more"))
    assert emergency["emergency_no_driving"] == driving
    assert today["today_else"] == where.say(t.plain("do.urgent_same_day.more"))
    for name, rule in (("leg", "TR-U1"), ("arm", "TR-U2"), ("veins", "TR-U7"), ("fever", "TR-U9")):
        assert today[f"today_{name}"] == t.plain(f"why.{rule}")


@pytest.mark.parametrize(
    ("place", "language", "number"),
    [
        ("GB-ENG", "en", "999"),
        ("NZ", "en", "111"),
        ("US", "de", "911"),
        ("DE", "de", "112"),
        ("", "en", "112"),
    ],
)
def test_the_numbers_are_those_of_the_country(place: str, language: str, number: str) -> None:
    of = made("", language, place)
    assert number in of.parts[0].heading
    others = {"999", "911", "000"} - {number}
    assert [other for other in others if re.search(rf"\b{other}\b", whole(of))] == []


# Other languages ----------------------------------------------------------------------------------


def test_no_message_is_without_a_translation_and_no_translation_without_a_message() -> None:
    known = messages_of(po_text("de"))
    known.pop("")
    assert sorted(messages().keys() - known.keys()) == []
    assert sorted(known.keys() - messages().keys()) == []


def test_a_translation_has_the_same_places_and_numbers() -> None:
    known = messages_of(po_text("de"))
    for message in messages():
        german = known[message]
        assert sorted(re.findall(r"{\w+}", message)) == sorted(re.findall(r"{\w+}", german)), message
        if message not in (words.NUMBER, *(str(each) for each in words.HOW_OFTEN.values())):
            digits = {each for each in re.findall(r"\d+", message) if each in german}
            assert digits == set(re.findall(r"\d+", message)), message


def test_countries_are_called_in_german_as_triage_calls_them() -> None:
    say, known = translations("de").gettext, texts("de")
    for message, places in messages().items():
        for place in (each for each in places if each.startswith("country:")):
            assert say(message) == known.plain(place.replace(":", ".")), place
    assert len(FIELDS) == 5


def test_what_is_fuzzy_or_empty_is_not_translated() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n#, fuzzy\nmsgid "c"\nmsgstr "d"\n\nmsgid "e"\nmsgstr ""\n'
    assert messages_of(text) == {"a": "b"}
    assert messages_of('msgid ""\n"one "\n"two"\nmsgstr "eins "\n"zwei"\n') == {"one two": "eins zwei"}
    assert compiled({"a": "b"})[-4:] == b"a\0b\0"


def test_a_language_that_there_is_not_is_an_error() -> None:
    with pytest.raises(InputError, match="I209"):
        translations("tlh")


# Every statement of the leaflets --------------------------------------------------------------------


def test_every_statement_of_a_leaflet_is_said_somewhere_or_it_is_told_why_not() -> None:
    rows = shipped_leaflet_rows()
    for key in LEAFLETS:
        own = [row.row for row in rows if row.leaflet == key]
        assert own == [f"{key}-{number}" for number in range(1, len(own) + 1)]
    assert [row.row for row in rows if not row.where and not row.because] == []
    assert [
        (row.row, place) for row in rows for place in row.where if not exists(KNOWLEDGE, place)
    ] == []
    page = leaflets_page(KNOWLEDGE)
    assert [row.row for row in rows if f"| {row.row} |" not in page] == []
    assert [key for key in KNOWLEDGE.passages if f"### {key}\n" not in page] == []


def test_a_place_that_is_no_passage_is_found_out() -> None:
    assert exists(KNOWLEDGE, "passage:clot_where")
    assert not exists(KNOWLEDGE, "passage:clot_nowhere")
    assert not exists(KNOWLEDGE, "term:clot_where")


# Definitions ----------------------------------------------------------------------------------------


def test_a_passage_without_a_source_a_text_or_a_key_of_its_own_is_refused() -> None:
    source = PRODUCT.at("a test", LOCAL)
    with pytest.raises(DefinitionError, match="D102"):
        passage("key", "Text.", source=None)  # type: ignore[arg-type]
    with pytest.raises(DefinitionError, match="D230"):
        passage("key", " ", source=source)
    twice = [passage("key", text, source=source) for text in ("One.", "Two.")]
    with pytest.raises(DefinitionError, match="D231"):
        section("part", "Part", *twice)
