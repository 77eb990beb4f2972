"""How a leaflet calls medicines, doses and places of a clot."""

MEDICINES = {
    "apixaban": "apixaban tablets",
    "rivaroxaban": "rivaroxaban tablets",
    "edoxaban": "edoxaban tablets",
    "dabigatran": "dabigatran capsules",
    "warfarin": "warfarin, or tablets like it",
    "lmwh": "heparin injections",
    "enoxaparin": "enoxaparin injections",
    "dalteparin": "dalteparin injections",
    "tinzaparin": "tinzaparin injections",
    "fondaparinux": "fondaparinux injections",
    "heparin": "heparin",
    "other": "a medicine that is not named here",
}
"""Every anticoagulant that may be recorded or chosen, by its key."""
CLOT_PLACES = {
    "dvt_proximal": "in a big vein of your leg",
    "dvt_distal": "in a vein of your calf",
    "pe": "in your lungs",
    "ue_dvt": "in a vein of your arm",
    "svt": "in a vein just under the skin",
}
"""Where a clot was found, by the key of the recorded place."""
DOSE = "{amount} {unit}, {how_often}"
DOSE_WITH_FOOD = "{amount} {unit}, {how_often}, with food"
HOW_OFTEN = {1: "once a day", 2: "2 times a day", 3: "3 times a day"}
UNITS = {"mg": "mg", "ug": "µg", "[iU]": "units", "U": "units"}
"""Units as they stand on a box, by their code in UCUM."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAY = "{day} {month} {year}"
NUMBER = "1,234.5"
"""How a number is written: the sign between thousands, and the one before tenths."""
