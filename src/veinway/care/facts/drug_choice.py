"""What the choice of an anticoagulant turns on (reference 2, sections 1.6, 2 and 11)."""

from veinway.care.sources import CHEST_2021, DICTIONARY, LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")

aps_status = choice(
    "aps_status",
    "Antiphospholipid antibodies that persisted for 12 weeks or more, and were not tested for on an "
    "anticoagulant only",
    {
        "none": "none, or no reason to suspect them",
        "single": "one of the three",
        "double": "two of the three",
        "triple": "all three: lupus anticoagulant, anticardiolipin, anti-beta2-glycoprotein I",
    },
    ask="How many of the three antiphospholipid antibodies were positive twice, 12 weeks or more apart "
    "(a lupus anticoagulant found only on an anticoagulant does not count)?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
_TC_SYNDROME = THROMBOSIS_CANADA.at("antiphospholipid syndrome")
antibody = choice(
    "antibody",
    "Antibody",
    {
        "lupus_anticoagulant": "lupus anticoagulant",
        "anticardiolipin": "anticardiolipin",
        "anti_beta2_glycoprotein_i": "anti-beta2-glycoprotein I",
    },
    ask="Which antibody was tested for?",
    source=_TC_SYNDROME,
)
antibody_positive = yes_no(
    "positive", "Positive", ask="Was the antibody test positive?", source=_TC_SYNDROME
)
antibody_on_anticoagulant = yes_no(
    "on_anticoagulant",
    "The blood was taken on an anticoagulant",
    ask="Was the blood taken on an anticoagulant?",
    source=PRODUCT.at("reference 2, section 1.6.2", LOCAL),
)
antiphospholipid_test = Event(
    "antiphospholipid_test",
    "Test for an antiphospholipid antibody",
    attributes=(antibody, antibody_positive, antibody_on_anticoagulant),
    ask="Which antiphospholipid antibodies were tested for, when, were they positive, and was the blood "
    "taken on an anticoagulant?",
    cost=Cost.BLOOD_TEST,
    source=_TC_SYNDROME,
)
cancer_site = choice(
    "cancer_site",
    "Where the active cancer is, while it has not been removed",
    {
        "luminal_gi": "oesophagus, stomach, small or large bowel, not removed",
        "other_gi": "pancreas, liver or bile ducts, not removed",
        "genitourinary": "kidney, urinary tract, bladder, prostate or womb, not removed",
        "other": "elsewhere, or removed",
    },
    ask="Where is the cancer, and is the tumour still in place?",
    source=CHEST_2021.at("recommendation 16"),
)
parenteral_before_doac = yes_no(
    "parenteral_before_doac",
    "Heparin or fondaparinux was given for this clot before apixaban or rivaroxaban",
    ask="Was heparin or fondaparinux given for this clot before apixaban or rivaroxaban, or will it be?",
    cost=Cost.RECORD,
    source=DICTIONARY.at("reference 2, section 1.4.1"),
)
