"""`veinway leaflet`: text, page and JSON, of a case, of a record, and for everybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bundles import PATIENT, Resource, bundle
from command_line import Run
from test_schemas import problems

CASE = {
    "id": "a",
    "at": "2026-03-20T10:00",
    "given": "nothing_against_treatment",
    "facts": {
        "current_anticoagulant": "apixaban",
        "treatment_start": [{"date": "2026-03-18"}],
        "vte_diagnosis": [{"date": "2026-03-18", "site": "dvt_proximal"}],
    },
}

CLOT: Resource = {
    "resourceType": "Condition",
    "id": "c2",
    "subject": {"reference": "Patient/p1"},
    "code": {"coding": [{"system": "http://snomed.info/sct", "code": "132281000119108"}]},
    "verificationStatus": {"coding": [{"code": "confirmed"}]},
    "onsetDateTime": "2026-03-10",
    "recordedDate": "2026-03-10T09:30:00Z",
}
APIXABAN: Resource = {
    "resourceType": "MedicationRequest",
    "id": "m1",
    "status": "active",
    "intent": "order",
    "subject": {"reference": "Patient/p1"},
    "medicationCodeableConcept": {
        "coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "1364445"}]
    },
    "authoredOn": "2026-03-10T10:00:00Z",
}


def test_everybody_may_read_a_leaflet_in_plain_text_and_german(run: Run) -> None:
    answer = run("leaflet", "--language", "de", "--country", "DE")
    assert answer.status == 0
    assert "Blutgerinnsel in einer Vene" in answer.out
    assert "Rufen Sie sofort 112 an" in answer.out
    assert "Noch kein Arzt und keine Ärztin hat dieses Blatt freigegeben." in answer.out


def test_a_case_is_told_as_text_as_a_page_that_prints_and_as_json(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "leaflet.html"
    answer = run("leaflet", "-", "--country", "GB-ENG", "--html", page, stdin=json.dumps(CASE))
    assert "You take apixaban tablets." in answer.out
    assert "10 mg, 2 times a day" in answer.out
    html = page.read_text("utf-8")
    assert '<p id="medicine_now">You take apixaban tablets. This is a blood thinner.</p>' in html
    assert "<script" not in html
    assert "http" not in html
    told = run("leaflet", "-", "--json", stdin=json.dumps(CASE)).document
    assert problems("leaflet", told) == []
    assert told["id"] == "a"
    assert told["country"] is None
    assert problems("leaflet", run("leaflet", "--json", "--country", "IE").document) == []


def test_the_same_is_told_of_a_record(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bundle.json"
    file.write_text(bundle(PATIENT, CLOT, APIXABAN))
    told = run("leaflet", file, "--at", "2026-03-20", "--json").document
    keys = {each["passage"] for part in told["sections"] for each in part["passages"]}
    assert {"you_clot_day", "medicine_now", "yours_flying"} <= keys
    assert not keys & {"medicine_none", "you_not_noted"}


def test_one_page_is_not_made_of_several_patients(run: Run, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({**CASE, "id": name}) for name in "ab")
    answer = run("leaflet", "-", "--html", tmp_path / "x.html", stdin=lines)
    assert answer.status == 2
    assert "I247" in answer.err
    assert not (tmp_path / "x.html").exists()


def test_a_case_that_cannot_be_used_does_not_keep_the_others_from_being_told(run: Run) -> None:
    wrong = {**CASE, "id": "b", "facts": {"no_such_fact": True}}
    answer = run("leaflet", "-", "--json", stdin=f"{json.dumps(wrong)}\n{json.dumps(CASE)}")
    assert answer.status == 2
    assert [line["id"] for line in answer.lines] == ["b", "a"]
    assert answer.lines[0]["error"]["code"] == "F201"


def test_a_language_that_there_is_not_is_refused(run: Run) -> None:
    answer = run("leaflet", "--language", "tlh")
    assert answer.status == 2
    assert "en, de" in answer.err
    assert "I209" in answer.err


@pytest.mark.parametrize(
    "wanted",
    [
        ("leaflet", "--html"),
        ("report", "nobody.ndjson", "--period", "2026-01", "--html"),
        ("worklist", "nobody.ndjson", "--at", "2026-01-01", "--csv"),
        ("worklist", "nobody.ndjson", "--at", "2026-01-01", "--fhir"),
    ],
)
def test_a_file_that_cannot_be_written_is_named_before_any_work(
    run: Run, tmp_path: Path, wanted: tuple[str, ...]
) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "page"):
        answer = run(*wanted, place)
        assert (answer.status, "S305" in answer.err, answer.out) == (2, True, "")
        assert wanted[-1] in answer.err
