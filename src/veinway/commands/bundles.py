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
from veinway.records.bundle import read_bundle
from veinway.records.cases import Unusable
from veinway.records.problems import Problem
from veinway.records.profile import Profile
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
    try:
        reading = read_bundle(
            resource,
            knowledge=knowledge,
            episode=knowledge.episodes[0],
            at=datetime.fromisoformat(at) if at else None,
            time_zone=profile.time_zone,
            coverage=profile.coverage,
            parameters=profile.parameters,
        )
    except SourceError as error:
        yield Unusable("standard input" if source == "-" else Path(source).name, error)
        return
    problems = tuple(reading.problems) if reading.episode_found else (NO_EPISODE, *reading.problems)
    episodes = [list(of) for _, of in groupby(reading.subjects, key=lambda subject: subject.index)]
    for subjects in episodes:
        day = day_words(subjects[0].index)
        id_ = reading.person if len(episodes) == 1 else f"{reading.person}, {day}"
        situations = {subject.side: profile.applied(subject.situation) for subject in subjects}
        yield Patient(id_, situations, problems, from_records=True)
