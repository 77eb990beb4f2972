"""Records that arrive in files: each patient once, whole or not at all; what is unreadable is told."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from command_line import Run
from veinway.made_up import synthesise
from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.service.cases import given_of
from veinway.web.service.deciding import decide
from veinway.web.store.database import open_store, reading
from veinway.web.store.patients import find_patients, open_episodes, resources_of


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    synthesise(6, 5, folder, misleading=0)
    file = folder / "Patient.ndjson"
    people = [orjson.loads(line) for line in file.read_bytes().splitlines()]
    for person in people:
        person |= {"identifier": [{"value": f"N-{person['id']}"}], "name": [{"family": "Example"}]}
        person["birthDate"] = person.get("birthDate", "1961")
    file.write_bytes(b"".join(orjson.dumps(person) + b"\n" for person in people))
    return folder


def _url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.db"


def test_an_export_becomes_patients_with_all_their_resources(
    run: Run, tmp_path: Path, export: Path
) -> None:
    done = run("import", str(export), "--store", _url(tmp_path))
    assert (done.status, done.out[:15]) == (0, "6 new patients,")
    lines = sum(len(file.read_bytes().splitlines()) for file in export.glob("*.ndjson"))
    with reading(open_store(_url(tmp_path))) as connection:
        people = find_patients(connection, "")
        kept = [resources_of(connection, person["id"]) for person in people]
        assert sum(map(len, kept)) == lines
        for episode in open_episodes(connection):
            assert decide(given_of(connection, episode["id"], Profile(), now())).limbs


def test_what_is_imported_twice_is_there_once(run: Run, tmp_path: Path, export: Path) -> None:
    run("import", str(export), "--store", _url(tmp_path))
    done = run("import", str(export), "--store", _url(tmp_path))
    assert "0 new patients, 6 who were there" in done.out
    with reading(open_store(_url(tmp_path))) as connection:
        assert len(find_patients(connection, "")) == 6
        assert len(open_episodes(connection)) == 6


@pytest.mark.parametrize("changed", [{"birthDate": "1900"}, {"name": [{"family": "Other"}]}])
def test_somebody_with_the_same_number_and_another_name_or_birthday_is_somebody_else(
    run: Run, tmp_path: Path, changed: dict[str, object]
) -> None:
    one = {"resourceType": "Patient", "id": "1", "identifier": [{"value": "N"}]}
    one |= {"birthDate": "1961-05-03", "name": [{"family": "Example"}]}
    for number, resource in enumerate(({}, changed)):
        bundle = {"resourceType": "Bundle", "entry": [{"resource": {**one, **resource}}]}
        file = tmp_path / f"{number}.json"
        file.write_bytes(orjson.dumps(bundle))
        assert "1 new patients" in run("import", str(file), "--store", _url(tmp_path)).out


def test_a_resource_id_alone_makes_nobody_the_same(run: Run, tmp_path: Path) -> None:
    one = {"resourceType": "Patient", "id": "1", "birthDate": "1961", "name": [{"family": "Example"}]}
    (tmp_path / "a.json").write_bytes(
        orjson.dumps({"resourceType": "Bundle", "entry": [{"resource": one}]})
    )
    for _ in range(2):
        done = run("import", str(tmp_path / "a.json"), "--store", _url(tmp_path))
        assert "1 new patients" in done.out


def test_a_line_that_is_spoilt_is_told_and_the_rest_is_kept(
    run: Run, tmp_path: Path, export: Path
) -> None:
    file = next(export.glob("Condition*.ndjson"))
    file.write_bytes(file.read_bytes() + b"{half a line\n")
    done = run("import", str(export), "--store", _url(tmp_path))
    assert (done.status, "6 new patients" in done.out) == (2, True)
    assert "this is not JSON" in done.err


def test_a_resource_of_somebody_who_is_not_there_is_told(run: Run, tmp_path: Path, export: Path) -> None:
    stray = {"resourceType": "Condition", "id": "x", "subject": {"reference": "Patient/nobody"}}
    file = next(export.glob("Condition*.ndjson"))
    file.write_bytes(file.read_bytes() + orjson.dumps(stray) + b"\n")
    done = run("import", str(export), "--store", _url(tmp_path))
    assert (done.status, "no Patient of this id" in done.err) == (2, True)


def test_a_medication_that_several_prescriptions_name_goes_with_each_of_them(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    written = {
        "Patient": [{"id": "a"}, {"id": "b"}],
        "Medication": [{"id": "m", "code": {"text": "apixaban"}}, {"id": "other"}],
        "MedicationRequest": [
            {
                "id": each,
                "subject": {"reference": f"Patient/{each}"},
                "medicationReference": {"reference": "Medication/m"},
            }
            for each in ("a", "b")
        ],
    }
    for kind, resources in written.items():
        lines = (orjson.dumps({"resourceType": kind, **each}) for each in resources)
        (folder / f"{kind}.ndjson").write_bytes(b"\n".join(lines))
    run("import", str(folder), "--store", _url(tmp_path))
    with reading(open_store(_url(tmp_path))) as connection:
        for person in find_patients(connection, ""):
            kinds = [each["resourceType"] for each in resources_of(connection, person["id"])]
            assert sorted(kinds) == ["Medication", "MedicationRequest", "Patient"]


def test_a_folder_of_bundles_keeps_those_that_are_one_patients(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bundles"
    folder.mkdir()
    one = {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient", "id": "a"}}]}
    two = {
        "resourceType": "Bundle",
        "entry": [{"resource": {"resourceType": "Patient", "id": each}} for each in "bc"],
    }
    (folder / "one.json").write_bytes(orjson.dumps(one))
    (folder / "two.json").write_bytes(orjson.dumps(two))
    (folder / "none.json").write_text("{}")
    done = run("import", str(folder), "--store", _url(tmp_path))
    assert (done.status, "1 new patients" in done.out) == (2, True)
    assert "two.json" in done.err
    assert "none.json" in done.err


def test_nobody_can_sign_in_as_the_program(run: Run, tmp_path: Path, export: Path) -> None:
    run("import", str(export), "--store", _url(tmp_path))
    listed = run("account", "list", "--json", "--store", _url(tmp_path)).out
    (program,) = orjson.loads(listed)
    assert (program["role"], program["disabled"]) == ("program", True)
