"""What a member of the public is asked (reference 1, section 1.4), in plain words.

These are not the clinician's facts: a person says "harder to breathe than usual", a clinician records
dyspnoea, and the scores ask the clinician. Where both mean the same (new chest pain, age, pregnancy,
cancer, a birth, oestrogen, injecting) there is one fact. The public question on blood that is coughed up
has three answers and is called `coughing_blood`; `haemoptysis` is the clinician's yes or no.
"""

from veinway.care.sources import DICTIONARY, LOCAL, NHS_DVT_2025, PRODUCT, S
from veinway.language import *

# Emergency questions ----------------------------------------------------------------------------

collapse_or_syncope = yes_no(
    "collapse_or_syncope",
    "Fainted, collapsed or passed out",
    ask="Did the person faint, collapse or lose consciousness?",
    tell="Have you fainted, collapsed or passed out?",
    source=DICTIONARY.at("section 1.4, Q1"),
)
breathlessness = choice(
    "breathlessness",
    "Harder to breathe than usual, as the person says",
    {
        "none": "no, or no more than usual",
        "new_mild": "yes, a little: it is new, and talking is easy",
        "sudden": "yes, it came on suddenly",
        "severe": "yes, badly: short of breath at rest, or cannot finish a sentence",
    },
    ask="Is breathing harder than usual: new and mild, sudden, or severe?",
    tell="Is it harder to breathe than usual?",
    source=DICTIONARY.at("section 1.4, Q2"),
)
upper_back_pain = yes_no(
    "upper_back_pain",
    "New pain in the upper back",
    ask="Is there new, unexplained pain in the upper back?",
    tell="Is there any new pain in your upper back?",
    source=DICTIONARY.at("section 1.4, Q4"),
)
heart_racing = yes_no(
    "heart_racing",
    "Heart beating very fast",
    ask="Does the person feel the heart beating very fast?",
    tell="Is your heart beating very fast?",
    source=DICTIONARY.at("section 1.4, Q5"),
)
coughing_blood = choice(
    "coughing_blood",
    "Coughing up blood, and how much",
    {"none": "no", "streaks": "yes, streaks of blood", "more": "yes, more than streaks"},
    ask="Is blood coughed up: streaks, or more?",
    tell="Are you coughing up blood?",
    source=DICTIONARY.at("section 1.4, Q6"),
)
limb_colour = choice(
    "limb_colour",
    "Colour of the limb beside the other one",
    {
        "same": "the same (or nothing is wrong with an arm or leg)",
        "red_or_darker": "red, or darker than the skin around it",
        "blue_or_purple": "blue or purple",
        "very_pale_or_white": "very pale or white",
        "mottled": "mottled (a blotchy, net-like pattern)",
        "black_patches_or_blisters": "black patches or blisters",
    },
    ask="Which colour is the limb, compared with the other side?",
    tell="Look at your arm or leg in good light, beside the other one. Which colour is it? On brown or "
    "black skin redness is hard to see: look for darker skin, and feel for warmth, tightness and shine.",
    source=NHS_DVT_2025.at("skin colour", S, "a news report"),
)
limb_pain_severity = choice(
    "limb_pain_severity",
    "Pain in the limb",
    {
        "none": "no pain",
        "mild": "mild",
        "moderate": "moderate",
        "severe_and_worsening": "severe, and getting worse",
    },
    ask="How bad is the pain in the limb?",
    tell="How bad is the pain in your arm or leg?",
    source=DICTIONARY.at("section 1.4, Q8"),
)
limb_swelling = choice(
    "limb_swelling",
    "Swelling of the limb",
    {
        "none": "not swollen",
        "part": "part of it is swollen",
        "whole": "all of it is swollen",
        "whole_and_very_tight": "all of it is swollen and very tight",
    },
    ask="Is part of the limb swollen, all of it, or all of it very tightly?",
    tell="Is your arm or leg swollen?",
    source=DICTIONARY.at("section 1.4, Q9"),
)
limb_cold_numb_weak = yes_no(
    "limb_cold_numb_weak",
    "The limb is cold, numb, or hard to move or stand on",
    ask="Is the limb cold, numb or weak, or can it not bear weight?",
    tell="Is your arm or leg cold, numb, or hard to move or stand on?",
    source=DICTIONARY.at("section 1.4, Q10"),
)
# No question of section 1.4 asks for these, but rules TR-E9 and TR-E11 do.
altered_consciousness = yes_no(
    "altered_consciousness",
    "Confused, very drowsy or hard to wake",
    ask="Is consciousness altered?",
    tell="confused, very drowsy or hard to wake",
    cost=Cost.EXAMINE,
    source=PRODUCT.at("section 1.5, TR-E9", LOCAL),
)
_OTHER = PRODUCT.at("section 1.5, TR-E11", LOCAL)
stroke_signs = yes_no(
    "stroke_signs",
    "Signs of a stroke",
    ask="Are there signs of a stroke?",
    tell="the face or an arm droops, or the speech is muddled",
    source=_OTHER,
)
sudden_severe_headache = yes_no(
    "sudden_severe_headache",
    "Sudden severe headache with vomiting or loss of sight",
    ask="Is there a sudden severe headache with vomiting or visual loss?",
    tell="a sudden very bad headache with vomiting or loss of sight",
    source=_OTHER,
)
heavy_bleeding = yes_no(
    "heavy_bleeding",
    "Heavy bleeding",
    ask="Is there heavy bleeding?",
    tell="heavy bleeding, or bleeding that will not stop",
    source=_OTHER,
)
head_injury_on_anticoagulant = yes_no(
    "head_injury_on_anticoagulant",
    "Head injury while taking an anticoagulant",
    ask="Was the head injured while on an anticoagulant?",
    tell="a knock to the head while taking a blood thinner",
    source=_OTHER,
)

# The limb ---------------------------------------------------------------------------------------
# A person may name several places, so that each is a yes or no of its own.

_WHERE = DICTIONARY.at("section 1.4, Q11")
limb_site_calf = yes_no(
    "limb_site_calf", "Trouble in the calf", ask="Is it in a calf?", tell="the calf", source=_WHERE
)
limb_site_thigh = yes_no(
    "limb_site_thigh", "Trouble in the thigh", ask="Is it in a thigh?", tell="the thigh", source=_WHERE
)
limb_site_whole_leg = yes_no(
    "limb_site_whole_leg",
    "Trouble in a whole leg",
    ask="Is it in a whole leg?",
    tell="the whole leg",
    source=_WHERE,
)
limb_site_groin_or_buttock = yes_no(
    "limb_site_groin_or_buttock",
    "Trouble in the groin or buttock",
    ask="Is it in the groin or buttock?",
    tell="the groin or buttock",
    source=_WHERE,
)
limb_site_arm = yes_no(
    "limb_site_arm",
    "Trouble in the arm, shoulder or neck",
    ask="Is it in an arm, a shoulder or the neck?",
    tell="the arm, shoulder or neck",
    source=_WHERE,
)
limb_side = choice(
    "limb_side",
    "Side of the trouble",
    {"left": "left", "right": "right", "both": "both sides"},
    ask="Which side is it?",
    tell="Which side is it on?",
    source=DICTIONARY.at("section 1.4, Q12"),
)
limb_warm = yes_no(
    "limb_warm",
    "The skin there feels warmer",
    ask="Is the skin there warmer?",
    tell="Does the skin of an arm or leg feel warmer than on the other side?",
    source=DICTIONARY.at("section 1.4, Q13"),
)
visible_swollen_veins = yes_no(
    "visible_swollen_veins",
    "New swollen veins, hard or sore to touch",
    ask="Are there new swollen surface veins, hard or sore to touch?",
    tell="Are there new swollen veins on an arm or leg, hard or sore to touch?",
    source=DICTIONARY.at("section 1.4, Q14"),
)
symptom_onset_days = measure(
    "symptom_onset_days",
    "Days since it started, or since it last changed",
    ask="How many days ago did it start, or last become worse?",
    tell="How many days ago did this start? If it was there before and has become worse or different, "
    "count from that change.",
    unit="d",
    step=1,
    domain=(0, 40_000),
    cost=Cost.ASK,
    source=DICTIONARY.at("section 1.4, Q15"),
)
fever = choice(
    "fever",
    "Fever, shivering or feeling very unwell",
    {
        "none": "no",
        "fever": "fever or shivering",
        "fever_very_unwell": "fever or shivering, and feeling very unwell",
    },
    ask="Is there fever, and does the person feel very unwell with it?",
    tell="Do you have a fever or shivering, or feel very unwell?",
    source=DICTIONARY.at("section 1.4, Q16"),
)
