"""The chest and the circulation: what the scores for pulmonary embolism are made of."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("section 8, chest and circulation")
_VITAL = {"within": days(1), "after": days(1)}
# The scores mean the first set of observations, not what treatment made of them.
_FIRST = {"within": days(0), "after": days(1), "which": "first"}
_SYMPTOM = {"within": days(14), "after": days(1)}

# Measured at presentation -----------------------------------------------------------------------

heart_rate = measure(
    "heart_rate",
    "Heart rate at presentation",
    ask="What was the heart rate in the first set of observations?",
    unit="/min",
    step="0.1",
    domain=(0, 400),
    plausible=(20, 250),
    find=(Find("observation", "heart-rate", **_FIRST),),
    source=_D,
)
systolic_bp = measure(
    "systolic_bp",
    "Systolic blood pressure at presentation",
    ask="What was the systolic blood pressure in the first set of observations?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 400),
    plausible=(50, 280),
    find=(Find("observation", "systolic-bp", **_FIRST),),
    source=_D,
)
respiratory_rate = measure(
    "respiratory_rate",
    "Respiratory rate at presentation",
    ask="How many breaths a minute were counted in the first set of observations?",
    unit="/min",
    step="0.1",
    domain=(0, 150),
    plausible=(4, 70),
    find=(Find("observation", "respiratory-rate", **_FIRST),),
    source=_D,
)
spo2 = measure(
    "spo2",
    "Oxygen saturation at presentation, as measured",
    ask="What was the oxygen saturation in the first set of observations?",
    unit="%",
    step="0.1",
    domain=(0, 100),
    plausible=(50, 100),
    find=(Find("observation", "spo2", **_FIRST),),
    source=_D,
)
supplemental_oxygen = yes_no(
    "supplemental_oxygen",
    "Extra oxygen was given while the saturation was measured",
    ask="Was the patient given extra oxygen when the saturation was measured?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "supplemental-oxygen", **_FIRST),),
    source=_D,
)
spo2_on_room_air = measure(
    "spo2_on_room_air",
    "Oxygen saturation on room air, of a patient who is given oxygen",
    ask="If the patient is on oxygen: is there a saturation on room air, and what is it?",
    unit="%",
    step="0.1",
    domain=(0, 100),
    plausible=(50, 100),
    find=(Find("observation", "spo2-on-room-air", **_FIRST),),
    source=_D,
)
# Below 95 with oxygen is below 95 without; from 95 up with oxygen says nothing about room air.
low_oxygen_saturation = any_of(spo2 < 95, all_of(supplemental_oxygen, spo2_on_room_air < 95))
body_temperature = measure(
    "body_temperature",
    "Body temperature at presentation",
    ask="What was the body temperature in the first set of observations?",
    unit="Cel",
    step="0.1",
    domain=(10, 50),
    plausible=(30, 43),
    find=(Find("observation", "body-temperature", **_FIRST),),
    source=_D,
)

# Symptoms ---------------------------------------------------------------------------------------

haemoptysis = yes_no(
    "haemoptysis",
    "Coughing blood",
    ask="Has the patient coughed blood?",
    tell="Have you coughed up blood?",
    find=(Find("condition", "haemoptysis", **_SYMPTOM),),
    source=_D,
)
dyspnoea = yes_no(
    "dyspnoea",
    "New breathlessness",
    ask="Is there new breathlessness?",
    tell="Are you newly breathless?",
    find=(Find("condition", "dyspnoea", **_SYMPTOM),),
    source=_D,
)
chest_pain = yes_no(
    "chest_pain",
    "New chest pain",
    ask="Is there new chest pain?",
    tell="Do you have new pain in your chest?",
    find=(Find("condition", "chest-pain", **_SYMPTOM),),
    source=_D,
)
syncope = yes_no(
    "syncope",
    "Fainting",
    ask="Has the patient fainted?",
    tell="Have you fainted?",
    find=(Find("condition", "syncope", **_SYMPTOM),),
    source=_D,
)

# What the clinician thinks ----------------------------------------------------------------------

gestalt_pe_percent = measure(
    "gestalt_pe_percent",
    "The clinician's own estimate of the probability of an embolism",
    ask="Before any score: how likely do you think an embolism is, in per cent?",
    unit="%",
    step="0.1",
    domain=(0, 100),
    cost=Cost.EXAMINE,
    find=(Find("observation", "gestalt-pe-percent", **_VITAL),),
    source=_D,
)
alternative_less_likely_than_pe = yes_no(
    "alternative_less_likely_than_pe",
    "Every other diagnosis is less likely than an embolism",
    ask="Is every other diagnosis less likely than an embolism? (Equally likely is no.)",
    cost=Cost.EXAMINE,
    find=(Find("observation", "alternative-less-likely-than-pe", **_VITAL),),
    source=_D,
)
pe_most_likely = yes_no(
    "pe_most_likely",
    "An embolism is the most likely diagnosis",
    ask="Is an embolism the most likely diagnosis?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "pe-most-likely", **_VITAL),),
    source=_D,
)

# What was there before --------------------------------------------------------------------------

previous_pe = yes_no(
    "previous_pe",
    "Previous pulmonary embolism",
    ask="Was there a pulmonary embolism before?",
    tell="Have you ever had a blood clot in a lung?",
    find=(Find("condition", "previous-pe"),),
    source=_D,
)
oestrogen_use = yes_no(
    "oestrogen_use",
    "Takes oestrogen (pill, hormone replacement, other)",
    ask="Does the patient take oestrogen: a combined contraceptive, hormone replacement, or other?",
    tell="Do you take the pill, hormone replacement, or any other oestrogen?",
    find=(Find("medication", "oestrogen", within=days(90)),),
    source=_D,
)
oral_contraceptive_use = yes_no(
    "oral_contraceptive_use",
    "Takes an oral contraceptive",
    ask="Does the patient take an oral contraceptive?",
    tell="Do you take the contraceptive pill?",
    find=(Find("medication", "oral-contraceptive", within=days(90)),),
    source=_D,
)
chronic_respiratory_disease = yes_no(
    "chronic_respiratory_disease",
    "Chronic respiratory disease",
    ask="Is there a chronic disease of the lungs or airways?",
    tell="Do you have a long-term lung disease?",
    find=(Find("condition", "chronic-respiratory-disease"),),
    source=_D,
)
leg_plaster_in_4_weeks = yes_no(
    "leg_plaster_in_4_weeks",
    "A leg in plaster in the last 4 weeks",
    ask="Has a leg been in plaster in the last 4 weeks?",
    tell="Has one of your legs been in plaster in the last 4 weeks?",
    find=(Find("procedure", "leg-plaster", within=weeks(4)),),
    source=_D,
)
trauma_hospitalised = yes_no(
    "hospitalised",
    "Needed a hospital stay",
    ask="Did the injury need a stay in hospital?",
    source=_D,
)
trauma_intubated = yes_no(
    "intubated", "Needed intubation", ask="Was the patient intubated for the injury?", source=_D
)
trauma = Event(
    "trauma",
    "Injury",
    attributes=(trauma_hospitalised, trauma_intubated),
    ask="Which injuries were there in the last 4 weeks, and did any need a hospital stay or intubation?",
    find=(Find("condition", "trauma"),),
    source=_D,
)
lower_limb_fracture = Event(
    "lower_limb_fracture",
    "Fracture of a lower limb",
    attributes=(),
    ask="Was a leg broken in the last month, and when?",
    find=(Find("condition", "lower-limb-fracture"),),
    source=_D,
)
chest_imaging_done = yes_no(
    "chest_imaging_done",
    "The chest was imaged for an embolism before the probability was judged",
    ask="Was the chest already imaged for an embolism before the probability was judged?",
    cost=Cost.RECORD,
    source=_D,
)
needs_anticoagulation_anyway = yes_no(
    "needs_anticoagulation_anyway",
    "Needs anticoagulation for another reason",
    ask="Does the patient need anticoagulation for a reason other than this suspicion?",
    source=_D,
)
