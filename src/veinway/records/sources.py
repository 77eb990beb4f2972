"""Finding the input: a FHIR R4 bundle, a folder of bundles, or a folder of bulk-export NDJSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import orjson

from veinway.language.errors import SourceError

from .columns import READ_TYPES, RESOURCE_TYPES
from .input_problems import open_bytes

Kind = Literal["bundle", "bundles", "ndjson"]
Resource = dict[str, Any]

LARGEST_BUNDLE = 1_000_000_000
"""Bytes of JSON, unpacked. A bundle has to fit into memory; an export of NDJSON files does not."""
_BUNDLE = (".json", ".json.gz", ".json.bz2")
_NDJSON = (".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz")
_OF_A_PERSON = ("subject", "patient", "medicationReference")


@dataclass(frozen=True, slots=True)
class Source:
    """An input that was recognised, and its files in the order of their names.

    skipped: NDJSON files of resource types that no rule needs; they are not opened.
    """

    kind: Kind
    path: Path
    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """The resources of a bundle; `incomplete` where it is one page of several."""

    file: Path
    resources: list[Resource]
    incomplete: bool = False


def open_source(path: str | Path) -> Source:
    """Recognise a file or folder.

    Raises SourceError S310 (nothing there), S311 (a folder without records), S312 (not a kind of file
    that is read), S316 (another FHIR version).
    """
    place = Path(path)
    if place.is_dir():
        return _open_folder(place)
    if not place.is_file():
        raise SourceError(
            "S310", "There is nothing of this name.", where=str(path), todo="Check the path."
        )
    if place.name.endswith(_NDJSON):
        return _ndjson(place, [place])
    if place.name.endswith(_BUNDLE):
        return Source("bundle", place, (place,))
    raise SourceError(
        "S312",
        "A file of this kind is not read.",
        where=str(path),
        todo=f"Give a bundle ({', '.join(_BUNDLE)}), NDJSON ({', '.join(_NDJSON)}), or a folder of them "
        "or of tables (Parquet, OMOP). A facts file is for `veinway assess`.",
    )


def read_bundle(file: Path) -> Bundle:
    """The resources of a bundle, with references to full URLs resolved.

    Raises SourceError S313 (not JSON), S314 (no bundle), S315 (empty), S316 (another FHIR version),
    S317 (too large), S318 (cannot be unpacked).
    """
    return bundle_of(_parse(file), file)


def bundle_of(content: object, file: Path) -> Bundle:
    """The resources of a bundle that was parsed already; `file` is for error texts."""
    if not isinstance(content, dict) or content.get("resourceType") != "Bundle":
        kind = content.get("resourceType") if isinstance(content, dict) else None
        what = f"This is a {kind}, not a Bundle." if isinstance(kind, str) else "This is no FHIR bundle."
        raise SourceError("S314", what, where=file.name, todo="Put the resources into a Bundle.")
    _check_stated_version(content, file)
    entries = list(_entries(content))
    if not entries:
        raise SourceError(
            "S315", "The bundle is empty.", where=file.name, todo="Export the patient's record again."
        )
    for _, resource in entries:
        check_version(resource, file)
    links = content.get("link")
    more = isinstance(links, list) and any(
        isinstance(link, dict) and link.get("relation") == "next" for link in links
    )
    return Bundle(file, _resolved(entries), more)


def the_only_patient(bundle: Bundle) -> str:
    """The id of the bundle's patient. SourceError S319 where there is none or more than one."""
    found = [r for r in bundle.resources if r.get("resourceType") == "Patient"]
    ids = sorted({str(patient.get("id", "")) for patient in found})
    if len(ids) == 1:
        return ids[0]
    what = (
        f"The bundle has {len(ids)} patients: {', '.join(ids[:5])}." if ids else "No patient is in it."
    )
    raise SourceError(
        "S319", what, where=bundle.file.name, todo="Give one patient's bundle, or use `veinway cohort`."
    )


def _open_folder(folder: Path) -> Source:
    files = sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith("."))
    lines = [file for file in files if file.name.endswith(_NDJSON)]
    if lines:
        return _ndjson(folder, lines)
    bundles = tuple(file for file in files if file.name.endswith(_BUNDLE))
    if not bundles:
        raise SourceError(
            "S311",
            "The folder has no records." if files else "The folder is empty.",
            where=str(folder),
            todo="Give a folder of bundles (.json), a bulk export (.ndjson) or tables (Parquet, OMOP).",
        )
    return Source("bundles", folder, bundles)


def _ndjson(path: Path, files: list[Path]) -> Source:
    needed: list[Path] = []
    skipped: list[Path] = []
    for file in files:
        named = type_in_name(file.name)
        (needed if named in READ_TYPES or named not in RESOURCE_TYPES else skipped).append(file)
    for file in needed:
        _check_first_line(file)
    return Source("ndjson", path, tuple(needed), tuple(skipped))


def type_in_name(name: str) -> str:
    """The resource type that a file is named after, as in `Observation.000.ndjson.gz`, or ""."""
    found = re.search(r"(?:^|[^A-Za-z])([A-Z][A-Za-z]+)", name)
    return found[1] if found else ""


def _check_first_line(file: Path) -> None:
    with open_bytes(file) as stream:
        try:
            resource = orjson.loads(stream.readline())
        except orjson.JSONDecodeError:
            return  # counted when the file is read
        except (OSError, EOFError) as error:
            raise SourceError(
                "S318", f"The file cannot be unpacked: {error}.", where=file.name, todo="Copy it again."
            ) from None
    if isinstance(resource, dict):
        check_version(resource, file)


def _parse(file: Path) -> object:
    try:
        with open_bytes(file) as stream:
            text = stream.read(LARGEST_BUNDLE + 1)
    except (OSError, EOFError) as error:
        raise SourceError(
            "S318", f"The file cannot be unpacked: {error}.", where=file.name, todo="Copy it again."
        ) from None
    if len(text) > LARGEST_BUNDLE:
        raise SourceError(
            "S317",
            f"The bundle is larger than {LARGEST_BUNDLE // 1_000_000} MB.",
            where=file.name,
            todo="Export NDJSON files, one for each resource type, and give their folder.",
        )
    try:
        parsed: object = orjson.loads(text.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise SourceError(
            "S313", f"This is not JSON: {error}.", where=file.name, todo="Export it again."
        ) from None
    return parsed


def _entries(bundle: Resource) -> Iterator[tuple[str, Resource]]:
    """Full URL and resource of every entry; the bundles inside a bundle are opened."""
    entries = bundle.get("entry")
    for entry in entries if isinstance(entries, list) else ():
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict) and resource.get("resourceType") == "Bundle":
            yield from _entries(resource)
        elif isinstance(resource, dict):
            yield str(entry.get("fullUrl", "")), resource


def _resolved(entries: list[tuple[str, Resource]]) -> list[Resource]:
    """The resources, each with an id, and references to full URLs turned into `Type/id`."""
    names: dict[str, str] = {}
    for url, resource in entries:
        if url:
            resource.setdefault("id", re.split("[/:]", url)[-1])
            names[url] = f"{resource.get('resourceType')}/{resource['id']}"
    for _, resource in entries:
        for key in _OF_A_PERSON:
            held = resource.get(key)
            if isinstance(held, dict) and held.get("reference") in names:
                held["reference"] = names[held["reference"]]
    return [resource for _, resource in entries]


def _check_stated_version(bundle: Resource, file: Path) -> None:
    stated = bundle.get("fhirVersion")
    if isinstance(stated, str) and not stated.startswith("4."):
        raise _other_version(f"The bundle says FHIR {stated}", file)


def check_version(resource: Resource, file: Path) -> None:
    """SourceError S316 for shapes that FHIR R4 does not have: they give away STU3 and R5."""
    kind = resource.get("resourceType")
    name = f"{kind}/{resource.get('id', '')}"
    profiles = resource.get("meta", {}).get("profile") if isinstance(resource.get("meta"), dict) else ()
    for profile in profiles if isinstance(profiles, list) else ():
        if isinstance(profile, str) and re.search(r"/(STU3|DSTU2|R5)/", profile):
            raise _other_version(f"{name} claims the profile {profile}", file)
    if kind == "Encounter" and isinstance(resource.get("class"), list):
        raise _other_version(f"{name} has a list as its class, as in FHIR R5", file)
    medication = resource.get("medication")
    if isinstance(medication, dict) and str(kind).startswith("Medication"):
        raise _other_version(f"{name} has its medicine where FHIR R5 has it", file)
    if kind == "Condition" and isinstance(resource.get("clinicalStatus"), str):
        raise _other_version(f"{name} has a bare code as its clinical status, as in FHIR STU3", file)
    if kind == "MedicationOrder" or (kind == "Procedure" and "notDone" in resource):
        raise _other_version(f"{name} is as in FHIR STU3 or before", file)


def _other_version(what: str, file: Path) -> SourceError:
    return SourceError("S316", f"{what}.", where=file.name, todo="Export FHIR R4 (4.0.1).")
