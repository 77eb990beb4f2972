"""What may be said about a switch of anticoagulants (reference 2, section 6.10)."""

from veinway.language import *

NOT_A_SWITCH = neutral("not_a_switch", "It is the same anticoagulant.", short="no switch")
NEXT_DOSE = commits(
    "at_next_dose",
    "Start the new one when the next dose of the old one would be due; that one is not taken.",
    action="switch",
    short="at the next dose",
)
SHORTLY_BEFORE_NEXT_DOSE = commits(
    "shortly_before_next_dose",
    "Start the new one 0 to 2 hours before the next dose of the old one would be due; that one is not "
    "given.",
    action="switch",
    short="0-2 h before the next dose",
)
WHEN_INFUSION_STOPS = commits(
    "when_infusion_stops",
    "Start the new one when the infusion of heparin is stopped.",
    action="switch",
    short="when the infusion stops",
)
# No label that was read says it of apixaban: an outcome of its own, which waits for a clinician.
APIXABAN_WHEN_INFUSION_STOPS = commits(
    "apixaban_when_infusion_stops",
    "Start apixaban when the infusion of heparin is stopped: not confirmed.",
    action="switch",
    short="when the infusion stops",
)
FOUR_HOURS_AFTER_INFUSION = commits(
    "four_hours_after_infusion",
    "Stop the infusion of heparin and start edoxaban 4 hours later.",
    action="switch",
    short="4 h after the infusion",
)
OVERLAP_HEPARIN = commits(
    "overlap_heparin",
    "Start warfarin and go on with heparin for at least 5 days, and until the INR was 2.0 or more "
    "twice, 24 hours apart.",
    action="switch",
    short="overlap, 5 days and INR 2",
)
START_NOW = commits(
    "start_after_warfarin",
    "Warfarin is stopped; start the new one now.",
    action="switch",
    short="start now",
)
WAIT_FOR_2 = neutral(
    "wait_for_inr_below_2",
    "Stop warfarin and do not start yet: wait until the INR is below 2.0.",
    action="switch",
    strength=Strength.DO_NOT,
    short="wait for INR below 2.0",
)
WAIT_FOR_2_5 = neutral(
    "wait_for_inr_2_5",
    "Stop warfarin and do not start yet: wait until the INR is 2.5 or less (the 3.0 that is quoted is "
    "for atrial fibrillation).",
    action="switch",
    strength=Strength.DO_NOT,
    short="wait for INR 2.5 or less",
)
OVERLAP_APIXABAN = commits(
    "overlap_apixaban",
    "Start warfarin and go on with apixaban for at least 2 days. Then take an INR just before each "
    "dose of apixaban, and stop apixaban once it is 2.0 or more.",
    action="switch",
    short="overlap until INR 2.0",
)
OVERLAP_RIVAROXABAN = commits(
    "overlap_rivaroxaban",
    "Start warfarin at its usual dose for 2 days and go on with rivaroxaban until the INR, taken just "
    "before a dose, is 2.0 or more.",
    action="switch",
    short="overlap until INR 2.0",
)
EDOXABAN_HALVED = commits(
    "overlap_edoxaban_halved",
    "Halve edoxaban (60 to 30 mg, 30 to 15 mg) and start warfarin. Take an INR at least 3 times in 14 "
    "days, before edoxaban; stop edoxaban at 2.0 or more, and after 14 days at the latest. Or stop "
    "edoxaban and give heparin with warfarin.",
    action="switch",
    short="halve, overlap until INR 2.0",
)
DAYS_3_BEFORE_STOP = commits(
    "warfarin_3_days_before_stop",
    "Start warfarin 3 days before dabigatran is stopped; the INR is reliable 2 days after that.",
    action="switch",
    short="3 days together",
)
DAYS_2_BEFORE_STOP = commits(
    "warfarin_2_days_before_stop",
    "Start warfarin 2 days before dabigatran is stopped; the INR is reliable 2 days after that.",
    action="switch",
    short="2 days together",
)
HOURS_12_AFTER_DABIGATRAN = commits(
    "heparin_12_hours_after_dabigatran",
    "Start heparin 12 hours after the last dose of dabigatran.",
    action="switch",
    short="12 h after the last dose",
)
LOADING_GOES_ON = commits(
    "loading_goes_on",
    "At the next due dose, at the loading strength of the new one, until its own loading has lasted as "
    "long as it should since the first dose of either. The labels are silent: ask a pharmacist.",
    action="switch",
    strength=Strength.CONSIDER,
    short="loading goes on",
)
SPECIALIST = neutral("ask_about_switch", "Ask a specialist before the switch.", short="ask a specialist")
NOTHING_SAID = silent("nothing_said_of_switch", "The labels that were read say nothing of this switch.")
