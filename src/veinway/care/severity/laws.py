"""Safety laws on severity, thrombolysis of lung and leg, and home treatment (reference 3)."""

from veinway.care.clot_removal import catheter_lysis
from veinway.care.clot_removal.bars import ABSOLUTE, CDT_BARS
from veinway.care.severity import lytics_doses as doses
from veinway.care.severity.home import HESTIA, PE_HOME_STEP
from veinway.care.severity.lysis import LYSIS_BARS, PE_REPERFUSION_ESC
from veinway.care.severity.lytics import LYTIC_VERDICT, lysis_is_an_option
from veinway.care.severity.outcomes import (
    HOME,
    LYSE,
    LYSE_WITH_RELATIVE_BAR,
    LYSIS_BARRED,
    RESCUE,
)
from veinway.care.severity.reperfusion import AHA_STEP, ASH_STEP, CHEST_STEP, NICE_STEP
from veinway.care.severity.reperfusion_outcomes import (
    LYSE_CONSIDERED,
    LYSE_OFFERED,
    LYSE_UNCLEAR,
    RESCUE_CONSIDERED,
)
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.care.treatment.outcomes import ALLOWED, CAUTION
from veinway.language import *

_SAFETY = PRODUCT.at("safety invariants, reference 3", LOCAL)

NO_LYSIS_WITH_A_BAR = Invariant(
    key="no_lysis_with_absolute_contraindication",
    text="Thrombolysis is never advised with an absolute contraindication.",
    of=PE_REPERFUSION_ESC,
    condition=LYSIS_BARS.one_of(LYSIS_BARRED),
    never=(LYSE, LYSE_WITH_RELATIVE_BAR, RESCUE),
    source=_SAFETY,
)
NO_HOME_WITH_A_HESTIA_POINT = Invariant(
    key="no_home_with_a_hestia_criterion",
    text="Nobody with a Hestia criterion is sent home, and nobody of whom one is not known.",
    of=PE_HOME_STEP,
    condition=HESTIA.is_("hospital"),
    never=(HOME,),
    source=_SAFETY,
)
NO_HOME_WHEN_UNSTABLE = Invariant(
    key="no_home_when_unstable",
    text="Nobody who is, or may be, haemodynamically unstable is sent home.",
    of=PE_HOME_STEP,
    condition=unstable,
    never=(HOME,),
    source=_SAFETY,
)
_barred = LYSIS_BARS.one_of(LYSIS_BARRED)
NO_LYSIS_BY_ANYBODY_WITH_A_BAR = tuple(
    Invariant(
        key=f"no_lysis_with_absolute_contraindication_{each.guideline}",
        text=f"{each.label}: no thrombolysis with an absolute contraindication.",
        of=each,
        condition=_barred,
        never=tuple(
            said
            for said in (LYSE_OFFERED, LYSE_CONSIDERED, LYSE_UNCLEAR, RESCUE_CONSIDERED)
            if said in each.conclusion.outcomes
        ),
        source=_SAFETY,
    )
    for each in (AHA_STEP, CHEST_STEP, ASH_STEP, NICE_STEP)
)
NO_LYTIC_WITH_A_BAR = Invariant(
    key="no_lytic_with_absolute_contraindication",
    text="No thrombolytic is offered with an absolute contraindication, or while one is possible.",
    of=LYTIC_VERDICT,
    condition=_barred,
    never=(ALLOWED, CAUTION),
    source=_SAFETY,
)
NO_LYTIC_WITHOUT_NEED = Invariant(
    key="no_lytic_without_need",
    text="No thrombolytic is offered to anybody who is neither unstable nor getting worse.",
    of=LYTIC_VERDICT,
    condition=no(lysis_is_an_option),
    never=(ALLOWED, CAUTION),
    source=_SAFETY,
)
LYTIC_DOSES = (
    doses.ALTEPLASE_ESC,
    doses.ALTEPLASE_TC_FIRST,
    doses.ALTEPLASE_TC_THEN,
    doses.ALTEPLASE_UK,
    doses.ALTEPLASE_FAST,
    doses.ALTEPLASE_LOW,
    doses.ALTEPLASE_LOW_AHA,
    doses.ALTEPLASE_IN_ARREST,
    doses.TENECTEPLASE_DOSE,
    doses.STREPTOKINASE_FIRST,
    doses.STREPTOKINASE_THEN,
    doses.STREPTOKINASE_FAST,
    doses.UROKINASE_FIRST,
    doses.UROKINASE_THEN,
    doses.UROKINASE_FAST,
    doses.CATHETER_TC,
    doses.CATHETER_AHA,
)
NO_LYTIC_DOSE_WITH_A_BAR = tuple(
    gives_nothing(each, "with_an_absolute_contraindication", _barred, ESC_2019.table(10))
    for each in LYTIC_DOSES
)
NO_DOSE_INTO_A_LEG_WITH_A_BAR = tuple(
    gives_nothing(each, "with_an_absolute_contraindication", CDT_BARS.one_of(ABSOLUTE), _SAFETY)
    for each in (
        catheter_lysis.HOSPITAL_RATE,
        catheter_lysis.CENTRE_RATE,
        catheter_lysis.CAVENT_RATE,
        catheter_lysis.ATTRACT_RATE,
    )
)
INVARIANTS = (
    NO_LYSIS_WITH_A_BAR,
    NO_HOME_WITH_A_HESTIA_POINT,
    NO_HOME_WHEN_UNSTABLE,
    *NO_LYSIS_BY_ANYBODY_WITH_A_BAR,
    NO_LYTIC_WITH_A_BAR,
    NO_LYTIC_WITHOUT_NEED,
    *NO_LYTIC_DOSE_WITH_A_BAR,
    *NO_DOSE_INTO_A_LEG_WITH_A_BAR,
)
