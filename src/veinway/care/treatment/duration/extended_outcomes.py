"""What may be said of the dose after six months, and of aspirin instead."""

from veinway.language import *

FULL_DOSE_UNTIL_6_MONTHS = neutral(
    "full_dose_until_6_months",
    "Six months of treatment are not over: the reduced dose has no label before.",
    action="full_dose",
    strength=Strength.OFFER,
    short="full dose until 6 months",
)
KEEP_DOSE = commits(
    "keep_dose",
    "Go on with the present drug and dose while it is well tolerated; apixaban may be considered in "
    "place of another DOAC.",
    action="full_dose",
    strength=Strength.CONSIDER,
    short="keep the present drug",
)
REDUCED_OVER_FULL = commits(
    "reduced_over_full",
    "The reduced dose of apixaban (2.5 mg twice) or rivaroxaban (10 mg once a day) rather than the full "
    "dose (weak). RENOVE, at a high risk of recurrence: 2.2 % against 1.8 % in 5 years, non-inferiority "
    "not met; bleeding 9.9 % against 15.2 %.",
    action="reduced_dose",
    strength=Strength.CONSIDER,
    short="reduced over full dose (weak)",
)
REDUCED_DOSE = commits(
    "reduced_dose",
    "The reduced dose of apixaban (2.5 mg twice) or rivaroxaban (10 mg once a day) after 6 months; the "
    "full dose where the risk of another clot is high. That both are equally good is not proven: in "
    "RENOVE non-inferiority was not met.",
    action="reduced_dose",
    short="reduced dose after 6 months",
)
STANDARD_OR_LOWER = commits(
    "standard_or_lower",
    "The standard or the lower dose of the DOAC.",
    action="either_dose",
    short="standard or lower dose",
)
NO_REDUCED_REGIMEN = neutral(
    "no_reduced_regimen",
    "The dose stays: edoxaban and dabigatran have no reduced regimen; a vitamin K antagonist keeps its "
    "INR of 2 to 3.",
    action="full_dose",
    strength=Strength.OFFER,
    short="the dose stays",
)
REDUCED_OFF_LABEL_IN_CANCER = neutral(
    "reduced_off_label_in_cancer",
    "Active cancer: the reduced dose has no label in the EU. API-CAT (apixaban 2.5 mg twice after 6 "
    "months): another clot in 2.1 % against 2.8 %, bleeding in 12.1 % against 15.6 %. Off-label.",
    action="specialist_choice",
    short="in cancer the reduced dose is off-label",
)
ASPIRIN_TOO_EARLY = neutral(
    "aspirin_too_early",
    "Aspirin is no anticoagulant and no treatment of a fresh clot: not in the first 3 months.",
    action="aspirin_if_declined",
    strength=Strength.DO_NOT,
    short="no aspirin in the first 3 months",
)
ASPIRIN_NICE = commits(
    "aspirin_75_or_150",
    "Going on with an anticoagulant is declined: consider aspirin 75 mg or 150 mg a day.",
    action="aspirin_if_declined",
    strength=Strength.CONSIDER,
    short="consider aspirin 75 or 150 mg",
)
ASPIRIN_OVER_NOTHING = commits(
    "aspirin_over_nothing",
    "Aspirin is suggested over nothing, where an anticoagulant is stopped after an unprovoked clot.",
    action="aspirin_if_declined",
    strength=Strength.CONSIDER,
    short="aspirin over nothing",
)
ASPIRIN_CLASS_IIB = commits(
    "aspirin_class_iib",
    "Aspirin or sulodexide may be considered (class IIb) where every anticoagulant is refused.",
    action="aspirin_if_declined",
    strength=Strength.CONSIDER,
    short="aspirin or sulodexide (IIb)",
)
ASPIRIN_NOT_INSTEAD = neutral(
    "aspirin_not_instead",
    "An anticoagulant is suggested over aspirin.",
    action="anticoagulant_over_aspirin",
    strength=Strength.CONSIDER,
    short="an anticoagulant over aspirin",
)
ASPIRIN_INFERIOR = neutral(
    "aspirin_inferior",
    "Aspirin prevents another clot less well than an anticoagulant.",
    action="anticoagulant_over_aspirin",
    strength=Strength.STATEMENT,
    short="aspirin is inferior",
)
