"""Safety laws of suspected embolism, proved for every patient, incomplete ones included."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.person import injects_drugs
from veinway.care.outcomes import (
    ARM_PATHWAY,
    INCIDENTAL_PATHWAY,
    INPATIENT_PATHWAY,
    LEG_PATHWAY,
    NO_SUSPICION,
    OUT_OF_SCOPE_CHILD,
    PE_PATHWAY,
)
from veinway.care.pathway import ROUTE
from veinway.care.probability.outcomes import PE_EXCLUDED, PE_EXCLUDED_WITH_WARNING
from veinway.care.sources import CHEST_2021, ESC_2019, NG158, S
from veinway.care.suspected_pe import aha, ash, esc, esc_unstable, nice
from veinway.care.suspected_pe.d_dimer_by_guideline import GRADUATED_ESC
from veinway.care.suspected_pe.esc_results import clot_seen, last_ct, lung_scan
from veinway.care.suspected_pe.haemodynamics import low_though_said_no, unstable
from veinway.care.suspected_pe.outcomes import (
    OTHER_CAUSE_OF_SHOCK,
    PE_NOT_SHOWN,
    PE_REJECTED,
    PE_REJECTED_THOUGH_HIGH,
    PE_SUBSEGMENTAL,
    SERIAL_LEG_SCANS,
    SUBSEGMENTAL_WATCH,
)
from veinway.care.suspected_pe.patients import high, likely
from veinway.care.suspected_pe.point_outcomes import WELLS_PE_IN_TWO_LEVELS
from veinway.care.suspected_pe.results import clot_is_segmental_or_more
from veinway.care.suspected_pe.score_by_guideline import PE_SCORE_NICE
from veinway.care.suspected_pe.settled import d_dimer_raised
from veinway.care.suspected_pe.small_clots import SUBSEGMENTAL_PE_CHEST, clot_in_leg
from veinway.language import *

_NICE = NG158.section("1.1, suspected PE", S, nice.IATROX)
_III = ESC_2019.section("4.11, row E6")

PE_LAWS = (
    Invariant(
        "unstable_by_measurement_never_waits",
        "Whoever is unstable, as stated or as measured, is sent to no pathway that starts with a score.",
        ROUTE,
        unstable,
        (
            LEG_PATHWAY,
            PE_PATHWAY,
            ARM_PATHWAY,
            INPATIENT_PATHWAY,
            OUT_OF_SCOPE_CHILD,
            INCIDENTAL_PATHWAY,
            NO_SUSPICION,
        ),
        ESC_2019.table(4),
    ),
    Invariant(
        "no_score_comes_before_resuscitation",
        "An unstable patient with suspected embolism is not scored first, so no D-dimer is awaited.",
        PE_SCORE_NICE.conclusion,
        unstable,
        (WELLS_PE_IN_TWO_LEVELS,),
        ESC_2019.table(4),
    ),
    Invariant(
        "clot_in_an_unstable_patient_is_never_dismissed",
        "A clot on CT of an unstable patient never ends in 'search for other causes'.",
        esc_unstable.CONCLUSION,
        esc_unstable.clot_seen,
        (OTHER_CAUSE_OF_SHOCK,),
        ESC_2019.at("figure 4"),
    ),
    Invariant(
        "clot_in_the_lung_is_never_dismissed_nice",
        "An embolism that imaging shows is never dismissed, whatever the score and the D-dimer.",
        nice.CONCLUSION,
        nice.imaging_shows_pe,
        (PE_REJECTED, PE_NOT_SHOWN),
        _NICE,
    ),
    Invariant(
        "clot_in_the_lung_is_never_dismissed_esc",
        "A clot of segmental level or more on CT is never dismissed, nor taken for a doubtful one.",
        esc.CONCLUSION,
        all_of(clot_seen, clot_is_segmental_or_more),
        (PE_REJECTED, PE_REJECTED_THOUGH_HIGH, PE_SUBSEGMENTAL),
        ESC_2019.section("4.11, row E11"),
    ),
    Invariant(
        "clot_in_the_lung_is_never_dismissed_aha",
        "An embolism that imaging shows is never dismissed, whatever the estimate and the D-dimer.",
        aha.CONCLUSION,
        aha.imaging_shows_pe,
        (PE_REJECTED,),
        aha.IMAGING,
    ),
    Invariant(
        "clot_in_the_lung_is_never_dismissed_ash",
        "An embolism that imaging shows is never dismissed, whatever the probability and the D-dimer.",
        ash.CONCLUSION,
        ash.imaging_shows_pe,
        (PE_REJECTED, SERIAL_LEG_SCANS),
        ash.LOW_AND_INTERMEDIATE,
    ),
    Invariant(
        "clot_in_a_leg_is_never_dismissed_in_suspected_pe",
        "A proximal clot in a leg never ends in 'embolism is not likely: stop'.",
        nice.CONCLUSION,
        nice.clot_in_leg,
        (PE_REJECTED, PE_NOT_SHOWN),
        _NICE,
    ),
    Invariant(
        "a_raised_d_dimer_never_ends_in_not_likely",
        "PERC ends no suspicion in which a D-dimer was measured and is raised.",
        nice.CONCLUSION,
        all_of(d_dimer_raised, no(d_dimer_negative)),
        (PE_REJECTED,),
        _NICE,
    ),
    Invariant(
        "low_pressure_is_never_reasoned_away",
        "While the pressure is below 90 and shock is possible, no score ends the suspicion.",
        nice.SUSPECTED_PE_NICE,
        low_though_said_no,
        (PE_REJECTED, PE_NOT_SHOWN),
        ESC_2019.table(4),
    ),
    Invariant(
        "who_injects_drugs_is_never_excluded_by_a_score",
        "The pathway that starts with a score is not for people who inject drugs.",
        nice.SUSPECTED_PE_NICE,
        injects_drugs,
        (PE_REJECTED, PE_NOT_SHOWN),
        _NICE,
    ),
    Invariant(
        "d_dimer_never_excludes_a_likely_embolism_nice",
        "While embolism is likely and imaging shows nothing, no D-dimer ends the suspicion.",
        nice.CONCLUSION,
        all_of(likely, no(nice.excluded_by_perc)),
        (PE_REJECTED,),
        _NICE,
    ),
    Invariant(
        "d_dimer_never_excludes_a_probable_embolism_esc",
        "At high probability only imaging rejects embolism.",
        esc.CONCLUSION,
        all_of(high, no(lung_scan.is_("normal")), no(last_ct.is_("negative"))),
        (PE_REJECTED, PE_REJECTED_THOUGH_HIGH),
        _III,
    ),
    Invariant(
        "d_dimer_never_excludes_a_probable_embolism_aha",
        "Above 50 per cent no D-dimer ends the suspicion.",
        aha.CONCLUSION,
        all_of(aha.high, no(aha.excluded_by_perc)),
        (PE_REJECTED,),
        aha.PAGES_8_AND_10,
    ),
    Invariant(
        "years_never_excludes_a_probable_embolism",
        "At high probability YEARS excludes nothing.",
        GRADUATED_ESC.conclusion,
        high,
        (PE_EXCLUDED, PE_EXCLUDED_WITH_WARNING),
        _III,
    ),
    Invariant(
        "no_surveillance_with_a_clot_in_a_leg",
        "A subsegmental embolism with a proximal clot in a leg is never only watched.",
        SUBSEGMENTAL_PE_CHEST.conclusion,
        clot_in_leg,
        (SUBSEGMENTAL_WATCH,),
        CHEST_2021.at("statement 3"),
    ),
)
