"""The last dose before a planned procedure, and the first one after it (reference 2, section 6.12).

Days are calendar days before the day of the procedure: "day -2" is two days before it, whatever the
hour. No DOAC is taken on the day itself, none is bridged with heparin, and no clotting test is routine.
"""

from veinway.care.facts.procedure import procedure_date
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.care.treatment.interruption_outcomes import (
    ASK_ABOUT_INTERRUPTION,
    CONTINUE,
    FONDAPARINUX_48_HOURS,
    HEPARIN_HOURS,
    LAST_ON_DAY_2,
    LAST_ON_DAY_3,
    LAST_ON_DAY_4,
    LAST_ON_DAY_5,
    LAST_ON_DAY_6,
    LMWH_DAY_BEFORE,
    NOT_ANTICOAGULATED,
)
from veinway.care.treatment.interruption_patients import (
    clearance_30_to_50,
    dabigatran,
    high_risk,
    low_risk,
    minimal_risk,
    recent_clot,
    taken,
    to_be_interrupted,
    warfarin,
    xa_inhibitor,
)
from veinway.care.treatment.questions import INTERRUPTION
from veinway.language import *

_DOACS = THROMBOSIS_CANADA.at("guide on DOACs around procedures, table 2")
_WARFARIN = THROMBOSIS_CANADA.at("guide on warfarin around procedures")
_HEPARINS = THROMBOSIS_CANADA.at("guide on heparins")
_DESIGN = PRODUCT.at("reference 2, section 6.12", LOCAL)
_doac = any_of(xa_inhibitor, dabigatran)

LAST_DOSE = table(
    "last_dose_before_procedure",
    "Last dose before a procedure",
    hit="first",
    source=_DOACS,
    rows=[
        row(taken.is_("none"), NOT_ANTICOAGULATED, id="none", cite=_DESIGN),
        row(all_of(any_of(_doac, warfarin), minimal_risk), CONTINUE, id="minimal", cite=_DOACS),
        row(
            all_of(xa_inhibitor, creatinine_clearance >= 30, low_risk),
            LAST_ON_DAY_2,
            id="Xa, low",
            cite=_DOACS,
        ),
        row(
            all_of(xa_inhibitor, creatinine_clearance >= 30, high_risk),
            LAST_ON_DAY_3,
            id="Xa, high",
            cite=_DOACS,
        ),
        row(all_of(xa_inhibitor, low_risk), LAST_ON_DAY_3, id="Xa, low, kidneys", cite=_DOACS),
        row(xa_inhibitor, LAST_ON_DAY_4, id="Xa, high, kidneys", cite=_DOACS),
        row(
            all_of(dabigatran, creatinine_clearance < 30),
            ASK_ABOUT_INTERRUPTION,
            id="dabigatran, kidneys",
            cite=_DESIGN,
        ),
        row(
            all_of(dabigatran, clearance_30_to_50, low_risk),
            LAST_ON_DAY_3,
            id="dabigatran 30, low",
            cite=_DOACS,
        ),
        row(
            all_of(dabigatran, clearance_30_to_50, high_risk),
            LAST_ON_DAY_5,
            id="dabigatran 30, high",
            cite=_DOACS,
        ),
        row(all_of(dabigatran, low_risk), LAST_ON_DAY_2, id="dabigatran, low", cite=_DOACS),
        row(dabigatran, LAST_ON_DAY_3, id="dabigatran, high", cite=_DOACS),
        row(warfarin, LAST_ON_DAY_6, id="warfarin", cite=_WARFARIN),
        row(taken.is_("lmwh"), LMWH_DAY_BEFORE, id="lmwh", cite=_HEPARINS),
        row(taken.is_("fondaparinux"), FONDAPARINUX_48_HOURS, id="fondaparinux", cite=_HEPARINS),
        row(taken.is_("heparin"), HEPARIN_HOURS, id="heparin", cite=_HEPARINS),
        otherwise(ASK_ABOUT_INTERRUPTION, cite=_DESIGN),
    ],
)

_stopped = no(minimal_risk)

INTERRUPTION_TC = step(
    "interruption_tc",
    "Interruption for a procedure, Thrombosis Canada",
    question=INTERRUPTION,
    guideline="tc",
    subject=PERSON,
    source=_DOACS,
    for_whom=to_be_interrupted,
    conclusion=LAST_DOSE,
    plan=[
        action(
            "last_dose_on_day_2",
            "Last dose on day -2.",
            act="last_dose",
            when=LAST_DOSE.is_(LAST_ON_DAY_2),
            due=days_ahead_of(2, 2, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "last_dose_on_day_3",
            "Last dose on day -3.",
            act="last_dose",
            when=LAST_DOSE.is_(LAST_ON_DAY_3),
            due=days_ahead_of(3, 3, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "last_dose_on_day_4",
            "Last dose on day -4.",
            act="last_dose",
            when=LAST_DOSE.is_(LAST_ON_DAY_4),
            due=days_ahead_of(4, 4, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "last_dose_on_day_5",
            "Last dose on day -5.",
            act="last_dose",
            when=LAST_DOSE.is_(LAST_ON_DAY_5),
            due=days_ahead_of(5, 5, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "last_dose_on_day_6",
            "Last dose of warfarin on day -6.",
            act="last_dose",
            when=LAST_DOSE.is_(LAST_ON_DAY_6),
            due=days_ahead_of(6, 6, of=procedure_date),
            cite=_WARFARIN,
        ),
        action(
            "last_dose_of_lmwh",
            "Last dose of heparin, once daily on day -2, twice daily more than 24 hours before.",
            act="last_dose",
            when=LAST_DOSE.is_(LMWH_DAY_BEFORE),
            due=days_ahead_of(2, 1, of=procedure_date),
            cite=_HEPARINS,
        ),
        action(
            "last_dose_of_fondaparinux",
            "Last dose of fondaparinux, at least 48 hours before.",
            act="last_dose",
            when=LAST_DOSE.is_(FONDAPARINUX_48_HOURS),
            due=days_ahead_of(3, 2, of=procedure_date),
            cite=_HEPARINS,
        ),
        action(
            "inr_on_day_before",
            "INR on day -1; above 1.5, vitamin K 1 to 2 mg by mouth.",
            when=LAST_DOSE.is_(LAST_ON_DAY_6),
            due=days_ahead_of(1, 1, of=procedure_date),
            cite=_WARFARIN,
        ),
        action(
            "no_test_before_procedure",
            "No clotting test as a routine before the procedure.",
            when=all_of(_doac, _stopped),
            strength=Strength.DO_NOT,
            cite=_DOACS,
        ),
        action(
            "restart_doac_next_day",
            "Restart about 24 hours after the procedure, once bleeding is controlled.",
            act="restart",
            when=all_of(_doac, low_risk),
            due=in_days(1, 1, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "restart_doac_after_2_or_3_days",
            "Restart 48 to 72 hours after the procedure, once bleeding is controlled; a prophylactic "
            "dose of low molecular weight heparin in between if the risk of a clot is high.",
            act="restart",
            when=all_of(_doac, high_risk),
            due=in_days(2, 3, of=procedure_date),
            cite=_DOACS,
        ),
        action(
            "restart_warfarin_that_evening",
            "Restart warfarin on the evening of the procedure.",
            act="restart",
            when=LAST_DOSE.is_(LAST_ON_DAY_6),
            due=in_days(0, 0, of=procedure_date),
            cite=_WARFARIN,
        ),
        action(
            "postpone_procedure",
            "An elective procedure less than 3 months after a clot: postpone it.",
            when=all_of(recent_clot, _stopped),
            cite=_WARFARIN,
        ),
    ],
)
