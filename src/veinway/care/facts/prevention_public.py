"""What a traveller, or a woman who thinks of hormones, is asked in plain words."""

from veinway.care.sources import CAA_HEALTH, DICTIONARY, LOCAL, NG89, PRODUCT, THROMBOSIS_CANADA
from veinway.language import *

days_since_last_clot = measure(
    "days_since_last_clot",
    "Days since the last clot was found",
    ask="How many days since the last clot was found (never, if there was none)?",
    tell="How long ago was your last clot found?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    plausible=(0, 10_000_000),
    source=DICTIONARY.at("reference 4, section 11.2, previous_vte_episodes"),
)
anticoagulant_at_full_dose = yes_no(
    "anticoagulant_at_full_dose",
    "The blood thinner is taken at the dose that treats a clot, as the person says",
    ask="Is the anticoagulant taken at a treatment dose, not at one that only prevents?",
    tell="Is it the full dose, that treats a clot? Say no for a low dose that only prevents one, and "
    "if you take none. Say that you do not know if you are not sure.",
    source=THROMBOSIS_CANADA.at("air travel"),
)
operation_before_flying = yes_no(
    "operation_before_flying",
    "Abdominal operation 10 days, keyhole operation a day, or plaster 2 days before the journey",
    ask="Will there have been an abdominal operation in the 10 days, a keyhole operation in the day, or "
    "a new plaster cast in the 2 days before the journey?",
    tell="Did you just have, or will you have, an operation before you set out? Say yes for one on the "
    "belly in the 10 days before, a keyhole operation in the day before, or a new plaster cast in the "
    "2 days before.",
    source=CAA_HEALTH.at("after operations"),
)
legs_unfit_for_stockings = yes_no(
    "legs_unfit_for_stockings",
    "Something of the legs speaks against stockings, as the person says",
    ask="Does anything of the legs speak against stockings: arteries, feeling, skin, shape, swelling, "
    "allergy?",
    tell="Is any of this so for your legs or feet? Poor blood flow, or an operation for it; calves that "
    "hurt when you walk and stop when you stand; numb feet; very thin, sore or broken skin; very "
    "swollen legs; an unusual shape; an allergy to stockings.",
    source=NG89.at("contraindications to stockings, update page"),
)
hormone_wish = choice(
    "hormone_wish",
    "What is thought of: combined contraception, hormone replacement, or something else",
    {
        "combined": "the combined pill, the patch or the ring (with oestrogen)",
        "replacement": "hormones in the menopause (HRT)",
        "without_oestrogen": "a pill, implant, coil or injection without oestrogen",
    },
    ask="Which is thought of: the combined pill, patch or ring; hormone replacement; or a method "
    "without oestrogen?",
    tell="What do you use, or think of using?",
    source=PRODUCT.at("reference 4, section 6", LOCAL),
)
