"""Drawing a patient: first whether there is a clot, then the person and the leg given that.

All probabilities are made up. A pair is (with a clot, without one).
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from .life import DAY, NEVER, Leg, Life, Written
from .truth import EPOCH, Operation, completed_years, wells_total

_CLOT = (("proximal", 0.14), ("distal", 0.20), ("superficial", 0.26))
"""Cumulative: 14 % proximal, 6 % distal, 6 % superficial, the others none."""
_HISTORY = {
    "active_cancer": (0.16, 0.05),
    "paralysis_paresis_or_cast": (0.09, 0.04),
    "previous_dvt": (0.20, 0.07),
}
_LEG = {
    "deep_vein_tenderness": (0.66, 0.42),
    "entire_leg_swollen": (0.42, 0.16),
    "pitting_oedema_confined": (0.60, 0.36),
    "collateral_superficial_veins": (0.16, 0.05),
    "alternative_dvt_at_least_as_likely": (0.15, 0.52),
}
_RARE = {
    "haemodynamic_instability": 0.003,
    "limb_threat": 0.006,
    "chest_symptoms": 0.04,
    "arm_symptoms": 0.004,
    "inpatient": 0.04,
    "injects_drugs": 0.015,
}
_SURGERY_DAYS = (84, 85, 83, 28, 29)
"""Days that lie on or beside a window's edge; one operation in four is given one of them."""


def draw_life(rng: Random, person: str, earliest: int, latest: int) -> Life:
    """A patient up to the first examination; tests follow in `draw_tests`.

    earliest, latest: the days between which the suspicion arises.
    """
    day = rng.randint(earliest, latest)
    draw = rng.random()
    dvt = next((kind for kind, up_to in _CLOT if draw < up_to), "")
    clot = dvt in ("proximal", "distal")
    birth = _birth(rng, day)
    age = completed_years(birth, day)
    sex = "female" if rng.random() < 0.54 else "male"
    pregnant, postpartum_days = _childbearing(rng, sex, age)
    life = Life(
        person=person,
        index=day * DAY + rng.randint(8 * 60, 15 * 60),
        birth=birth,
        sex=sex,
        dvt=dvt,
        yes=_yes(rng, clot, age, pregnant),
        bedridden_days=_bedridden_days(rng, clot),
        postpartum_days=postpartum_days,
        operations=_operations(rng, clot),
        legs=[_leg(rng, clot, rng.choice(("left", "right")))],
        measured=_measured(rng, sex, age),
    )
    if rng.random() < 0.05:
        _add_milder_leg(life)
    return life


def _yes(rng: Random, clot: bool, age: int, pregnant: bool) -> dict[str, bool]:
    """The yes/no facts that are not about one leg."""
    yes = {key: rng.random() < _given(pair, clot) for key, pair in _HISTORY.items()}
    yes.update((key, rng.random() < chance) for key, chance in _RARE.items())
    yes["pregnant"] = pregnant
    yes["leg_symptoms"] = True
    yes["on_therapeutic_anticoagulation"] = rng.random() < (0.11 if age > 60 else 0.03)
    yes["scan_obtainable_in_4_hours"] = rng.random() < 0.6
    yes["d_dimer_obtainable_in_4_hours"] = rng.random() < 0.85
    return yes


def _given(pair: tuple[float, float], clot: bool) -> float:
    return pair[0] if clot else pair[1]


def _birth(rng: Random, day: int) -> int:
    years = rng.randint(8, 17) if rng.random() < 0.015 else int(18 + 77 * rng.betavariate(2.2, 1.6))
    birth = day - int(years * 365.2425) - rng.randint(1, 364)
    if rng.random() < 0.01:  # a birthday on the index date, or on the day after it
        now = EPOCH + timedelta(days=day)
        if (now.month, now.day) != (2, 29):
            birth = (now.replace(year=now.year - years) - EPOCH).days + rng.randint(0, 1)
    return birth


def _childbearing(rng: Random, sex: str, age: int) -> tuple[bool, int]:
    if sex == "male" or not 18 <= age <= 45:
        return False, NEVER
    draw = rng.random()
    if draw < 0.06:
        return True, NEVER
    if draw < 0.09:
        return False, rng.choice((42, 43, rng.randint(1, 60)))
    return False, rng.randint(90, 3000) if draw < 0.4 else NEVER


def _bedridden_days(rng: Random, clot: bool) -> int:
    if rng.random() >= (0.20 if clot else 0.09):
        return 0
    return rng.choice((2, 3, 3, 4, rng.randint(1, 21)))


def _operations(rng: Random, clot: bool) -> tuple[Operation, ...]:
    if rng.random() >= (0.22 if clot else 0.10):
        return ()
    return tuple(_operation(rng) for _ in range(2 if rng.random() < 0.1 else 1))


def _operation(rng: Random) -> Operation:
    edge = rng.random() < 0.25
    days_ago = rng.choice(_SURGERY_DAYS) if edge else rng.randint(3, 200)
    major = rng.random() < 0.75
    kinds = ("general", "general", "regional") if major else ("local", "local", "none", "general")
    return Operation(days_ago, major, rng.choice(kinds))


def _leg(rng: Random, clot: bool, side: str) -> Leg:
    found = {key: rng.random() < _given(pair, clot) for key, pair in _LEG.items()}
    other = rng.randint(320, 440)
    swelling = rng.choice((29, 30, 31)) if rng.random() < 0.06 else rng.gauss(32 if clot else 14, 14)
    confined = found.pop("pitting_oedema_confined")
    return Leg(
        side=side,
        calf_mm=other + round(swelling),
        other_calf_mm=other,
        pitting_oedema_confined=confined,
        pitting_oedema_greater=confined or rng.random() < 0.15,
        **found,
    )


def _add_milder_leg(life: Life) -> None:
    """Both legs are symptomatic; the other one is milder by at least a point.

    Oedema is then confined to neither leg, and only the worse calf is larger than the other.
    """
    worse = life.legs[0]
    worse.pitting_oedema_confined = False
    milder = Leg(
        side="right" if worse.side == "left" else "left",
        deep_vein_tenderness=False,
        entire_leg_swollen=False,
        calf_mm=worse.other_calf_mm,
        other_calf_mm=worse.calf_mm,
        pitting_oedema_confined=False,
        pitting_oedema_greater=False,
        collateral_superficial_veins=False,
        alternative_dvt_at_least_as_likely=worse.alternative_dvt_at_least_as_likely,
    )
    worse.calf_mm = max(worse.calf_mm, worse.other_calf_mm)
    milder.other_calf_mm = worse.calf_mm
    if wells_total(life.wells(worse)) <= wells_total(life.wells(milder)):
        worse.deep_vein_tenderness = True
    life.legs.append(milder)


def _measured(rng: Random, sex: str, age: int) -> dict[str, Written]:
    """Weight, height and creatinine, in the units that different places write them in."""
    height = round(rng.gauss(1640 if sex == "female" else 1770, 75))
    weight = round(max(300.0, rng.gauss(720 if sex == "female" else 840, 150)))
    creatinine = max(35, round(rng.lognormvariate(4.38, 0.28) * (1 + max(0, age - 60) / 120)))
    return {
        "body_weight": _weight(rng, weight),
        "body_height": _height(rng, height),
        "serum_creatinine": _creatinine(rng, creatinine),
    }


def _weight(rng: Random, tenths: int) -> Written:
    draw = rng.random()
    if draw < 0.8:
        return Written(tenths / 10, "kg", tenths, tenths)
    if draw < 0.9:
        return Written(tenths * 100, "g", tenths, tenths)
    pounds = round(tenths / 4.5359237)
    exact = pounds * 45359237  # in units of 0.0000001 kg times ten
    return Written(pounds, "[lb_av]", exact // 10_000_000, -(-exact // 10_000_000))


def _height(rng: Random, millimetres: int) -> Written:
    draw = rng.random()
    if draw < 0.75:
        return Written(millimetres / 10, "cm", millimetres, millimetres)
    if draw < 0.9:
        rounded = round(millimetres / 10) * 10
        return Written(rounded / 1000, "m", rounded, rounded)
    inches = round(millimetres / 25.4)
    return Written(inches, "[in_i]", inches * 254 // 10, -(-inches * 254 // 10))


def _creatinine(rng: Random, micromoles: int) -> Written:
    if rng.random() < 0.8:
        return Written(micromoles, "umol/L", micromoles * 10_000, micromoles * 10_000)
    hundredths = round(micromoles / 0.884)
    grid = hundredths * 8840  # 0.01 mg/dL are 0.884 µmol/L
    return Written(hundredths / 100, "mg/dL", grid, grid)
