"""What bars anticoagulation, and what calls for caution with any of it (reference 2, 5.1 and 5.2).

What nobody has recorded is taken to be absent, and said to be, but for two things that must be known
before any dose: active bleeding and the platelet count. Where the reference says "recent" without a
number, whoever answers the question judges; where it says "less than three months", the day three months
ago still counts.
"""

from veinway.care.facts.bleeding import (
    bacterial_endocarditis,
    clotting_times_prolonged,
    frequent_falls,
    gastrointestinal_bleeding,
    gastrointestinal_ulcer,
    hypersensitive_to,
    hypersensitivity,
    hypertension_despite_treatment,
    intracranial_haemorrhage,
    liver_disease,
    lumbar_puncture_in_24_hours,
    oesophageal_varices,
    on_dialysis,
    platelets_stay_below_20,
    recent_brain_or_spine_injury,
    recent_brain_spine_or_eye_surgery,
    renal_failure,
    severe_bleeding_disorder,
    tumour_likely_to_bleed,
    usual_diastolic_bp,
    usual_systolic_bp,
    vascular_malformation_or_aneurysm,
)
from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.heparin import heparin_induced_thrombocytopenia, hit_suspicion
from veinway.care.facts.leg import surgery, surgery_major
from veinway.care.facts.medicines import ingredient, medicine
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.treatment.heparin.four_ts import FOUR_TS, LOW
from veinway.language import *

_SILENCE = PRODUCT.at("presumption on what bars anticoagulation", LOCAL)
_NONE = "none is recorded"

# Absolute: no anticoagulant, unless a specialist overrides. ---------------------------------------

recent_intracranial_haemorrhage = presume(
    any_event(intracranial_haemorrhage, in_=within(months(3))), NO, because=_NONE, source=_SILENCE
)
recent_brain_spine_or_eye_operation = presume(
    recent_brain_spine_or_eye_surgery, NO, because=_NONE, source=_SILENCE
)
recent_brain_or_spine_trauma = presume(recent_brain_or_spine_injury, NO, because=_NONE, source=_SILENCE)
ulcer = presume(gastrointestinal_ulcer, NO, because=_NONE, source=_SILENCE)
tumour = presume(tumour_likely_to_bleed, NO, because=_NONE, source=_SILENCE)
varices = presume(oesophageal_varices, NO, because=_NONE, source=_SILENCE)
vessel_lesion = presume(vascular_malformation_or_aneurysm, NO, because=_NONE, source=_SILENCE)
bleeding_disorder = presume(severe_bleeding_disorder, NO, because=_NONE, source=_SILENCE)
platelets_below_20_that_stay = all_of(platelet_count < 20, platelets_stay_below_20)

bar_on_record = any_of(
    recent_intracranial_haemorrhage,
    recent_brain_spine_or_eye_operation,
    recent_brain_or_spine_trauma,
    ulcer,
    tumour,
    varices,
    vessel_lesion,
    bleeding_disorder,
)
"""Those whose absence is presumed."""
absolute_bar = any_of(active_bleeding, bar_on_record, platelets_below_20_that_stay)

# Of one drug, or of some: what the verdict of that drug adds to the above. ------------------------

severe_hypertension = any_of(
    presume(usual_systolic_bp > 180, NO, because=_NONE, source=_SILENCE),
    presume(usual_diastolic_bp > 110, NO, because=_NONE, source=_SILENCE),
)
"""The limits are those of the reference's own row in 5.2; the label of edoxaban names none."""
dalteparin_blood_pressure_bar = all_of(
    any_of(
        presume(usual_systolic_bp > 180, NO, because=_NONE, source=_SILENCE),
        presume(usual_diastolic_bp > 100, NO, because=_NONE, source=_SILENCE),
    ),
    hypertension_despite_treatment,
)
hypersensitive_to_apixaban = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("apixaban")), NO, because=_NONE, source=_SILENCE
)
hypersensitive_to_rivaroxaban = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("rivaroxaban")),
    NO,
    because=_NONE,
    source=_SILENCE,
)
hypersensitive_to_edoxaban = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("edoxaban")), NO, because=_NONE, source=_SILENCE
)
hypersensitive_to_dabigatran = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("dabigatran")), NO, because=_NONE, source=_SILENCE
)
_HEPARINS = hypersensitive_to.one_of("enoxaparin", "dalteparin", "tinzaparin", "heparin")
hypersensitive_to_a_heparin = presume(
    any_event(hypersensitivity, _HEPARINS), NO, because=_NONE, source=_SILENCE
)
"""To any heparin bars each: hypersensitivity crosses between them."""
hypersensitive_to_fondaparinux = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("fondaparinux")),
    NO,
    because=_NONE,
    source=_SILENCE,
)
hypersensitive_to_warfarin = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("warfarin")), NO, because=_NONE, source=_SILENCE
)
hypersensitive_to_aspirin = presume(
    any_event(hypersensitivity, hypersensitive_to.is_("aspirin")), NO, because=_NONE, source=_SILENCE
)

# Heparin of any kind, flushes included: contraindicated while HIT is suspected or was diagnosed in the
# last 100 days; after that only by a specialist. What is suspected ends with a 4Ts score of 3 or less.
hit_suspected = all_of(presume(hit_suspicion, NO, because=_NONE, source=_SILENCE), no(FOUR_TS.is_(LOW)))
hit_in_100_days = presume(
    any_event(heparin_induced_thrombocytopenia, in_=within(days(100))),
    NO,
    because=_NONE,
    source=_SILENCE,
)
hit_bar = any_of(hit_suspected, hit_in_100_days)
hit_ever = presume(any_event(heparin_induced_thrombocytopenia), NO, because=_NONE, source=_SILENCE)

# Relative: any anticoagulant with caution. --------------------------------------------------------

platelets_20_to_50 = all_of(platelet_count >= 20, platelet_count < 50)
platelets_below_20_for_now = all_of(platelet_count < 20, no(platelets_stay_below_20))
platelets_50_to_100 = between(platelet_count, 50, 100)
recent_gastrointestinal_bleeding = presume(
    any_event(gastrointestinal_bleeding, in_=within(months(3))), NO, because=_NONE, source=_SILENCE
)
# "Less than 7 to 14 days, by bleeding risk": the longer time, so that no operation is missed.
recent_major_surgery = presume(
    any_event(surgery, surgery_major, in_=within(days(13))), NO, because=_NONE, source=_SILENCE
)
falls = presume(frequent_falls, NO, because=_NONE, source=_SILENCE)
liver = presume(liver_disease, NO, because=_NONE, source=_SILENCE)
kidneys = any_of(
    presume(renal_failure, NO, because=_NONE, source=_SILENCE),
    presume(on_dialysis, NO, because=_NONE, source=_SILENCE),
)
_LATELY = within(days(7))
two_antiplatelets = presume(
    at_least(
        2,
        any_event(medicine, ingredient.is_("aspirin"), in_=_LATELY),
        any_event(medicine, ingredient.is_("clopidogrel"), in_=_LATELY),
        any_event(medicine, ingredient.is_("prasugrel"), in_=_LATELY),
        any_event(medicine, ingredient.is_("ticagrelor"), in_=_LATELY),
    ),
    NO,
    because=_NONE,
    source=_SILENCE,
)
endocarditis = presume(bacterial_endocarditis, NO, because=_NONE, source=_SILENCE)
clotting = presume(clotting_times_prolonged, NO, because=_NONE, source=_SILENCE)
lumbar_puncture = presume(lumbar_puncture_in_24_hours, NO, because=_NONE, source=_SILENCE)

relative_bar = any_of(
    platelets_20_to_50,
    platelets_below_20_for_now,
    platelets_50_to_100,
    recent_gastrointestinal_bleeding,
    recent_major_surgery,
    severe_hypertension,
    falls,
    liver,
    kidneys,
    two_antiplatelets,
    endocarditis,
    clotting,
    lumbar_puncture,
)
