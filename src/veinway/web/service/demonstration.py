"""Made-up patients, cases and accounts, so that every page has something to show on the first start.

Nobody in it exists. Everything is told relative to the moment at which it is made, so that some of it is
due and some of it overdue on that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from random import Random
from typing import Any

import orjson
import yaml
from sqlalchemy import Connection, Engine, select

from veinway.made_up.chart import write_life
from veinway.made_up.draw import draw_life
from veinway.made_up.draw_tests import draw_tests
from veinway.made_up.gaps import draw_gaps
from veinway.made_up.truth import EPOCH
from veinway.web.service.cases import named
from veinway.web.store.accounts import ROLES, accounts, add_account, made_password
from veinway.web.store.audit import Actor, record
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import Named, add_patient, open_episode, receive, say
from veinway.web.store.schema import audit

ORIGIN = "made-up demonstration data"
MARK = "demonstration.make"
PEOPLE, SEED, MISSING = 16, 11, 0.25
_EARLIEST, _LATEST = 12, 1
"""The suspicion of a made-up person arises 12 to 1 days ago."""
_WHEN = ("issued", "effectiveDateTime", "recordedDate", "authoredOn", "performedDateTime")
_FAMILY = [
    "Imber",
    "Jarrow",
    "Kerr",
    "Lodge",
    "Marsh",
    "Nettle",
    "Orton",
    "Pell",
    "Quill",
    "Rooke",
    "Stowe",
    "Thorne",
    "Upton",
    "Vale",
    "Wick",
    "Yarrow",
]
_GIVEN = {
    "female": ["Ada", "Bea", "Cora", "Dilys", "Edda", "Freya", "Greta", "Hana"],
    "male": ["Abel", "Boris", "Cyril", "Dov", "Emil", "Femi", "Gus", "Hugo"],
}


def is_demonstration(store: Engine) -> bool:
    """Whether the store was begun with made-up data; that is noted before anything else is."""
    query = select(audit.c.number).where(audit.c.number == 1, audit.c.what == MARK)
    with reading(store) as connection:
        return connection.execute(query).first() is not None


def is_empty(store: Engine) -> bool:
    """Whether nobody has an account yet, and nothing was done."""
    with reading(store) as connection:
        return not accounts(connection) and connection.execute(select(audit.c.number)).first() is None


def demonstrate(store: Engine, at: str) -> list[tuple[str, str]]:
    """Fill an empty store; an account's name (which is its role) and password for each role."""
    nobody = Actor("", at)
    with writing(store) as connection:
        record(connection, nobody, MARK)
        made = [(role, made_password()) for role in ROLES]
        ids = {
            role: add_account(connection, nobody, role, role, password=password)
            for role, password in made
        }
        clinician = Actor(ids["clinician"], at)
        for number in range(PEOPLE):
            _receive(connection, clinician, number)
        for number, case in enumerate(_cases()):
            _open(connection, clinician, number, case)
    return made


@cache
def _cases() -> list[dict[str, Any]]:
    file = resources.files("veinway.web.service") / "demonstration.yaml"
    return list(yaml.safe_load(file.read_text(encoding="utf-8")))


# Records ----------------------------------------------------------------------------------------


def _receive(connection: Connection, clinician: Actor, number: int) -> None:
    """One made-up person, with what is on record by now."""
    at = clinician.at
    today = (datetime.fromisoformat(at).date() - EPOCH).days
    streams = [Random((SEED << 34) | (number << 2) | purpose) for purpose in range(3)]
    life = draw_life(streams[0], f"made-up-{number + 1:02}", today - _EARLIEST, today - _LATEST)
    draw_tests(streams[0], life)
    chart = write_life(streams[2], life, draw_gaps(streams[1], life, MISSING, scan_protected=True))
    found = [orjson.loads(line) for lines in chart.lines.values() for line in lines]
    resources = [_named(each, number, life.sex) for each in _by_now(found, at)]
    person = add_patient(connection, clinician, named(resources))
    receive(connection, clinician, person, resources, ORIGIN)
    begun = datetime.fromtimestamp(life.index * 60, UTC).isoformat(timespec="seconds")
    open_episode(connection, clinician, person, begun)


def _by_now(found: list[dict[str, Any]], at: str) -> Iterator[dict[str, Any]]:
    for resource in found:
        period = resource.get("period", {})
        written = [resource[key] for key in _WHEN if key in resource] + [period.get("start", "")]
        if all(when[:16] <= at[:16] for when in written):
            if period.get("end", "")[:16] > at[:16]:
                resource |= {"status": "in-progress", "period": {"start": period["start"]}}
            yield resource


def _named(resource: dict[str, Any], number: int, sex: str) -> dict[str, Any]:
    if resource["resourceType"] == "Patient":
        resource["identifier"] = [{"value": f"MADE-UP-{number + 1:02}"}]
        given = _GIVEN[sex][number % len(_GIVEN[sex])]
        resource["name"] = [{"family": _FAMILY[number % len(_FAMILY)], "given": [given]}]
    return resource


# Open cases -------------------------------------------------------------------------------------


def _open(connection: Connection, clinician: Actor, number: int, case: dict[str, Any]) -> None:
    known_as = Named(
        f"MADE-UP-{PEOPLE + number + 1:02}",
        case["family_name"],
        case["given_name"],
        case["birth_date"],
    )
    begun = Actor(clinician.account, _ago(case["index"], clinician.at))
    person = add_patient(connection, begun, known_as)
    episode = open_episode(connection, begun, person, begun.at)
    for fact, said in case["answers"].items():
        say(connection, begun, episode, fact, _told(said, clinician.at), note=ORIGIN)


def _told(said: Any, at: str) -> Any:
    """An answer with its times: of events, and of a day that is told as `ago`."""
    if isinstance(said, list):
        return [_dated(each, at) for each in said]
    if isinstance(said, dict) and "some" in said:
        return {"some": _told(said["some"], at)}
    if isinstance(said, dict) and "ago" in said:
        return _ago(said["ago"], at)[:10]
    return said


def _dated(event: dict[str, Any], at: str) -> dict[str, Any]:
    return {**event, "date": _ago(event["date"], at)}


def _ago(length: str, at: str) -> str:
    unit = {"d": "days", "h": "hours"}[length[-1]]
    then = datetime.fromisoformat(at) - timedelta(**{unit: int(length[:-1])})
    return then.isoformat(timespec="seconds")
