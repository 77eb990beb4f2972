"""Journeys, contraception and hormone replacement (reference 4, 11.4 and 11.5)."""

from veinway.care.sources import (
    BSH_TRAVEL_2010,
    CAA_HEALTH,
    DICTIONARY,
    TRAVEL_TABLE,
    UKMEC_2016,
    US_MEC_2024,
    S,
)
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.5")
_TRAVEL = TRAVEL_TABLE.at("table", S, "NHS Scotland and a GP page")
_UK = UKMEC_2016.at("combined hormonal contraception", S, "transcriptions")
_US = US_MEC_2024.at("summary chart")

days_since_long_operation = measure(
    "days_since_long_operation",
    "Days since an operation of more than 30 minutes under general anaesthesia",
    ask="How many days since an operation of more than 30 minutes under general anaesthesia "
    "(never, if never)?",
    tell="How many days ago was your last operation of more than half an hour under general "
    "anaesthetic?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_TRAVEL,
)
earlier_clot_unprovoked = yes_no(
    "earlier_clot_unprovoked",
    "An earlier clot was unprovoked",
    ask="Was an earlier clot unprovoked?",
    tell="Did an earlier clot come for no clear reason?",
    source=BSH_TRAVEL_2010.at("highest risk"),
)
earlier_clot_on_journey = yes_no(
    "earlier_clot_on_journey",
    "An earlier clot came with a journey, with no other temporary cause",
    ask="Did an earlier clot come with a journey, with no other temporary cause?",
    tell="Did an earlier clot come after a journey?",
    source=BSH_TRAVEL_2010.at("highest risk"),
)
major_surgery_before_journey = yes_no(
    "major_surgery_before_journey",
    "Major operation in the month before the journey",
    ask="Was there a major operation in the month before the journey?",
    tell="Have you had a big operation in the last month?",
    source=BSH_TRAVEL_2010.at("highest risk"),
)
travel_added_risk = yes_no(
    "travel_added_risk",
    "Another risk beside an earlier clot",
    ask="Is there another risk beside the earlier clot?",
    tell="Is there anything else that raises your risk, beside the earlier clot?",
    source=_TRAVEL,
)
surgery_or_trauma_lately = yes_no(
    "surgery_or_trauma_lately",
    "Recent operation or injury",
    ask="Was there a recent operation or injury?",
    tell="Have you had an operation or an injury lately?",
    source=BSH_TRAVEL_2010.at("highest risk"),
)
two_weaker_travel_factors = yes_no(
    "two_weaker_travel_factors",
    "Two or more weaker risk factors",
    ask="Are there two or more weaker risk factors (pregnancy, hormones, obesity, varicose "
    "veins, age over 60)?",
    source=BSH_TRAVEL_2010.at("highest risk"),
)
symptoms_of_clot_settled = yes_no(
    "symptoms_of_clot_settled",
    "The symptoms of the clot have settled",
    ask="Have the symptoms of the clot settled?",
    tell="Have the symptoms of the clot gone?",
    source=_D,
)
stable_on_anticoagulant = yes_no(
    "stable_on_anticoagulant",
    "Anticoagulation is established and stable",
    ask="Is anticoagulation established and stable?",
    source=_D,
)
days_since_abdominal_surgery = measure(
    "days_since_abdominal_surgery",
    "Days since an abdominal operation",
    ask="How many days since an abdominal operation (never, if never)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=CAA_HEALTH.at("after operations"),
)
hours_since_keyhole_surgery = measure(
    "hours_since_keyhole_surgery",
    "Hours since keyhole surgery",
    ask="How many hours since keyhole surgery (never, if never)?",
    unit="h",
    step=1,
    domain=(0, 10_000),
    or_never=True,
    cost=Cost.ASK,
    source=CAA_HEALTH.at("after operations"),
)
hours_since_plaster = measure(
    "hours_since_plaster",
    "Hours since a plaster cast was put on",
    ask="How many hours since a plaster cast was put on (never, if none)?",
    unit="h",
    step=1,
    domain=(0, 10_000),
    or_never=True,
    cost=Cost.ASK,
    source=CAA_HEALTH.at("after operations"),
)
asks_for_combined_contraception = yes_no(
    "asks_for_combined_contraception",
    "Asks for, or takes, the combined pill, patch or ring",
    ask="Does she ask for, or take, the combined pill, patch or ring?",
    tell="Do you use, or want, the combined pill, patch or ring?",
    source=_D,
)
combined_contraception_now = yes_no(
    "combined_contraception_now",
    "Takes the combined pill, patch or ring",
    ask="Does she take the combined pill, patch or ring?",
    tell="Do you use the combined pill, patch or ring?",
    source=_D,
)
asks_for_hormone_replacement = yes_no(
    "asks_for_hormone_replacement",
    "Asks for, or takes, hormone replacement",
    ask="Does she ask for, or take, hormone replacement?",
    tell="Do you use, or want, hormone replacement (HRT)?",
    source=_D,
)
tamoxifen_or_similar = yes_no(
    "tamoxifen_or_similar",
    "Tamoxifen or a similar hormonal treatment",
    ask="Is tamoxifen or a similar hormonal treatment taken?",
    tell="Do you take tamoxifen or a similar medicine?",
    source=_D,
)
combined_progestogen = choice(
    "combined_progestogen",
    "Progestogen of the combined pill, patch or ring",
    {
        "levonorgestrel": "levonorgestrel, norethisterone or norgestimate",
        "etonogestrel": "etonogestrel (ring) or norelgestromin (patch)",
        "drospirenone": "drospirenone, gestodene or desogestrel",
        "dienogest": "dienogest",
    },
    ask="Which progestogen is it?",
    tell="Which one is it? The name of the hormone is on the packet.",
    source=_D,
)
hormone_replacement_route = choice(
    "hormone_replacement_route",
    "How hormone replacement is taken",
    {
        "oral": "tablet",
        "transdermal": "patch, gel or spray",
        "vaginal": "vaginal, for local symptoms only",
    },
    ask="Which route: oral, transdermal or vaginal?",
    tell="Is it a tablet, or a patch, gel or spray?",
    source=_D,
)
on_prophylactic_dose = yes_no(
    "on_prophylactic_dose",
    "Takes an anticoagulant at a prophylactic dose",
    ask="Is an anticoagulant taken at a prophylactic dose?",
    source=_D,
)
clot_now = yes_no(
    "clot_now", "A clot now: the acute phase", ask="Is there an acute clot now?", source=_US
)
higher_recurrence_risk = yes_no(
    "higher_recurrence_risk",
    "Higher risk of another clot: oestrogen or pregnancy, no cause, more than one, cancer or "
    "thrombophilia",
    ask="Did the clot come with oestrogen or pregnancy or without a cause, was there more than "
    "one, or is there cancer or a thrombophilia?",
    source=_US,
)
age_of_relative_with_clot = measure(
    "age_of_relative_with_clot",
    "Age of the youngest first-degree relative when the clot came",
    ask="How old was the youngest first-degree relative when the clot came?",
    tell="How old were they when it happened?",
    unit="a",
    step=1,
    domain=(0, 130),
    cost=Cost.ASK,
    source=_UK,
)
surgery_and_immobility = choice(
    "surgery_and_immobility",
    "Operation, as eligibility criteria sort it",
    {
        "none": "none",
        "minor": "minor",
        "major": "major, without prolonged immobilisation",
        "major_immobile": "major, with prolonged immobilisation",
    },
    ask="Operation: none, minor, major, or major with prolonged immobilisation?",
    tell="Is an operation planned, or have you just had one?",
    source=_UK,
)
immobile_apart_from_surgery = yes_no(
    "immobile_apart_from_surgery",
    "Immobile for another reason than an operation",
    ask="Is she immobile for another reason than an operation (wheelchair, illness)?",
    tell="Do you use a wheelchair, or are you ill in bed most of the day?",
    source=_UK,
)
antiphospholipid_antibodies = yes_no(
    "antiphospholipid_antibodies",
    "Antiphospholipid antibodies",
    ask="Are there antiphospholipid antibodies?",
    tell="Have you been told that you have sticky blood (antiphospholipid syndrome)?",
    cost=Cost.BLOOD_TEST,
    source=_UK,
)
lupus_antibodies_positive_or_unknown = yes_no(
    "lupus_antibodies_positive_or_unknown",
    "Lupus with positive or unknown antiphospholipid antibodies",
    ask="Is there a lupus, with positive or unknown antiphospholipid antibodies?",
    source=_US,
)
cigarettes_per_day = measure(
    "cigarettes_per_day",
    "Cigarettes a day",
    ask="How many cigarettes are smoked on a normal day (0 if none)?",
    tell="How many do you smoke on a normal day?",
    unit="1",
    step=1,
    domain=(0, 200),
    cost=Cost.ASK,
    source=_UK,
)
days_since_smoking_stopped = measure(
    "days_since_smoking_stopped",
    "Days since smoking was stopped",
    ask="How many days since smoking was stopped (never, if never smoked)?",
    tell="When did you stop smoking?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_UK,
)
other_risk_after_birth = yes_no(
    "other_risk_after_birth",
    "Other risk factors after birth: immobility, transfusion, BMI 30 or more, haemorrhage, "
    "caesarean, pre-eclampsia, smoking",
    ask="Are there other risk factors after birth (immobility, transfusion, BMI 30 or more, "
    "haemorrhage, caesarean, pre-eclampsia, smoking)?",
    tell="Was any of this so at the birth or since? A caesarean, much bleeding or a transfusion, high "
    "blood pressure with pre-eclampsia, days in bed, smoking, or being very overweight.",
    source=_UK,
)
