"""What may follow another clot in spite of treatment."""

from veinway.language import *

IMAGE_FIRST = neutral(
    "image_first",
    "Suspected only: image it and compare, before anything is changed.",
    action="image_recurrence",
    strength=Strength.OFFER,
    short="image first",
)
ADDRESS_CAUSE = neutral(
    "address_cause",
    "Something explains it: address that; the drug has not failed.",
    action="address_cause",
    strength=Strength.OFFER,
    short="address the cause",
)
TRUE_FAILURE = neutral(
    "true_failure",
    "Proven, and nothing explains it: a failure of treatment. What guidelines do then differs.",
    short="a failure of treatment",
)
NO_RECURRENCE = neutral("no_recurrence", "No other clot is suspected, or it was excluded.")
RECURRENCE_NOT_SPOKEN_OF = silent(
    "recurrence_not_spoken_of", "The guideline does not speak of a failure on this drug."
)
CHANGE_OR_RAISE = commits(
    "change_or_raise",
    "Raise the dose, or change to an anticoagulant with a different mode of action.",
    action="raise_dose_or_change_mechanism",
    short="raise the dose, or another mode of action",
)
LMWH_INSTEAD = commits(
    "lmwh_instead",
    "Change to LMWH at treatment dose.",
    action="switch_to_lmwh",
    drugs=("enoxaparin", "dalteparin", "tinzaparin"),
    short="change to LMWH",
)
LMWH_OVER_DOAC = commits(
    "lmwh_over_doac",
    "Change to LMWH rather than to a DOAC.",
    action="switch_to_lmwh",
    strength=Strength.CONSIDER,
    drugs=("enoxaparin", "dalteparin", "tinzaparin"),
    short="LMWH rather than a DOAC",
)
RAISE_LMWH = neutral(
    "raise_lmwh",
    "Raise LMWH by 25 %, or give it twice a day; with a specialist. No filter for it.",
    action="raise_lmwh",
    strength=Strength.OFFER,
    short="LMWH raised by 25 %",
)
RAISE_LMWH_CHEST = neutral(
    "raise_lmwh_by_a_quarter_to_a_third",
    "Raise LMWH by a quarter to a third.",
    action="raise_lmwh",
    strength=Strength.OFFER,
    short="LMWH raised by a quarter to a third",
)
HIGHER_TARGET = neutral(
    "higher_target",
    "It happened with the INR in range: a target of 3.5.",
    action="raise_inr_target",
    strength=Strength.OFFER,
    short="INR target 3.5",
)
HIGHER_TARGET_IN_SYNDROME = neutral(
    "higher_target_in_syndrome",
    "Antiphospholipid syndrome on a vitamin K antagonist: an INR of 3 to 4, LMWH, or aspirin added; "
    "with a specialist.",
    action="specialist_choice",
    short="INR 3 to 4, LMWH, or aspirin added",
)
VKA_IN_SYNDROME = commits(
    "vka_in_syndrome",
    "Antiphospholipid syndrome on a DOAC: change to a vitamin K antagonist, INR 2 to 3.",
    action="vitamin_k_antagonist",
    drugs=("warfarin",),
    short="a vitamin K antagonist, INR 2 to 3",
)
RETURN_TO_FULL_DOSE = commits(
    "return_to_full_dose",
    "It happened on the reduced dose: return to the full dose.",
    action="full_dose",
    short="return to the full dose",
)
