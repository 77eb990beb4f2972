"""What a perfect reader concludes from complete facts.

Written from the reference (clinical reference 1, sections 2.1, 2.12, 3.0 and rows D2 to D16 of section
3.1), and on purpose not from the rules in `care`: the two can be checked against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)
OPEN = ""
"""The pathway has not ended: a test is still to come."""
NEGATIVE = ("negative_proximal", "negative_whole_leg")
_OTHER_RESULTS = {
    "dvt_distal_only": "nice_silent_on_distal_dvt",
    "svt_only": "superficial_vein_thrombosis",
    "indeterminate": "further_imaging",
}


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: days before the index date, whether it was major, and under which anaesthesia."""

    days_ago: int
    major: bool
    anaesthesia: str


@dataclass(frozen=True, slots=True)
class WellsFindings:
    """All that the ten items of the two-level DVT Wells score look at."""

    active_cancer: bool = False
    paralysis_paresis_or_cast: bool = False
    bedridden_days: int = 0
    operations: tuple[Operation, ...] = ()
    deep_vein_tenderness: bool = False
    entire_leg_swollen: bool = False
    calf_difference_mm: int = 0
    pitting_oedema_confined: bool = False
    collateral_superficial_veins: bool = False
    previous_dvt: bool = False
    alternative_as_likely: bool = False


def wells_total(found: WellsFindings) -> int:
    """The points of the ten items, -2 to 9."""
    large_operation = any(
        operation.major
        and operation.anaesthesia in ("general", "regional")
        and 0 <= operation.days_ago <= 84
        for operation in found.operations
    )
    one_point_each = (
        found.active_cancer,
        found.paralysis_paresis_or_cast,
        found.bedridden_days >= 3 or large_operation,
        found.deep_vein_tenderness,
        found.entire_leg_swollen,
        found.calf_difference_mm >= 30,
        found.pitting_oedema_confined,
        found.collateral_superficial_veins,
        found.previous_dvt,
    )
    return sum(one_point_each) - 2 * found.alternative_as_likely


def wells_band(total: int) -> str:
    """`likely` from 2 points on."""
    return "likely" if total >= 2 else "unlikely"


def completed_years(birth: int, day: int) -> int:
    """Completed years between two day numbers; somebody born on 29 February ages on 1 March."""
    born, now = EPOCH + timedelta(days=birth), EPOCH + timedelta(days=day)
    not_yet = (now.month, now.day) < (born.month, born.day)
    return now.year - born.year - not_yet


def d_dimer_class(low: int, high: int, age: int, band: str) -> str:
    """`negative`, `positive`, or `` where the result straddles the cut-off.

    low, high: tenths of µg/L FEU. age: completed years. Negative is strictly below the cut-off, which
    rises with age above 50, though not where a DVT is likely (section 2.13).
    """
    cut_off = 100 * age if age > 50 and band == "unlikely" else 5000
    if high < cut_off:
        return "negative"
    return "positive" if low >= cut_off else ""


def usable_class(found: str, sampled: int, first_dose: int | None) -> str:
    """What a D-dimer counts for: `positive` whatever it was if taken after the first dose.

    found: its class. sampled, first_dose: minutes; the dose is of an anticoagulant for this suspicion.
    It makes a D-dimer falsely low (section 2.12), so that imaging decides (trap T-39).
    """
    late = first_dose is not None and sampled > first_dose
    return "positive" if late else found


def conclusion(band: str, d_dimer: str, scans: Iterable[tuple[int, str]]) -> str:
    """What became of the suspicion by rows D2 to D16: an outcome key, or OPEN.

    band: of the Wells score. d_dimer: its class, or `` if it was not done. scans: day and result of
    each scan of the leg that was done, in any order.
    """
    if not d_dimer:
        either = {conclusion(band, each, tuple(scans)) for each in ("negative", "positive")}
        return either.pop() if len(either) == 1 else OPEN
    in_order = sorted(scans)
    if any(result == "dvt_proximal" for _, result in in_order):
        return "dvt_confirmed"  # D5, D7, D15
    first_day, first = in_order[0] if in_order else (0, "")
    if first in ("dvt_distal_only", "svt_only"):
        return _OTHER_RESULTS[first]
    if band == "unlikely" and d_dimer == "negative":
        return "dvt_not_likely"  # D11
    if not in_order:
        return OPEN  # D2, D4, D12, D13
    if first not in NEGATIVE:
        return _OTHER_RESULTS[first]
    if band == "unlikely" or d_dimer == "negative":
        return "dvt_not_likely"  # D14, D8
    repeats = [result for day, result in in_order if day - first_day >= 6]
    if not repeats:
        return OPEN  # D6
    return "dvt_not_likely" if repeats[-1] in NEGATIVE else _OTHER_RESULTS[repeats[-1]]


def route(yes: dict[str, bool], age: int, postpartum_days: int) -> str:
    """Where the patient belongs, by the order of section 3.0."""
    if yes["haemodynamic_instability"]:
        return "emergency"
    if yes["limb_threat"]:
        return "limb_emergency"
    if age < 18:
        return "out_of_scope_child"
    if yes["pregnant"] or postpartum_days <= 42:
        return "pregnancy_pathway"
    for key, place in (
        ("on_therapeutic_anticoagulation", "already_anticoagulated"),
        ("inpatient", "inpatient_pathway"),
        ("chest_symptoms", "pe_pathway"),
        ("arm_symptoms", "arm_pathway"),
        ("leg_symptoms", "leg_pathway"),
    ):
        if yes[key]:
            return place
    return "no_suspicion"


def within_nice(yes: dict[str, bool], age: int, postpartum_days: int) -> bool:
    """Whether the NICE pathway for suspected DVT, with its Wells score, is meant for the patient."""
    elsewhere = (
        "haemodynamic_instability",
        "limb_threat",
        "pregnant",
        "on_therapeutic_anticoagulation",
        "inpatient",
        "injects_drugs",
    )
    adult = age >= 18 and postpartum_days > 42
    return adult and yes["leg_symptoms"] and not any(yes[key] for key in elsewhere)
