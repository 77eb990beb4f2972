"""Drawing the tests of a suspected DVT: D-dimer, scans, and interim anticoagulation, in time order."""

from __future__ import annotations

from random import Random

from .d_dimer import draw_d_dimer
from .life import DAY, Life, Scan
from .truth import NEGATIVE, d_dimer_class, wells_band, wells_total

_SEGMENTS = {
    "dvt_proximal": ("popliteal", "popliteal", "femoral", "femoral", "deep_femoral", "common_femoral",
                     "external_iliac", "common_iliac", "internal_iliac", "ivc"),
    "dvt_distal_only": ("calf_tibial", "calf_peroneal", "calf_muscular"),
    "svt_only": ("great_saphenous", "small_saphenous"),
    "indeterminate": ("",),
}  # fmt: skip


def draw_tests(rng: Random, life: Life) -> None:
    """Give the patient the tests that the pathway asks for, with the lapses of real care.

    Some tests are never done, some come late, and a few scans are done that nothing asked for.
    """
    band = wells_band(wells_total(life.wells(life.legs[0])))
    slow = not life.yes["d_dimer_obtainable_in_4_hours"]
    if rng.random() < (0.97 if band == "unlikely" else 0.9):
        clot = life.dvt in ("proximal", "distal")
        requested = life.index + rng.randint(0, 45)
        life.d_dimer = draw_d_dimer(rng, clot, life.age, requested, slow)
    seen = life.d_dimer
    d_dimer = seen and d_dimer_class(seen.low, seen.high, life.age, band)
    asked_for = band == "likely" or d_dimer != "negative"
    if rng.random() < (0.96 if asked_for else 0.04):
        _first_scan(rng, life)
        _later_scan(rng, life, repeat_asked_for=band == "likely" and d_dimer == "positive")
    waits = not life.yes["scan_obtainable_in_4_hours"] if asked_for else slow
    on_treatment = life.yes["on_therapeutic_anticoagulation"]
    if waits and not on_treatment and rng.random() < 0.85:
        life.interim_dose = life.index + rng.randint(70, 235)
    if life.dvt == "proximal" and not life.yes["inpatient"] and rng.random() < 0.06:
        life.admitted = life.index + rng.randint(120, 300)


def _first_scan(rng: Random, life: Life) -> None:
    requested = life.index + rng.randint(10, 60)
    life.scan_requested = requested
    if life.yes["scan_obtainable_in_4_hours"]:
        issued = requested + rng.randint(60, 240)
    else:
        # The next morning; one in twenty waits two to four days.
        days = 1 if rng.random() < 0.95 else rng.randint(2, 4)
        issued = (life.day + days) * DAY + rng.randint(8 * 60, 16 * 60)
    done = issued - rng.randint(10, 45)
    _scan_legs(rng, life, _seen_first(rng, life.dvt), done, issued)


def _seen_first(rng: Random, dvt: str) -> str:
    """The first result, given what is really there."""
    whole_leg = rng.random() < 0.35
    draw = rng.random()
    nothing = "negative_whole_leg" if whole_leg else "negative_proximal"
    if draw < 0.015:
        return "indeterminate"
    if dvt == "proximal":
        return "dvt_proximal" if draw < 0.96 else "negative_proximal"
    if dvt == "distal":
        return "dvt_distal_only" if whole_leg else "negative_proximal"
    if dvt == "superficial":
        return "svt_only" if draw < 0.7 else nothing
    return nothing


def _later_scan(rng: Random, life: Life, repeat_asked_for: bool) -> None:
    first = life.scans[0]
    if first.result in NEGATIVE:
        wanted = 0.87 if repeat_asked_for else 0.02
    else:
        wanted = {"dvt_distal_only": 0.6, "svt_only": 0.4}.get(first.result, 0.0)
        if first.result == "indeterminate" and life.dvt == "proximal":
            wanted = 0.7
    if rng.random() >= wanted:
        return
    day = first.done // DAY + _days_later(rng)
    issued = day * DAY + rng.randint(8 * 60, 16 * 60)
    _scan_legs(rng, life, _seen_later(rng, life.dvt, first.result), issued - 20, issued)


def _days_later(rng: Random) -> int:
    draw = rng.random()
    if draw < 0.82:
        return rng.randint(6, 8)
    return rng.randint(9, 13) if draw < 0.94 else rng.randint(2, 5)


def _seen_later(rng: Random, dvt: str, first: str) -> str:
    if dvt == "proximal":
        return "dvt_proximal"
    if dvt == "distal":
        return "dvt_proximal" if rng.random() < 0.15 else "dvt_distal_only"
    return "svt_only" if first == "svt_only" else "negative_proximal"


def _scan_legs(rng: Random, life: Life, result: str, done: int, issued: int) -> None:
    """One report for each symptomatic leg; nothing is found in the milder one."""
    segment = rng.choice(_SEGMENTS.get(result, ("none",)))
    life.scans.append(Scan(life.side, result, segment, done, issued))
    for other in life.legs[1:]:
        life.scans.append(Scan(other.side, "negative_proximal", "none", done, issued))
