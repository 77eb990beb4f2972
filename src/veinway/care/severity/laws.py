"""Safety laws on the severity of an embolism, thrombolysis and home treatment (reference 3)."""

from veinway.care.severity.home import HESTIA, PE_HOME_STEP
from veinway.care.severity.lysis import LYSIS_BARS, PE_REPERFUSION_ESC
from veinway.care.severity.outcomes import (
    HOME,
    LYSE,
    LYSE_WITH_RELATIVE_BAR,
    LYSIS_BARRED,
    RESCUE,
)
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
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
INVARIANTS = (NO_LYSIS_WITH_A_BAR, NO_HOME_WITH_A_HESTIA_POINT, NO_HOME_WHEN_UNSTABLE)
