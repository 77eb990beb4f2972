"""One patient's case as the clinician's page shows it: loaded once, and read by every section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Engine, RowMapping

from veinway.engine.assessment import Assessment
from veinway.language.errors import VeinwayError
from veinway.records.profile import Profile
from veinway.web.clock import clock_words, local_time
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.deciding import Decided, Limb, decide
from veinway.web.service.given import Given
from veinway.web.store.database import reading
from veinway.web.store.patients import Answer, Seen, answers_of, newest_resource, one_patient, standing

LIMBS = {"": "", "left": "left leg", "right": "right leg"}


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that could not be used: what it was about, why, and what was entered."""

    fact: str
    error: VeinwayError
    entered: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a section is made from."""

    episode: RowMapping
    patient: RowMapping
    site: Profile
    given: Given
    decided: Decided
    limb: Limb
    answers: tuple[Answer, ...]
    query: Mapping[str, str]
    refused: Refused | None = None
    said: str = ""
    """What was just done, to be told."""
    stands: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    seen: str = ""
    """Up to where the page knows the answers and the record; its forms bring it back."""
    page: str = ""
    """Where below the episode the page stands; "" for the clinician's page of a suspicion."""

    @property
    def assessment(self) -> Assessment:
        """What the rules say of the limb that is shown."""
        return self.limb.assessment

    @property
    def id(self) -> str:
        return str(self.episode["id"])

    @property
    def strict(self) -> bool:
        return bool(self.given["strict"])

    @property
    def zone(self) -> str:
        return self.site.time_zone

    @property
    def name(self) -> str:
        """The patient as people call them."""
        return name_of(self.patient)

    @property
    def age(self) -> int | None:
        """Whole years, where a whole birth date is in the store; for recognition, never for rules."""
        return age_of(self.patient, self.given["at"])

    def to(self, part: str = "", /, **query: str) -> str:
        """The address of a section of this case, the limb and the strict reading kept."""
        kept = {"limb": self.limb.side, "strict": "1" if self.strict else ""}
        whole = "/".join(filter(None, (self.page, part)))
        return _address(self.id, whole, tuple({**kept, **query}.items()))

    def sends(self, part: str, /, **query: str) -> str:
        """The address to which a form of this page is sent: it also says what the page knows."""
        return self.to(part, **query, seen=self.seen)

    def clock(self, instant: str) -> str:
        """An instant of the store in the site's own time."""
        return clock_words(instant, self.zone)

    @property
    def today(self) -> date:
        """The day on which the case is looked at."""
        return local_time(self.given["at"], self.zone).date()


@lru_cache(maxsize=4096)
def _address(episode: str, part: str, query: tuple[tuple[str, str], ...]) -> str:
    parts = {key: value for key, value in query if value}
    return f"/episode/{episode}{'/' if part else ''}{part}{'?' if parts else ''}{urlencode(parts)}"


def name_of(patient: RowMapping) -> str:
    """Family name first, as on a list; the identifier where there is no name."""
    names = ", ".join(filter(None, (patient["family_name"], patient["given_name"])))
    return names or patient["identifier"] or "No name"


def age_of(patient: RowMapping, at: str) -> int | None:
    """Whole years at an instant; None where the birth date is not a whole one."""
    try:
        born, day = date.fromisoformat(patient["birth_date"]), datetime.fromisoformat(at).date()
    except ValueError:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def load(
    store: Engine,
    site: Profile,
    episode_id: str,
    at: str,
    query: Mapping[str, str],
    *,
    apply: Callable[[Given], Decided] = decide,
    refused: Refused | None = None,
    said: str = "",
    page: str = "",
) -> Case:
    """Read a case from the store and apply the rules; InputError I284 where there is no such episode.

    apply: the rules of the page, from what is given.
    """
    with reading(store) as connection:
        episode = found_episode(connection, episode_id)
        patient = one_patient(connection, episode["patient_id"])
        assert patient is not None
        answers = answers_of(connection, episode_id)
        seen = Seen(answers[-1].number if answers else 0, newest_resource(connection, patient["id"]))
        given = given_of(connection, episode_id, site, at, strict=query.get("strict") == "1")
    decided = apply(given)
    shown = next((limb for limb in decided.limbs if limb.side == query.get("limb")), decided.speaks)
    return Case(
        episode,
        patient,
        site,
        given,
        decided,
        shown,
        tuple(answers),
        query,
        refused,
        said,
        standing(answers),
        seen.as_text(),
        page,
    )
