"""Safety laws of anticoagulant treatment (reference 2), proved for every patient."""

from veinway.care.treatment.bleeding.laws import BLEEDING_LAWS
from veinway.care.treatment.choice.laws import CHOICE_LAWS
from veinway.care.treatment.doses.laws import DOSE_LAWS
from veinway.care.treatment.verdicts.laws import VERDICT_LAWS
from veinway.language import Invariant

INVARIANTS: tuple[Invariant, ...] = (*BLEEDING_LAWS, *VERDICT_LAWS, *CHOICE_LAWS, *DOSE_LAWS)
