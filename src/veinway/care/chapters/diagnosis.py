"""From the first symptom to the result: triage, scores, tests and what follows them."""

from __future__ import annotations

from veinway.care import d_dimer, d_dimer_use, episodes, invariants, measures, pathway, questions
from veinway.care.after_result import cancer_search, confirmed, negative, provoked, thrombophilia
from veinway.care.arm import imaged_first as arm_imaged_first
from veinway.care.arm import suspected as arm_suspected
from veinway.care.facts.noted import NOTED
from veinway.care.imaging import distal, extent, nice, pe_location, recurrence, superficial
from veinway.care.pregnancy import amniotic_fluid
from veinway.care.pregnancy import d_dimer as d_dimer_in_pregnancy
from veinway.care.pregnancy import dvt as dvt_in_pregnancy
from veinway.care.pregnancy import esc as pe_in_pregnancy_esc
from veinway.care.pregnancy import pe_rcog as pe_in_pregnancy_rcog
from veinway.care.probability import (
    constans,
    four_peps,
    geneva,
    left,
    oudega,
    peged,
    perc,
    wells_dvt,
    wells_pe,
    years,
)
from veinway.care.quality import nice as quality_nice
from veinway.care.quality import process as quality_process
from veinway.care.quality import times as quality_times
from veinway.care.special import anticoagulated, cancer, children, injecting
from veinway.care.special import inpatient as inpatient_step
from veinway.care.suspected_dvt import ash as dvt_ash
from veinway.care.suspected_dvt import chest as dvt_chest
from veinway.care.suspected_dvt import esvs as dvt_esvs
from veinway.care.suspected_dvt import scan_by_guideline, score_by_guideline, threatened_limb
from veinway.care.suspected_pe import aha as pe_aha
from veinway.care.suspected_pe import ash as pe_ash
from veinway.care.suspected_pe import (
    d_dimer_by_guideline,
    esc_unstable,
    haemodynamics,
    results_by_guideline,
    small_clots,
)
from veinway.care.suspected_pe import esc as pe_esc
from veinway.care.suspected_pe import nice as pe_nice
from veinway.care.suspected_pe import patients as pe_patients
from veinway.care.suspected_pe import score_by_guideline as pe_score_by_guideline
from veinway.care.triage import primary_care, rules
from veinway.language.knowledge import Knowledge

DIAGNOSIS = Knowledge.of(
    "diagnosis",
    modules=(
        questions,
        pathway,
        wells_dvt,
        wells_pe,
        geneva,
        perc,
        years,
        peged,
        four_peps,
        constans,
        left,
        oudega,
        d_dimer,
        measures,
        nice,
        extent,
        dvt_ash,
        dvt_esvs,
        dvt_chest,
        score_by_guideline,
        scan_by_guideline,
        threatened_limb,
        arm_suspected,
        arm_imaged_first,
        negative,
        confirmed,
        distal,
        superficial,
        recurrence,
        provoked,
        cancer_search,
        thrombophilia,
        haemodynamics,
        pe_patients,
        d_dimer_use,
        esc_unstable,
        pe_nice,
        pe_esc,
        pe_aha,
        pe_ash,
        pe_score_by_guideline,
        d_dimer_by_guideline,
        results_by_guideline,
        small_clots,
        pe_location,
        rules,
        primary_care,
        dvt_in_pregnancy,
        pe_in_pregnancy_rcog,
        pe_in_pregnancy_esc,
        d_dimer_in_pregnancy,
        amniotic_fluid,
        anticoagulated,
        inpatient_step,
        injecting,
        cancer,
        children,
        quality_times,
        quality_nice,
        quality_process,
    ),
    episodes=(episodes.SUSPECTED_VTE,),
    invariants=invariants.INVARIANTS,
    constraints=invariants.CONSTRAINTS,
    noted=NOTED,
)
