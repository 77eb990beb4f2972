"""People who wait for a test of a suspicion that is a few days old, and what they are owed.

They are drawn and written like the people of `cohort`, from two weeks back; no clot is found in them, so
that nothing but the suspicion asks for anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .chart import write_life
from .course_truth import Line
from .draw import draw_life
from .draw_tests import draw_tests
from .fhir import Chart
from .gaps import Gaps, draw_gaps
from .life import DAY, Life
from .truth import NEGATIVE, d_dimer_class, wells_band, wells_total, within_nice

_LAST_MINUTE = DAY - 1
_NOT_MEANT = (
    "chest_symptoms",
    "on_therapeutic_anticoagulation",
    "inpatient",
    "injects_drugs",
    "previous_dvt",
)
_TOLD = frozenset({"leg_scan", "leg_scan.result"})


def draw_waiting(rng: Random, person: str, today: int) -> Life:
    """One person with a suspicion of the last two weeks, and the tests that they get in the end."""
    life = draw_life(rng, person, today - 14, today - 1)
    del life.legs[1:]
    life.yes.update(dict.fromkeys(_NOT_MEANT, False))
    if life.dvt in ("proximal", "distal"):
        life.dvt = ""
    draw_tests(rng, life)
    life.interim_dose = None
    return life


def write_waiting(rng: Random, life: Life, missing: float) -> tuple[Chart, Gaps]:
    """The record; scans are never left out, as whether one was done is the service's to know."""
    gaps = draw_gaps(rng, life, missing, scan_protected=True)
    gaps.hidden -= _TOLD
    return write_life(rng, life, gaps), gaps


def lines_of_waiting(life: Life, today: int) -> Iterator[Line]:
    """Rows D2 to D16 of section 3.1 of reference 1: the first scan in 4 or 24 hours, the repeat on day 6
    to 8, and a scan after all where cancer makes a negative D-dimer unsafe."""
    if not within_nice(life.yes, life.age, life.postpartum_days):
        return
    now = today * DAY + _LAST_MINUTE
    band = wells_band(wells_total(life.wells(life.legs[0])))
    seen = life.d_dimer
    known = seen is not None and seen.issued <= now
    found = d_dimer_class(seen.low, seen.high, life.age, band) if seen is not None and known else ""
    done = sorted((scan.done, scan.result) for scan in life.scans if scan.issued <= now)
    if band == "likely" or found == "positive":
        if not done:
            yield "scan_requests", *_first_scan(life, now)
        elif band == "likely" and found == "positive" and len(done) == 1 and done[0][1] in NEGATIVE:
            late = today > done[0][0] // DAY + 8
            yield "repeat_scans", "repeat_scan_day_6_to_8", "overdue" if late else "due"
    if band == "unlikely" and found == "negative" and life.yes["active_cancer"]:
        yield "scan_requests", "less_safe_in_cancer", "due"


def _first_scan(life: Life, now: int) -> tuple[str, str]:
    requested = life.scan_requested
    asked = requested is not None and requested <= now
    if life.yes["scan_obtainable_in_4_hours"]:
        late = requested is not None and now > requested + 240
        what = "proximal_scan_within_4_hours"
    else:
        late = now > life.index + 1440
        what = "proximal_scan_within_24_hours"
    return what, "overdue" if late else "requested" if asked else "due"
