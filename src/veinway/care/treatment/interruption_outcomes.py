"""What may be said about an anticoagulant around a procedure (reference 2, section 6.12)."""

from veinway.language import *

CONTINUE = commits(
    "continue_around_procedure",
    "Minimal bleeding risk: go on. A DOAC may be taken 4 to 6 hours after the procedure instead of in "
    "the morning; warfarin is not stopped.",
    action="interrupt_anticoagulant",
    strength=Strength.DO_NOT,
    short="go on",
)
LAST_ON_DAY_2 = commits(
    "last_dose_day_2",
    "Last dose on day -2: none on the day before (2 doses of a drug taken twice daily, 1 of another), "
    "none on the day of the procedure.",
    action="interrupt_anticoagulant",
    timing="last dose on day -2",
    short="last dose day -2",
)
LAST_ON_DAY_3 = commits(
    "last_dose_day_3",
    "Last dose on day -3: none on the two days before (4 doses of a drug taken twice daily, 2 of "
    "another), none on the day of the procedure.",
    action="interrupt_anticoagulant",
    timing="last dose on day -3",
    short="last dose day -3",
)
LAST_ON_DAY_4 = commits(
    "last_dose_day_4",
    "Last dose on day -4: none on the three days before, none on the day of the procedure. With a "
    "creatinine clearance below 30 there is little evidence.",
    action="interrupt_anticoagulant",
    timing="last dose on day -4",
    short="last dose day -4",
)
LAST_ON_DAY_5 = commits(
    "last_dose_day_5",
    "Last dose on day -5: none on the four days before (8 doses of a drug taken twice daily), none on "
    "the day of the procedure.",
    action="interrupt_anticoagulant",
    timing="last dose on day -5",
    short="last dose day -5",
)
LAST_ON_DAY_6 = commits(
    "last_dose_day_6",
    "Last dose of warfarin on day -6: five days without.",
    action="interrupt_anticoagulant",
    timing="last dose on day -6",
    short="last dose day -6",
)
LMWH_DAY_BEFORE = commits(
    "lmwh_day_before",
    "Treatment-dose heparin once daily: last dose on day -2. Twice daily: last dose more than 24 hours "
    "before. Another guide of the same authors gives half a once-daily dose on day -1.",
    action="interrupt_anticoagulant",
    timing="24 hours or more, or day -2",
    short="24 hours or day -2",
)
FONDAPARINUX_48_HOURS = commits(
    "fondaparinux_48_hours",
    "Last dose of fondaparinux at least 48 hours before.",
    action="interrupt_anticoagulant",
    timing="48 hours or more",
    short="48 hours",
)
HEPARIN_HOURS = commits(
    "heparin_4_to_6_hours",
    "Stop the infusion of heparin 4 to 6 hours before.",
    action="interrupt_anticoagulant",
    timing="4 to 6 hours",
    short="4 to 6 hours",
)
ASK_ABOUT_INTERRUPTION = neutral(
    "ask_about_interruption",
    "Ask a specialist: dabigatran with a creatinine clearance below 30 is contraindicated, and no "
    "other rule covers this drug.",
    short="specialist",
)
NOT_ANTICOAGULATED = neutral("not_anticoagulated", "No anticoagulant is taken.")

NO_BRIDGE = neutral(
    "no_bridging",
    "No bridging with heparin.",
    action="bridge_with_heparin",
    strength=Strength.DO_NOT,
    short="no bridging",
)
BRIDGE = commits(
    "bridge",
    "Bridge with treatment-dose low molecular weight heparin: the clot is less than 3 months old. Last "
    "dose 24 hours before, half of a once-daily dose; again 48 to 72 hours after an operation that "
    "bleeds much.",
    action="bridge_with_heparin",
    strength=Strength.CONSIDER,
    short="bridge",
)
BRIDGE_BEFORE_ONLY = commits(
    "bridge_before_only",
    "Bridge before the operation, not after it: no treatment-dose heparin after surgery of the heart, "
    "the spine or inside the skull.",
    action="bridge_with_heparin",
    strength=Strength.CONSIDER,
    short="bridge before only",
)
HOURS_24 = commits(
    "label_24_hours",
    "At least 24 hours without.",
    action="interrupt_anticoagulant",
    timing="24 hours or more",
    short="24 hours",
)
HOURS_24_OR_48 = commits(
    "label_24_or_48_hours",
    "At least 24 hours without at a low bleeding risk, 48 hours at a moderate one.",
    action="interrupt_anticoagulant",
    timing="24 or 48 hours or more",
    short="24 or 48 hours",
)
HOURS_48 = commits(
    "label_48_hours",
    "At least 48 hours without.",
    action="interrupt_anticoagulant",
    timing="48 hours or more",
    short="48 hours",
)
DAYS_1_TO_2 = commits(
    "label_1_to_2_days",
    "1 to 2 days without.",
    action="interrupt_anticoagulant",
    timing="1 to 2 days",
    short="1-2 days",
)
DAYS_2_TO_3 = commits(
    "label_2_to_3_days",
    "2 to 3 days without.",
    action="interrupt_anticoagulant",
    timing="2 to 3 days",
    short="2-3 days",
)
DAYS_4 = commits(
    "label_4_days", "4 days without.", action="interrupt_anticoagulant", timing="4 days", short="4 days"
)
LABEL_SILENT = silent("label_silent_on_procedure", "The labels that were read do not speak of this.")
