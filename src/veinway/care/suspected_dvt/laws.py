"""Safety laws of suspected and shown DVT: a clot that was seen is never let go of by any guideline."""

from veinway.care.after_result import confirmed, negative
from veinway.care.after_result.outcomes import (
    ANTICOAGULATE,
    MECHANICAL_METHODS,
    NOT_A_NEGATIVE_RESULT,
    STOP_INTERIM_AND_REPEAT,
)
from veinway.care.arm import suspected as arm
from veinway.care.arm.outcomes import (
    ARM_FURTHER_IMAGING,
    ARM_NOT_LIKELY_UNCONFIRMED,
    ARM_SCAN_NEGATIVE,
    ARM_SCAN_NEGATIVE_THOUGH_LIKELY,
    ARM_SVT,
)
from veinway.care.facts.findings import (
    anticoagulation_contraindicated,
    new_non_compressible_segment,
    svt_sfj_distance_cm,
)
from veinway.care.imaging import distal, nice, recurrence, superficial
from veinway.care.imaging.extent import DVT_EXTENT, clot_segment
from veinway.care.imaging.outcomes import (
    DISTAL_SERIAL_SCANS,
    DISTAL_STABLE,
    NOTHING_TO_COMPARE,
    RECURRENCE_EQUIVOCAL,
    RECURRENCE_EXCLUDED,
    SUPERFICIAL_ANTI_INFLAMMATORY,
    SUPERFICIAL_CLINICIAN,
    SUPERFICIAL_PROPHYLACTIC,
)
from veinway.care.outcomes import (
    DISTAL,
    DVT_NOT_LIKELY,
    FURTHER_IMAGING,
    NO_CLOT_SEEN,
    SILENT_ON_DISTAL,
    SILENT_ON_SUPERFICIAL,
    SUPERFICIAL,
)
from veinway.care.probability.outcomes import ARM_DVT_EXCLUDED
from veinway.care.sources import CHEST_2021, DICTIONARY, LOCAL, NG158, PRODUCT, S
from veinway.care.suspected_dvt import ash, chest, esvs
from veinway.care.suspected_dvt.outcomes import (
    ASH_SILENT_ON_DISTAL,
    COMPARE_WITH_EARLIER_SCAN,
    DISTAL_FOR_CHEST,
    ESVS_DISTAL,
    NOT_LIKELY_UNCONFIRMED,
)
from veinway.care.suspected_dvt.patients import is_unstable, limb_is_threatened
from veinway.language import *

_LAW = PRODUCT.at("safety invariants", LOCAL)
_D5 = NG158.section("1.1, row D5", S, "Guideline Genius")
_TREATED = "A scan that shows a proximal clot ends in anticoagulation and in nothing else, by "

DVT_LAWS = (
    Invariant(
        "positive_scan_is_treated_by_nice",
        _TREATED + "NICE.",
        nice.CONCLUSION,
        nice.scan_positive,
        (DVT_NOT_LIKELY, FURTHER_IMAGING, SILENT_ON_DISTAL, SILENT_ON_SUPERFICIAL),
        _LAW,
    ),
    Invariant(
        "positive_scan_is_treated_by_ash",
        _TREATED + "ASH.",
        ash.CONCLUSION,
        ash.scan_positive,
        (
            DVT_NOT_LIKELY,
            NOT_LIKELY_UNCONFIRMED,
            COMPARE_WITH_EARLIER_SCAN,
            FURTHER_IMAGING,
            ASH_SILENT_ON_DISTAL,
            SILENT_ON_SUPERFICIAL,
        ),
        _LAW,
    ),
    Invariant(
        "positive_scan_is_treated_by_esvs",
        _TREATED + "ESVS.",
        esvs.CONCLUSION,
        esvs.scan_positive,
        (
            DVT_NOT_LIKELY,
            NOT_LIKELY_UNCONFIRMED,
            FURTHER_IMAGING,
            ESVS_DISTAL,
            SILENT_ON_SUPERFICIAL,
        ),
        _LAW,
    ),
    Invariant(
        "positive_scan_is_treated_by_chest",
        _TREATED + "CHEST.",
        chest.CONCLUSION,
        chest.scan_positive,
        (DVT_NOT_LIKELY, FURTHER_IMAGING, DISTAL_FOR_CHEST, SILENT_ON_SUPERFICIAL),
        _LAW,
    ),
    Invariant(
        "a_clot_is_no_negative_result",
        "A scan that shows any clot is never followed up as a negative result.",
        negative.CONCLUSION,
        negative.clot_shown,
        (DVT_NOT_LIKELY, STOP_INTERIM_AND_REPEAT, NOT_A_NEGATIVE_RESULT),
        _LAW,
    ),
    Invariant(
        "contraindicated_anticoagulation_is_not_given",
        "Nobody with a contraindication is told to be anticoagulated.",
        confirmed.CONCLUSION,
        anticoagulation_contraindicated,
        (ANTICOAGULATE,),
        _D5,
    ),
    Invariant(
        "only_a_stated_bar_spares_anticoagulation",
        "A proximal DVT goes without anticoagulation only where it is known to be contraindicated.",
        confirmed.CONCLUSION,
        no(anticoagulation_contraindicated),
        (MECHANICAL_METHODS,),
        _D5,
    ),
    Invariant(
        "the_superficial_femoral_vein_is_deep",
        "A clot in the femoral vein, whatever an old report calls it, is a proximal DVT.",
        DVT_EXTENT,
        clot_segment.is_("femoral"),
        (SUPERFICIAL, DISTAL, NO_CLOT_SEEN),
        DICTIONARY.at("section 4.1, femoral vein"),
    ),
    Invariant(
        "a_calf_clot_that_reached_the_thigh_is_treated",
        "A clot of the calf that has reached a proximal vein is neither watched nor let go.",
        distal.CHEST_CONCLUSION,
        distal.reached_proximal,
        (DISTAL_STABLE, DISTAL_SERIAL_SCANS),
        CHEST_2021.at("statement 2, row K7"),
    ),
    Invariant(
        "near_the_junction_is_as_deep",
        "A superficial clot within 3 cm of the junction is never treated as a superficial one.",
        superficial.CONCLUSION,
        svt_sfj_distance_cm <= 3,
        (SUPERFICIAL_PROPHYLACTIC, SUPERFICIAL_ANTI_INFLAMMATORY, SUPERFICIAL_CLINICIAN),
        DICTIONARY.at("section 4.1, distance from the junction"),
    ),
    Invariant(
        "a_new_segment_is_a_new_clot",
        "A segment that does not compress any more is never explained by an old clot.",
        recurrence.CONCLUSION,
        new_non_compressible_segment,
        (RECURRENCE_EXCLUDED, RECURRENCE_EQUIVOCAL, NOTHING_TO_COMPARE),
        _LAW,
    ),
    Invariant(
        "a_reported_clot_is_not_compared_away",
        "While a scan is reported to show a proximal clot, a comparison of diameters excludes nothing.",
        recurrence.CONCLUSION,
        recurrence.proximal_clot_on_record,
        (RECURRENCE_EXCLUDED,),
        _LAW,
    ),
    Invariant(
        "red_flags_do_not_end_in_reassurance",
        "Nobody with a threatened limb or in shock is told by NICE's rows that DVT is not likely.",
        nice.SUSPECTED_DVT_NICE,
        any_of(limb_is_threatened, is_unstable),
        (DVT_NOT_LIKELY,),
        _LAW,
    ),
    Invariant(
        "positive_arm_scan_is_treated",
        "A scan that shows a clot in a deep vein of the arm ends in anticoagulation.",
        arm.CONCLUSION,
        arm.scan_positive,
        (
            ARM_DVT_EXCLUDED,
            ARM_SCAN_NEGATIVE,
            ARM_SCAN_NEGATIVE_THOUGH_LIKELY,
            ARM_SVT,
            ARM_FURTHER_IMAGING,
        ),
        _LAW,
    ),
    Invariant(
        "positive_arm_scan_is_treated_by_ash",
        "A scan that shows a clot in a deep vein of the arm ends in anticoagulation, by ASH.",
        arm.ASH_CONCLUSION,
        arm.scan_positive,
        (
            ARM_NOT_LIKELY_UNCONFIRMED,
            ARM_SCAN_NEGATIVE,
            ARM_SCAN_NEGATIVE_THOUGH_LIKELY,
            ARM_SVT,
            ARM_FURTHER_IMAGING,
        ),
        _LAW,
    ),
)
