"""What speaks against dissolving a clot (reference 3, sections 1.10 and 9.2)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.2")

haemorrhagic_stroke = Event(
    "haemorrhagic_stroke",
    "Haemorrhagic stroke, or a stroke of unknown origin",
    attributes=(),
    ask="Was there ever a haemorrhagic stroke, or a stroke of unknown origin, and when?",
    source=_D,
)
ischaemic_stroke = Event(
    "ischaemic_stroke",
    "Ischaemic stroke",
    attributes=(),
    ask="Was there an ischaemic stroke, and when?",
    source=_D,
)
transient_ischaemic_attack = Event(
    "transient_ischaemic_attack",
    "Transient ischaemic attack",
    attributes=(),
    ask="Was there a transient ischaemic attack, and when?",
    source=_D,
)
major_trauma_or_surgery = Event(
    "major_trauma_or_surgery",
    "Major trauma, major surgery or a head injury",
    attributes=(),
    ask="Was there major trauma, major surgery or a head injury, and when?",
    source=_D,
)
central_nervous_tumour = yes_no(
    "central_nervous_tumour",
    "A tumour of the central nervous system",
    ask="Is there a tumour of the central nervous system?",
    source=_D,
)
takes_oral_anticoagulant = yes_no(
    "takes_oral_anticoagulant",
    "Takes an anticoagulant by mouth",
    ask="Is an anticoagulant taken by mouth?",
    source=_D,
)
non_compressible_puncture = yes_no(
    "non_compressible_puncture",
    "A puncture that cannot be compressed",
    ask="Was a vessel punctured where it cannot be compressed?",
    source=_D,
)
traumatic_resuscitation = yes_no(
    "traumatic_resuscitation",
    "Traumatic resuscitation in this episode",
    ask="Was resuscitation traumatic?",
    source=_D,
)
refractory_hypertension = yes_no(
    "refractory_hypertension",
    "High pressure that treatment does not bring down",
    ask="Does the blood pressure stay high in spite of treatment?",
    source=_D,
)
advanced_liver_disease = yes_no(
    "advanced_liver_disease", "Advanced liver disease", ask="Is there advanced liver disease?", source=_D
)
infective_endocarditis = yes_no(
    "infective_endocarditis", "Infective endocarditis", ask="Is there infective endocarditis?", source=_D
)
active_peptic_ulcer = yes_no(
    "active_peptic_ulcer", "An active peptic ulcer", ask="Is there an active peptic ulcer?", source=_D
)
