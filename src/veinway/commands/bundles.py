"""One patient's FHIR bundle, as patients for `veinway assess`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from veinway.commands.inputs import Patient
from veinway.language.errors import SourceError
from veinway.language.knowledge import Knowledge
from veinway.records.bundle import BundleReader, BundleReading
from veinway.records.cases import Unusable
from veinway.records.flatten import flatten_bundle
from veinway.records.input_problems import Problems
from veinway.records.problems import Problem
from veinway.records.profile import Profile
from veinway.records.sources import bundle_of, the_only_patient
from veinway.show.values import day_words

NO_EPISODE = Problem(
    "W420",
    "No record opens an episode of suspected DVT; the first suspicion is taken to be now.",
    "bundle",
)


def read_bundle_of(
    resource: dict[str, Any], source: str, knowledge: Knowledge, at: str, profile: Profile
) -> Iterator[Patient | Unusable]:
    """The patient of a bundle, once for each episode; a bundle that cannot be used is one answer."""
    name = Path("standard input" if source == "-" else source)
    try:
        person, reading, problems = _read(resource, name, knowledge, at, profile)
    except SourceError as error:
        yield Unusable(name.name, error)
        return
    listed = (*_file_problems(problems), *reading.problems)
    if not reading.episode_found:
        listed = (NO_EPISODE, *listed)
    episodes = [list(of) for _, of in groupby(reading.subjects, key=lambda subject: subject.index)]
    for subjects in episodes:
        id_ = person if len(episodes) == 1 else f"{person}, {day_words(subjects[0].index)}"
        situations = {subject.side: profile.applied(subject.situation) for subject in subjects}
        yield Patient(id_, situations, listed)


def _read(
    resource: dict[str, Any], name: Path, knowledge: Knowledge, at: str, profile: Profile
) -> tuple[str, BundleReading, Problems]:
    bundle = bundle_of(resource, name)
    person = the_only_patient(bundle)
    reader = BundleReader(
        knowledge,
        knowledge.episodes[0],
        time_zone=profile.time_zone,
        coverage=profile.coverage,
        parameters=profile.parameters,
    )
    problems = flatten_bundle(reader.connection, bundle.resources, time_zone=profile.time_zone)
    return person, reader.read_record(datetime.fromisoformat(at) if at else None), problems


def _file_problems(problems: Problems) -> list[Problem]:
    """What of the bundle could not be read, with the first place of each."""
    return [
        Problem(found.code, found.what, str(found.places[0]) if found.places else "bundle")
        for found in problems.found
    ]
