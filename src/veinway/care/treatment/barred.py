"""Which bars hold, each by its name, and what follows from them (reference 2, sections 5.1 and 5.2)."""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.person import adult
from veinway.care.sources import (
    APIXABAN_LABEL,
    ASCO_PLATELETS,
    DICTIONARY,
    LOCAL,
    LOTHIAN_DALTEPARIN,
    PRODUCT,
    S,
    U,
)
from veinway.care.treatment.bars import (
    absolute_bar,
    bleeding_disorder,
    clotting,
    endocarditis,
    falls,
    kidneys,
    liver,
    lumbar_puncture,
    platelets_20_to_50,
    platelets_50_to_100,
    platelets_below_20_for_now,
    platelets_below_20_that_stay,
    recent_brain_or_spine_trauma,
    recent_brain_spine_or_eye_operation,
    recent_gastrointestinal_bleeding,
    recent_intracranial_haemorrhage,
    recent_major_surgery,
    relative_bar,
    severe_hypertension,
    tumour,
    two_antiplatelets,
    ulcer,
    varices,
    vessel_lesion,
)
from veinway.care.treatment.questions import BARS
from veinway.language import *

_LABELS = APIXABAN_LABEL.section("4.3")
_THREE_MONTHS = PRODUCT.at("reference 2, section 5.1, recent", LOCAL)
_ASCO = ASCO_PLATELETS.at("contraindications", S, "reference 2, section 5")
_RELATIVE = PRODUCT.at("reference 2, section 5.2", LOCAL)

ABSOLUTE_BARS = table(
    "absolute_bars",
    "What rules out any anticoagulant",
    hit="collect",
    source=_LABELS,
    rows=[
        row(
            active_bleeding,
            neutral("bar_bleeding", "Active bleeding that matters clinically."),
            cite=_LABELS,
        ),
        row(
            recent_intracranial_haemorrhage,
            neutral("bar_intracranial", "Bleeding inside the skull in the last 3 months."),
            cite=_THREE_MONTHS,
        ),
        row(
            recent_brain_spine_or_eye_operation,
            neutral("bar_operation", "A recent operation on the brain, the spine or an eye."),
            cite=_LABELS,
        ),
        row(
            recent_brain_or_spine_trauma,
            neutral("bar_injury", "A recent injury of the brain or the spine."),
            cite=_LABELS,
        ),
        row(ulcer, neutral("bar_ulcer", "An ulcer of stomach or bowel, now or recently."), cite=_LABELS),
        row(tumour, neutral("bar_tumour", "A malignant tumour at high risk of bleeding."), cite=_LABELS),
        row(varices, neutral("bar_varices", "Oesophageal varices, known or suspected."), cite=_LABELS),
        row(
            vessel_lesion,
            neutral("bar_vessels", "A malformation or an aneurysm of vessels that may bleed."),
            cite=_LABELS,
        ),
        row(
            platelets_below_20_that_stay,
            neutral("bar_platelets", "Platelets that stay below 20."),
            cite=_ASCO,
        ),
        row(
            bleeding_disorder,
            neutral("bar_disorder", "A severe bleeding disorder."),
            cite=DICTIONARY.at("reference 2, section 5.1, bleeding disorders", U),
        ),
    ],
)
RELATIVE_BARS = table(
    "relative_bars",
    "What calls for caution with any anticoagulant",
    hit="collect",
    source=_RELATIVE,
    rows=[
        row(
            any_of(platelets_20_to_50, platelets_below_20_for_now),
            neutral("care_platelets_below_50", "Platelets below 50."),
            cite=_ASCO,
        ),
        row(
            platelets_50_to_100,
            neutral("care_platelets_below_100", "Platelets from 50 to 100."),
            cite=_RELATIVE,
        ),
        row(
            recent_gastrointestinal_bleeding,
            neutral("care_gastrointestinal", "Bleeding from stomach or bowel in the last 3 months."),
            cite=_RELATIVE,
        ),
        row(
            recent_major_surgery,
            neutral("care_surgery", "Major surgery less than 14 days ago."),
            cite=_RELATIVE,
        ),
        row(
            severe_hypertension,
            neutral("care_pressure", "Blood pressure over 180 systolic or 110 diastolic."),
            cite=_RELATIVE,
        ),
        row(falls, neutral("care_falls", "A high risk of falls."), cite=_RELATIVE),
        row(liver, neutral("care_liver", "Chronic liver disease."), cite=_RELATIVE),
        row(kidneys, neutral("care_kidneys", "Renal failure."), cite=_RELATIVE),
        row(
            two_antiplatelets,
            neutral("care_antiplatelets", "Two antiplatelet drugs at once."),
            cite=_RELATIVE,
        ),
        row(endocarditis, neutral("care_endocarditis", "Bacterial endocarditis."), cite=_RELATIVE),
        row(
            clotting,
            neutral("care_clotting", "PT or APTT ratio over 1.5."),
            cite=LOTHIAN_DALTEPARIN.at("contraindications"),
        ),
        row(
            lumbar_puncture,
            neutral("care_lumbar_puncture", "Lumbar puncture in the last 24 hours."),
            cite=_RELATIVE,
        ),
    ],
)

BARRED = neutral(
    "barred",
    "No anticoagulant, unless a specialist overrides it: something rules it out. Think of a vena cava "
    "filter where there is a recent clot in a proximal vein or the lung.",
    action="anticoagulate",
    strength=Strength.DO_NOT,
    short="ruled out",
)
WITH_CAUTION = neutral(
    "with_caution",
    "Any anticoagulant with caution only: weigh the risk of bleeding, and correct what can be.",
    action="anticoagulate",
    strength=Strength.CONSIDER,
    short="with caution",
)
NOT_BARRED = neutral("not_barred", "Nothing that is known rules out anticoagulation.", short="nothing")

BAR_CONCLUSION = table(
    "bars_conclusion",
    "What follows from what bars anticoagulation",
    hit="first",
    source=_LABELS,
    rows=[
        row(absolute_bar, BARRED, id="absolute", cite=_LABELS),
        row(relative_bar, WITH_CAUTION, id="relative", cite=_RELATIVE),
        otherwise(NOT_BARRED, id="none", cite=_RELATIVE),
    ],
)
BARS_STEP = step(
    "bars_to_anticoagulation",
    "What bars anticoagulation",
    question=BARS,
    guideline="veinway",
    subject=PERSON,
    source=_LABELS,
    for_whom=adult,
    conclusion=BAR_CONCLUSION,
    plan=[],
)
