"""What a scan or an examination found, beyond its result: size, growth, age and reach of a clot."""

from veinway.care.sources import (
    ASH_2018,
    BCSH_SVT,
    CALISTO_2013,
    CHEST_2012,
    CHEST_2021,
    DICTIONARY,
    NG158,
    RECURRENT_DVT_REVIEW,
    S,
    U,
)
from veinway.language import *

_D = DICTIONARY.at("section 8, tests")
_RADIOLOGY = DICTIONARY.at("section 4.4, acute and chronic clots", U)
_SCAN = {"within": days(1), "after": days(90)}

# Superficial vein thrombosis --------------------------------------------------------------------

svt_length_cm = measure(
    "svt_length_cm",
    "Length of the clot in a superficial vein",
    ask="How long is the clot in the superficial vein?",
    unit="cm",
    step="0.1",
    domain=(0, 150),
    plausible=(0, 100),
    cost=Cost.SCAN,
    find=(Find("observation", "svt-length", per_limb=True, **_SCAN),),
    source=BCSH_SVT.at("length of the clot", S, "two UK guidance pages"),
)
svt_sfj_distance_cm = measure(
    "svt_sfj_distance_cm",
    "Distance of the clot in a superficial vein from the junction with the deep veins",
    ask="How far is the clot from the saphenofemoral (or saphenopopliteal) junction?",
    unit="cm",
    step="0.1",
    domain=(0, 150),
    plausible=(0, 100),
    cost=Cost.SCAN,
    find=(Find("observation", "svt-sfj-distance", per_limb=True, **_SCAN),),
    source=CALISTO_2013.at("abstract"),
)

# Recurrence on the same side --------------------------------------------------------------------

_RECURRENCE = RECURRENT_DVT_REVIEW.at("criteria", S, "abstract of a review")
previous_scan_to_compare = yes_no(
    "previous_scan_to_compare",
    "An earlier scan of this leg is at hand to compare with",
    ask="Is an earlier scan of this leg at hand to compare with?",
    cost=Cost.RECORD,
    source=_RECURRENCE,
)
new_non_compressible_segment = yes_no(
    "new_non_compressible_segment",
    "A vein that was compressible before is not any more",
    ask="Is a vein segment not compressible that was compressible on the earlier scan?",
    cost=Cost.SCAN,
    find=(Find("observation", "new-non-compressible-segment", per_limb=True, **_SCAN),),
    source=_RECURRENCE,
)
vein_diameter_change_mm = measure(
    "vein_diameter_change_mm",
    "Growth of the residual vein diameter since the earlier scan",
    ask="By how much has the diameter of the compressed vein grown since the earlier scan?",
    unit="mm",
    step="0.1",
    domain=(-40, 40),
    plausible=(-20, 20),
    cost=Cost.SCAN,
    find=(Find("observation", "vein-diameter-change", per_limb=True, **_SCAN),),
    source=_RECURRENCE,
)
signs_of_acute_clot = yes_no(
    "signs_of_acute_clot",
    "The clot looks fresh: distended vein, low echo, loosely attached",
    ask="Is the vein distended, and the clot of low echo and loosely attached?",
    cost=Cost.SCAN,
    source=_RADIOLOGY,
)
signs_of_chronic_clot = yes_no(
    "signs_of_chronic_clot",
    "The clot looks old: thick wall, shrunken vein, collaterals",
    ask="Is the wall thickened, the vein shrunken, or are there collaterals?",
    cost=Cost.SCAN,
    source=_RADIOLOGY,
)

# A clot of the calf veins only ------------------------------------------------------------------

_EXTENSION = CHEST_2021.at("statement 1")
distal_severe_symptoms = yes_no(
    "distal_severe_symptoms",
    "Severe symptoms of a clot of the calf veins",
    ask="Are the symptoms of the clot in the calf severe?",
    tell="Is the pain or swelling of your calf severe?",
    cost=Cost.EXAMINE,
    source=_EXTENSION,
)
other_risk_of_extension = yes_no(
    "other_risk_of_extension",
    "The clot of the calf veins may extend: size, place or lack of a cause",
    ask="Is the clot longer than 5 cm, wider than 7 mm, in several veins or near the popliteal vein, or "
    "is there no reversible cause?",
    cost=Cost.SCAN,
    source=_EXTENSION,
)
distal_clot_extended = yes_no(
    "distal_clot_extended",
    "The clot has grown within the calf veins",
    ask="Has the clot grown within the calf veins since the scan that first showed it?",
    cost=Cost.SCAN,
    find=(Find("observation", "distal-clot-extended", per_limb=True, **_SCAN),),
    source=CHEST_2021.at("statement 2"),
)

# What else decides ------------------------------------------------------------------------------

alternative_diagnosis_found = yes_no(
    "alternative_diagnosis_found",
    "Another diagnosis was found that explains the leg",
    ask="Was another diagnosis found that explains the symptoms of the leg?",
    cost=Cost.EXAMINE,
    source=ASH_2018.at("row S8", U),
)
d_dimer_highly_sensitive = yes_no(
    "d_dimer_highly_sensitive",
    "The D-dimer assay is highly sensitive",
    ask="Is the D-dimer assay a highly sensitive one (of ELISA type, not a bedside test)?",
    cost=Cost.RECORD,
    source=CHEST_2012.at("abstract, moderate probability"),
)
anticoagulation_contraindicated = yes_no(
    "anticoagulation_contraindicated",
    "Anticoagulation is contraindicated",
    ask="Is anticoagulation contraindicated, because of active bleeding for instance?",
    find=(Find("condition", "anticoagulation-contraindicated", within=days(14), after=days(90)),),
    source=NG158.section("1.1, row D5", S, "Guideline Genius"),
)

# Whom thrombolysis may help ----------------------------------------------------------------------

_THROMBOLYSIS = NG158.section("1.1, row D5", S, "CHEST 2021")
symptom_days = measure(
    "symptom_days",
    "Days with symptoms of the clot",
    ask="For how many days have there been symptoms?",
    tell="For how many days have you had symptoms?",
    unit="d",
    step=1,
    domain=(0, 3650),
    plausible=(0, 365),
    cost=Cost.ASK,
    source=_THROMBOLYSIS,
)
good_functional_status = yes_no(
    "good_functional_status",
    "Good functional status",
    ask="Is the functional status good?",
    source=_THROMBOLYSIS,
)
life_expectancy_of_a_year = yes_no(
    "life_expectancy_of_a_year",
    "A life expectancy of one year or more",
    ask="Is the life expectancy one year or more?",
    source=_THROMBOLYSIS,
)
low_bleeding_risk = yes_no(
    "low_bleeding_risk",
    "A low risk of bleeding",
    ask="Is the risk of bleeding low?",
    source=_THROMBOLYSIS,
)
