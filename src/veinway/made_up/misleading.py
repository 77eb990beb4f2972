"""Records that mislead a careless reader, and what a careful one makes of them.

Nearly all of them change nothing for a careful reader. Two take something away: a D-dimer whose code
and unit name different families cannot be used, and a preliminary report may leave open which scan
was the first. None of them lets a careful reader decide what is not true.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from . import codes
from .chart_tests import d_dimer_result, scan_report
from .d_dimer import FORMS
from .fhir import FACT, Chart, day_text, quantity
from .gaps import Gaps
from .life import DAY, Life, Scan
from .truth import Operation

TRICKS: dict[str, Callable[[Life, Gaps], bool]] = {
    "after_at": lambda life, gaps: True,
    "d_dimer_conflict": lambda life, gaps: life.d_dimer is not None and "d_dimer" not in gaps.hidden,
    "d_dimer_entered_in_error": lambda life, gaps: life.d_dimer is not None,
    "duplicates": lambda life, gaps: True,
    "pulmonary_embolism_only": lambda life, gaps: not life.yes["previous_dvt"],
    "refuted_cancer": lambda life, gaps: not life.yes["active_cancer"],
    "refuted_dvt": lambda life, gaps: not life.yes["previous_dvt"],
    "scan_entered_in_error": lambda life, gaps: True,
    "scan_preliminary": lambda life, gaps: bool(life.scans) and "leg_scan" not in gaps.hidden,
    "surgery_85_days_ago": lambda life, gaps: "surgery" not in gaps.hidden,
    "wrong_side": lambda life, gaps: len(life.legs) == 1,
}
"""Each kind of misleading record, and to whose record it can be added."""


def choose_trick(rng: Random, life: Life, gaps: Gaps, misleading: float) -> str:
    """The misleading record that this patient gets, or nothing; may prepare life and gaps for it."""
    if rng.random() >= misleading:
        return ""
    name = rng.choice([name for name, applies in TRICKS.items() if applies(life, gaps)])
    if name == "d_dimer_conflict":
        gaps.hidden.add("d_dimer")
        gaps.d_dimer_as = "conflict"
    elif name == "surgery_85_days_ago":
        life.operations += (Operation(85, True, "general"),)
    return name


def write_trick(rng: Random, chart: Chart, life: Life, name: str, horizon: int) -> None:
    """Add the misleading record; `horizon` is the day after which nothing is known yet."""
    write = _WRITE.get(name)
    if write is not None:
        write(rng, chart, life, horizon)


def _after_at(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    done = (horizon + rng.randint(2, 9)) * DAY + 600
    scan_report(chart, Scan(life.side, "dvt_proximal", "femoral", done, done + 30))


def _d_dimer_entered_in_error(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    assert life.d_dimer is not None
    form = FORMS[life.d_dimer.form]
    value = rng.choice((form.below, form.above)) / (100 if form.decimals else 1)
    d_dimer_result(chart, form, life.d_dimer, status="entered-in-error", value=value)


def _duplicates(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    for kind, lines in chart.lines.items():
        if lines:
            chart.repeat_last(kind)


def _past_condition(
    rng: Random, chart: Chart, life: Life, code: tuple[str, str], verification: str
) -> None:
    day = day_text(life.day - rng.randint(40, 150))
    chart.condition(code, onset=day, recorded=day, verification=verification)


def _pulmonary_embolism_only(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    _past_condition(rng, chart, life, rng.choice(codes.PULMONARY_EMBOLISM), "confirmed")


def _refuted_cancer(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    _past_condition(rng, chart, life, rng.choice(codes.ACTIVE_CANCER), "refuted")


def _refuted_dvt(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    _past_condition(rng, chart, life, rng.choice(codes.PREVIOUS_DVT), "refuted")


def _scan_entered_in_error(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    done = life.index + rng.randint(30, 200)
    scan = Scan(life.side, "dvt_proximal", "popliteal", done, done + 15)
    scan_report(chart, scan, status="entered-in-error")


def _scan_preliminary(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    """An early report, on the same examination, that the final one corrects."""
    final = life.scans[0]
    opposite = ("negative_proximal", "none") if final.segment != "none" else ("dvt_proximal", "femoral")
    early = Scan(final.side, *opposite, final.done, final.done + 2)
    scan_report(chart, early, status="preliminary")


def _wrong_side(rng: Random, chart: Chart, life: Life, horizon: int) -> None:
    """Findings of the leg that nobody suspects."""
    other = "right" if life.side == "left" else "left"
    minute = life.index + 6
    chart.finding("entire_leg_swollen", not life.legs[0].entire_leg_swollen, minute, other)
    difference = -life.legs[0].calf_difference_mm / 10
    chart.observation((FACT, "calf_difference"), minute, quantity(difference, "cm"), side=other)


_WRITE: dict[str, Callable[[Random, Chart, Life, int], None]] = {
    "after_at": _after_at,
    "d_dimer_entered_in_error": _d_dimer_entered_in_error,
    "duplicates": _duplicates,
    "pulmonary_embolism_only": _pulmonary_embolism_only,
    "refuted_cancer": _refuted_cancer,
    "refuted_dvt": _refuted_dvt,
    "scan_entered_in_error": _scan_entered_in_error,
    "scan_preliminary": _scan_preliminary,
    "wrong_side": _wrong_side,
}
