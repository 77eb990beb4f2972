"""The leaflet of a stored patient: from the same answers and records as the pages of the clinician."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from veinway.care.chapters.treatment import TREATMENT
from veinway.show.leaflet import Leaflet, leaflet
from veinway.show.leaflet_known import FOLLOWED, Told
from veinway.show.plan_parts import first_dose_minute, planned_for
from veinway.show.triage_words import country
from veinway.web.sections.case import Case
from veinway.web.service.course import DRUG
from veinway.web.service.inr import said_in_course
from veinway.web.service.treating import treated, with_first_dose
from veinway.web.service.triage_trail import PLACES
from veinway.web.texts import LANGUAGES

EVERYBODY_ELSE = PLACES[-1]
"""The choice of a country that is none of those that are known."""


def general_leaflet(code: str, language: str) -> Leaflet:
    """The leaflet for everybody, with the numbers of a country."""
    return leaflet(None, country("" if code == EVERYBODY_ELSE else code), language)


def leaflet_of(case: Case, code: str, language: str) -> Leaflet:
    """The leaflet of one patient, as known at the instant of the case."""
    chosen = said_in_course(case.given, DRUG)
    first = with_first_dose(case.given, str(chosen.get("first_dose", "")))["first_dose"]
    zone = ZoneInfo(case.zone)
    situation, _ = treated(case.given, FOLLOWED)
    planned = planned_for(
        TREATMENT,
        situation,
        case.site.guideline,
        first_dose_minute(datetime.fromisoformat(first), zone),
        strict=case.strict,
    )
    limbs = tuple(limb.assessment for limb in case.decided.limbs)
    told = Told(situation, limbs, planned, str(chosen.get("drug", "")))
    where = country("" if code == EVERYBODY_ELSE else code)
    day = datetime.fromisoformat(case.given["at"]).astimezone(zone).date()
    return leaflet(told, where, language, on=day)


def chosen_place(stated: str, otherwise: str) -> str:
    """The country whose numbers are shown: the one that an address names, or the site's."""
    return stated if stated in PLACES else otherwise


def chosen_language(stated: str) -> str:
    """The language of a patient's leaflet: English unless an address names another."""
    return stated if stated in LANGUAGES else "en"
