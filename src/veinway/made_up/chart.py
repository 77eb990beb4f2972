"""Writing one patient into a record: who they are, their history, the examination and measurements."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from . import codes
from .chart_tests import write_tests
from .fhir import FACT, OPTION, Chart, day_text, instant, quantity
from .gaps import Gaps
from .life import DAY, NEVER, Leg, Life

_EXAMINED = (
    "deep_vein_tenderness",
    "entire_leg_swollen",
    "pitting_oedema_confined",
    "pitting_oedema_greater",
    "collateral_superficial_veins",
    "alternative_dvt_at_least_as_likely",
)
_ANSWERED = (
    "arm_symptoms",
    "d_dimer_obtainable_in_4_hours",
    "haemodynamic_instability",
    "limb_threat",
    "scan_obtainable_in_4_hours",
)
"""Facts that only our own code system can say, yes or no."""


def write_life(rng: Random, life: Life, gaps: Gaps) -> Chart:
    """The patient's record, without what the gaps leave out."""
    chart = Chart(life.person)
    chart.patient(None if "sex_at_birth" in gaps.hidden else life.sex, _birth_date(life, gaps))
    _visit(chart, life)
    _history(rng, chart, life, gaps)
    _answers(rng, chart, life, gaps)
    for leg in life.legs:
        _examination(rng, chart, life, leg, gaps)
    _operations(chart, life, gaps)
    _measurements(rng, chart, life, gaps)
    write_tests(chart, life, gaps)
    _background(rng, chart, life)
    return chart


def _birth_date(life: Life, gaps: Gaps) -> str | None:
    ends = {"day": 10, "month": 7, "year": 4}
    return None if gaps.birth == "none" else day_text(life.birth)[: ends[gaps.birth]]


def _visit(chart: Chart, life: Life) -> None:
    if life.yes["inpatient"]:
        chart.encounter("IMP", life.index - 4 * DAY, life.index + 3 * DAY)
    else:
        chart.encounter("EMER", life.index - 20, life.index + 240)
    if life.admitted is not None:
        chart.encounter("IMP", life.admitted, life.admitted + 2 * DAY)


def _history(rng: Random, chart: Chart, life: Life, gaps: Gaps) -> None:
    """Conditions, procedures and medication of the past; what is not so is an answer of no."""
    for key, write in _TOLD.items():
        if key in gaps.hidden:
            continue
        if life.yes[key]:
            write(rng, chart, life)
        else:
            chart.finding(key, False, life.index)


def _stay(rng: Random, chart: Chart, life: Life) -> None:
    """The visit says that the patient was in hospital."""


def _active_cancer(rng: Random, chart: Chart, life: Life) -> None:
    onset = day_text(life.day - rng.randint(5, 900))
    chart.condition(rng.choice(codes.ACTIVE_CANCER), onset=onset, recorded=onset)


def _previous_dvt(rng: Random, chart: Chart, life: Life) -> None:
    day = life.day - rng.randint(220, 5000)
    onset, abated = day_text(day), day_text(day + 180)
    code = rng.choice(codes.PREVIOUS_DVT)
    chart.condition(code, onset=onset, recorded=onset, clinical="resolved", abated=abated)


def _pregnant(rng: Random, chart: Chart, life: Life) -> None:
    onset = day_text(life.day - rng.randint(20, 250))
    chart.condition(codes.PREGNANT, onset=onset, recorded=onset)


def _chest_symptoms(rng: Random, chart: Chart, life: Life) -> None:
    code = rng.choice(codes.CHEST_SYMPTOMS)
    chart.condition(code, onset=day_text(life.day), recorded=instant(life.index))


def _injects_drugs(rng: Random, chart: Chart, life: Life) -> None:
    onset = day_text(life.day - rng.randint(100, 3000))
    chart.condition(codes.INJECTING_DRUG_USE, onset=onset, recorded=onset)


def _anticoagulated(rng: Random, chart: Chart, life: Life) -> None:
    _prescription(chart, rng.choice(codes.ANTICOAGULANTS), life.index - DAY * rng.randint(3, 85))


def _prescription(chart: Chart, drug: tuple[str, str], minute: int) -> None:
    chart.add(
        "MedicationRequest",
        status="active",
        intent="order",
        medicationCodeableConcept={"coding": [{"system": drug[0], "code": drug[1]}]},
        authoredOn=instant(minute),
    )


def _paralysis_or_plaster(rng: Random, chart: Chart, life: Life) -> None:
    day = life.day - rng.choice((84, rng.randint(1, 84), rng.randint(1, 84)))
    if rng.random() < 0.5:
        text = day_text(day)
        chart.condition(*codes.LEG_PARALYSIS, onset=text, recorded=text, side=life.side)
    else:
        chart.procedure(*codes.LEG_PLASTER, day=day, side=life.side)


_TOLD: dict[str, Callable[[Random, Chart, Life], None]] = {
    "active_cancer": _active_cancer,
    "chest_symptoms": _chest_symptoms,
    "inpatient": _stay,
    "injects_drugs": _injects_drugs,
    "on_therapeutic_anticoagulation": _anticoagulated,
    "paralysis_paresis_or_cast": _paralysis_or_plaster,
    "pregnant": _pregnant,
    "previous_dvt": _previous_dvt,
}
"""How each part of the history is recorded when it is so."""


def _answers(rng: Random, chart: Chart, life: Life, gaps: Gaps) -> None:
    for leg in life.legs:
        symptom = rng.choice(codes.LEG_SYMPTOMS)
        now = instant(life.index)
        chart.condition(symptom, onset=now, recorded=now, side=leg.side)
    for key in _ANSWERED:
        if key not in gaps.hidden:
            chart.finding(key, life.yes[key], life.index)
    if "bedridden_days" not in gaps.hidden:
        value = quantity(life.bedridden_days, "d")
        chart.observation((FACT, "bedridden_days"), life.index, value)
    if "postpartum_days" not in gaps.hidden:
        # "Never" is the end of the measure's domain.
        value = quantity(min(life.postpartum_days, NEVER), "d")
        chart.observation((FACT, "postpartum_days"), life.index, value)


def _examination(rng: Random, chart: Chart, life: Life, leg: Leg, gaps: Gaps) -> None:
    minute = life.index + 5
    for key in _EXAMINED:
        if key not in gaps.hidden:
            chart.finding(key, getattr(leg, key), minute, leg.side)
    measured = {
        "calf_difference": leg.calf_difference_mm,
        "calf_circumference": leg.calf_mm,
        "calf_circumference_other_leg": leg.other_calf_mm,
    }
    unit = "mm" if rng.random() < 0.2 else "cm"
    for key, millimetres in measured.items():
        if key not in gaps.hidden:
            value = quantity(millimetres if unit == "mm" else millimetres / 10, unit)
            chart.observation((FACT, key), minute, value, side=leg.side)


def _operations(chart: Chart, life: Life, gaps: Gaps) -> None:
    """Operations; where their anaesthesia is known, an answer in our own system says it.

    That there was no operation is an answer too.
    """
    if "surgery" in gaps.hidden:
        return
    for operation in life.operations:
        day = life.day - operation.days_ago
        name = codes.HIP_REPLACEMENT if operation.major else codes.EXCISION
        if "surgery.anaesthesia" in gaps.hidden:
            chart.procedure(name, *((codes.MAJOR_SURGERY,) if operation.major else ()), day=day)
            continue
        procedure = chart.procedure(name, (OPTION, operation.anaesthesia), day=day)
        chart.operation(procedure, day, operation.major, operation.anaesthesia)
    if not life.operations:
        chart.finding("surgery", False, life.index)


def _measurements(rng: Random, chart: Chart, life: Life, gaps: Gaps) -> None:
    for key, written in life.measured.items():
        minute = life.index - DAY * rng.randint(0, 300)
        if key in gaps.hidden:
            continue
        code = codes.MEASURED.get(key) or codes.CREATININE[written.unit]
        chart.observation(code, minute, quantity(written.value, written.unit))


def _background(rng: Random, chart: Chart, life: Life) -> None:
    """What fills real records and answers no question here."""
    if rng.random() < 0.4:
        onset = day_text(life.day - rng.randint(100, 6000))
        chart.condition(rng.choice(codes.NOISE_CONDITIONS), onset=onset, recorded=onset)
    if rng.random() < 0.5:
        code, unit, low, high = rng.choice(codes.NOISE_OBSERVATIONS)
        chart.observation(code, life.index - rng.randint(0, 15), quantity(rng.randint(low, high), unit))
    if rng.random() < 0.3:
        visit = life.index - DAY * rng.randint(30, 900)
        chart.encounter("AMB", visit, visit + 15)
    if rng.random() < 0.15:
        _prescription(chart, codes.METFORMIN, life.index - DAY * rng.randint(30, 900))
    if rng.random() < 0.03:  # a cancer cured long ago
        day = life.day - rng.randint(1500, 6000)
        text, abated = day_text(day), day_text(day + 300)
        cured = codes.ACTIVE_CANCER[0]
        chart.condition(cured, onset=text, recorded=text, clinical="resolved", abated=abated)
