"""From the diagnosis to the end of treatment: which drug, which dose, how long, and what to check."""

from veinway.care import episodes, measures
from veinway.care.safety import beside as safety_beside
from veinway.care.safety import care_given as safety_care_given
from veinway.care.safety import questions as safety_questions
from veinway.care.safety import rules as safety_rules
from veinway.care.treatment import antidotes as antidotes
from veinway.care.treatment import (
    barred,
    check_ups,
    drugs,
    filter_by_guideline,
    kidneys,
    laws,
    liver,
    questions,
    recurrence,
    recurrence_by_guideline,
    stockings,
    travel,
)
from veinway.care.treatment import bridging as bridging
from veinway.care.treatment import interruption as interruption
from veinway.care.treatment import interruption_label as interruption_label
from veinway.care.treatment import missed_doses as missed_doses
from veinway.care.treatment import reversal as reversal
from veinway.care.treatment import switching as switching
from veinway.care.treatment import thrombocytopenia as thrombocytopenia
from veinway.care.treatment.bleeding import chest_factors as bleeding_chest_factors
from veinway.care.treatment.bleeding import has_bled as bleeding_has_bled
from veinway.care.treatment.bleeding import improve_bleeding as bleeding_improve_bleeding
from veinway.care.treatment.bleeding import riete as bleeding_riete
from veinway.care.treatment.bleeding import vte_bleed as bleeding_vte_bleed
from veinway.care.treatment.choice import chest as choice_chest
from veinway.care.treatment.choice import esc as choice_esc
from veinway.care.treatment.choice import heparin_points as choice_heparin_points
from veinway.care.treatment.choice import in_brief as choice_in_brief
from veinway.care.treatment.choice import nice as choice_nice
from veinway.care.treatment.choice import points as choice_points
from veinway.care.treatment.choice import special as choice_special
from veinway.care.treatment.choice import tc as choice_tc
from veinway.care.treatment.doses import apixaban as doses_apixaban
from veinway.care.treatment.doses import aspirin as doses_aspirin
from veinway.care.treatment.doses import common as doses_common
from veinway.care.treatment.doses import dabigatran as doses_dabigatran
from veinway.care.treatment.doses import dalteparin as doses_dalteparin
from veinway.care.treatment.doses import edoxaban as doses_edoxaban
from veinway.care.treatment.doses import enoxaparin as doses_enoxaparin
from veinway.care.treatment.doses import fondaparinux as doses_fondaparinux
from veinway.care.treatment.doses import heparin as doses_heparin
from veinway.care.treatment.doses import laws as doses_laws
from veinway.care.treatment.doses import lead_in as doses_lead_in
from veinway.care.treatment.doses import rivaroxaban as doses_rivaroxaban
from veinway.care.treatment.doses import tinzaparin as doses_tinzaparin
from veinway.care.treatment.doses import warfarin as doses_warfarin
from veinway.care.treatment.duration import arm as duration_arm
from veinway.care.treatment.duration import aspirin as duration_aspirin
from veinway.care.treatment.duration import chest as duration_chest
from veinway.care.treatment.duration import distal as duration_distal
from veinway.care.treatment.duration import esc as duration_esc
from veinway.care.treatment.duration import extended_dose as duration_extended_dose
from veinway.care.treatment.duration import in_brief as duration_in_brief
from veinway.care.treatment.duration import nice as duration_nice
from veinway.care.treatment.duration import pregnancy as duration_pregnancy
from veinway.care.treatment.duration import provocation
from veinway.care.treatment.duration import scores as duration_scores
from veinway.care.treatment.duration import subsegmental as duration_subsegmental
from veinway.care.treatment.duration import superficial as duration_superficial
from veinway.care.treatment.duration import tc as duration_tc
from veinway.care.treatment.heparin import four_ts as heparin_four_ts
from veinway.care.treatment.heparin import hit as heparin_hit
from veinway.care.treatment.heparin import monitoring as heparin_monitoring
from veinway.care.treatment.heparin import platelet_schedule as heparin_platelet_schedule
from veinway.care.treatment.verdicts import shared as verdicts_shared
from veinway.care.warfarin import control, fennerty, high_inr, maintenance, recall, roberts, weekly
from veinway.language.knowledge import Knowledge

TREATMENT = Knowledge.of(
    "treatment",
    modules=(
        drugs,
        liver,
        kidneys,
        verdicts_shared,
        questions,
        check_ups,
        measures,
        choice_nice,
        choice_chest,
        choice_esc,
        choice_tc,
        choice_in_brief,
        choice_special,
        choice_points,
        choice_heparin_points,
        provocation,
        duration_nice,
        duration_esc,
        duration_chest,
        duration_tc,
        duration_in_brief,
        duration_scores,
        duration_extended_dose,
        duration_aspirin,
        duration_pregnancy,
        duration_distal,
        duration_superficial,
        duration_subsegmental,
        duration_arm,
        recurrence,
        recurrence_by_guideline,
        filter_by_guideline,
        stockings,
        travel,
        fennerty,
        roberts,
        weekly,
        maintenance,
        high_inr,
        recall,
        control,
        barred,
        heparin_four_ts,
        doses_apixaban,
        doses_aspirin,
        doses_common,
        doses_dabigatran,
        doses_dalteparin,
        doses_edoxaban,
        doses_enoxaparin,
        doses_fondaparinux,
        doses_heparin,
        doses_lead_in,
        doses_rivaroxaban,
        doses_tinzaparin,
        doses_warfarin,
        bleeding_has_bled,
        bleeding_vte_bleed,
        bleeding_riete,
        bleeding_chest_factors,
        bleeding_improve_bleeding,
        antidotes,
        reversal,
        thrombocytopenia,
        heparin_hit,
        heparin_platelet_schedule,
        heparin_monitoring,
        interruption,
        interruption_label,
        bridging,
        safety_questions,
        safety_rules,
        safety_beside,
        safety_care_given,
        switching,
        missed_doses,
    ),
    episodes=(episodes.TREATED_VTE,),
    invariants=laws.INVARIANTS,
    monotone=doses_laws.DOSES_NEVER_RISE,
    constraints=(),
)
