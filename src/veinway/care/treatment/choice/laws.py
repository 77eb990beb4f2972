"""Safety laws of the choice of an anticoagulant, of its length, of filters and of stockings."""

from veinway.care.facts.duration import oestrogen_planned_after_stop
from veinway.care.facts.person import adult, pregnant, sex_at_birth
from veinway.care.facts.stockings import (
    arterial_bypass,
    arterial_disease_symptoms,
    fragile_leg_skin,
    leg_neuropathy,
    severe_heart_failure,
)
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    APIXABAN_LABEL,
    CHEST_2021,
    DABIGATRAN_LABEL,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    RODGER_2017,
    TC_HIT,
    THROMBOSIS_CANADA,
)
from veinway.care.treatment.bars import absolute_bar, hit_bar
from veinway.care.treatment.choice.chest import WHICH_DRUG_CHEST_CONCLUSION
from veinway.care.treatment.choice.esc import WHICH_DRUG_ESC_CONCLUSION
from veinway.care.treatment.choice.nice import WHICH_DRUG_NICE_CONCLUSION
from veinway.care.treatment.choice.outcomes import (
    APIXABAN_OR_LMWH,
    CANCER_AND_KIDNEY_FAILURE_SET,
    CANCER_SET,
    DOAC,
    KIDNEY_FAILURE_SET,
    LMWH_BEFORE_XA_INHIBITOR,
    LMWH_IN_CANCER,
    LMWH_IN_PREGNANCY,
    LMWH_OR_XA_INHIBITOR,
    LMWH_THEN_VKA,
    REDUCED_SET_BELOW_30,
    REDUCED_SET_FROM_30,
    STANDARD_SET,
    UFH_INFUSION,
    VKA_FOR_ANTIPHOSPHOLIPID,
    WEIGHT_SET,
    XA_INHIBITOR_IN_CANCER,
)
from veinway.care.treatment.choice.patients import antiphospholipid, triple_positive, unstable_embolism
from veinway.care.treatment.choice.tc import WHICH_DRUG_TC_CONCLUSION
from veinway.care.treatment.duration.aspirin import ASPIRIN_CHEST_CONCLUSION, ASPIRIN_ESC_CONCLUSION
from veinway.care.treatment.duration.clot import clot_dated, three_months_done
from veinway.care.treatment.duration.extended_outcomes import ASPIRIN_CLASS_IIB, ASPIRIN_OVER_NOTHING
from veinway.care.treatment.duration.outcomes import UNPROVOKED
from veinway.care.treatment.duration.provocation import PROVOCATION_CLASS
from veinway.care.treatment.duration.scores import HERDOO2_ADVICE, HERDOO2_MAY_STOP
from veinway.care.treatment.filter_by_guideline import FILTER_CHEST_CONCLUSION
from veinway.care.treatment.filter_outcomes import FILTER_RECOMMENDED
from veinway.care.treatment.stocking_outcomes import STOCKINGS_OPTIONAL
from veinway.care.treatment.stockings import FOR_SYMPTOMS_VEINWAY_CONCLUSION
from veinway.language import *

_NICE_WITH_DOAC = (
    CANCER_SET,
    REDUCED_SET_FROM_30,
    REDUCED_SET_BELOW_30,
    WEIGHT_SET,
    STANDARD_SET,
)
_NICE_WITH_VKA = (LMWH_THEN_VKA, KIDNEY_FAILURE_SET, CANCER_AND_KIDNEY_FAILURE_SET)
_CHEST_WITH_DOAC = (DOAC, XA_INHIBITOR_IN_CANCER, APIXABAN_OR_LMWH)
_ESC_WITH_DOAC = (DOAC, LMWH_BEFORE_XA_INHIBITOR)
_TC_WITH_DOAC = (DOAC, LMWH_OR_XA_INHIBITOR)
_NOT_IN_PREGNANCY = ESC_2019.section("9.5")
_SHOCK = APIXABAN_LABEL.section("4.4")
_HIT = TC_HIT.at("management")
_TOOLS = PRODUCT.at("reference 2, section 3.4", LOCAL)

CHOICE_LAWS = (
    Invariant(
        "no_tablet_is_chosen_in_pregnancy_nice",
        "Nobody pregnant is given a choice with a DOAC or a vitamin K antagonist: NICE's rows.",
        WHICH_DRUG_NICE_CONCLUSION,
        pregnant,
        (*_NICE_WITH_DOAC, *_NICE_WITH_VKA),
        _NOT_IN_PREGNANCY,
    ),
    Invariant(
        "no_tablet_is_chosen_in_pregnancy_chest",
        "Nobody pregnant is given a choice with a DOAC or a vitamin K antagonist: CHEST's rows.",
        WHICH_DRUG_CHEST_CONCLUSION,
        pregnant,
        (*_CHEST_WITH_DOAC, VKA_FOR_ANTIPHOSPHOLIPID),
        _NOT_IN_PREGNANCY,
    ),
    Invariant(
        "no_tablet_is_chosen_in_pregnancy_esc",
        "Nobody pregnant is given a choice with a DOAC or a vitamin K antagonist: ESC's rows.",
        WHICH_DRUG_ESC_CONCLUSION,
        pregnant,
        (*_ESC_WITH_DOAC, VKA_FOR_ANTIPHOSPHOLIPID),
        _NOT_IN_PREGNANCY,
    ),
    Invariant(
        "no_tablet_is_chosen_in_pregnancy_tc",
        "Nobody pregnant is given a choice with a DOAC or a vitamin K antagonist: Thrombosis Canada's.",
        WHICH_DRUG_TC_CONCLUSION,
        pregnant,
        (*_TC_WITH_DOAC, VKA_FOR_ANTIPHOSPHOLIPID),
        _NOT_IN_PREGNANCY,
    ),
    Invariant(
        "no_tablet_is_chosen_in_shock_nice",
        "An embolism in shock never starts with a tablet: NICE's rows.",
        WHICH_DRUG_NICE_CONCLUSION,
        unstable_embolism,
        (*_NICE_WITH_DOAC, *_NICE_WITH_VKA),
        _SHOCK,
    ),
    Invariant(
        "no_tablet_is_chosen_in_shock_chest",
        "An embolism in shock never starts with a tablet: CHEST's rows.",
        WHICH_DRUG_CHEST_CONCLUSION,
        unstable_embolism,
        (*_CHEST_WITH_DOAC, VKA_FOR_ANTIPHOSPHOLIPID),
        _SHOCK,
    ),
    Invariant(
        "no_tablet_is_chosen_in_shock_esc",
        "An embolism in shock never starts with a tablet: ESC's rows.",
        WHICH_DRUG_ESC_CONCLUSION,
        unstable_embolism,
        (*_ESC_WITH_DOAC, VKA_FOR_ANTIPHOSPHOLIPID),
        _SHOCK,
    ),
    Invariant(
        "no_heparin_is_chosen_after_hit",
        "With HIT, suspected or in the last 100 days, no set that holds a heparin is chosen.",
        WHICH_DRUG_NICE_CONCLUSION,
        hit_bar,
        (
            UFH_INFUSION,
            LMWH_IN_PREGNANCY,
            LMWH_THEN_VKA,
            CANCER_SET,
            CANCER_AND_KIDNEY_FAILURE_SET,
            KIDNEY_FAILURE_SET,
            REDUCED_SET_FROM_30,
            REDUCED_SET_BELOW_30,
            WEIGHT_SET,
        ),
        _HIT,
    ),
    Invariant(
        "no_lmwh_is_chosen_after_hit_tc",
        "With HIT, suspected or in the last 100 days, no LMWH is chosen for a cancer.",
        WHICH_DRUG_TC_CONCLUSION,
        hit_bar,
        (UFH_INFUSION, LMWH_IN_PREGNANCY, LMWH_IN_CANCER, LMWH_OR_XA_INHIBITOR),
        _HIT,
    ),
    Invariant(
        "no_doac_is_chosen_when_triple_positive",
        "A triple positive antiphospholipid syndrome never gets a set with a DOAC.",
        WHICH_DRUG_NICE_CONCLUSION,
        triple_positive,
        _NICE_WITH_DOAC,
        NG158.section("1.3, row N2"),
    ),
    Invariant(
        "no_doac_is_chosen_in_antiphospholipid_syndrome_esc",
        "By ESC no antiphospholipid syndrome gets a DOAC.",
        WHICH_DRUG_ESC_CONCLUSION,
        antiphospholipid,
        _ESC_WITH_DOAC,
        ESC_2019.section("8.4, class III C"),
    ),
    Invariant(
        "no_dabigatran_is_chosen_below_30",
        "Below a clearance of 30 mL/min no set that names dabigatran is chosen, unless for cancer.",
        WHICH_DRUG_NICE_CONCLUSION,
        creatinine_clearance < 30,
        (REDUCED_SET_FROM_30, STANDARD_SET, WEIGHT_SET),
        DABIGATRAN_LABEL.section("4.3"),
    ),
    Invariant(
        "no_child_gets_a_set_of_nice",
        "Nobody under 18 gets a set of NICE's.",
        WHICH_DRUG_NICE_CONCLUSION,
        no(adult),
        (*_NICE_WITH_DOAC, *_NICE_WITH_VKA, UFH_INFUSION, LMWH_IN_PREGNANCY),
        NG158.at("context"),
    ),
    Invariant(
        "no_clot_without_a_date_is_called_unprovoked",
        "Where no clot has a date, none is called unprovoked: no window lies anywhere.",
        PROVOCATION_CLASS,
        no(clot_dated),
        (UNPROVOKED,),
        _TOOLS,
    ),
    Invariant(
        "herdoo2_lets_no_man_stop",
        "HERDOO2 never says that a man may stop.",
        HERDOO2_ADVICE,
        sex_at_birth.is_("male"),
        (HERDOO2_MAY_STOP,),
        RODGER_2017.at("abstract"),
    ),
    Invariant(
        "herdoo2_lets_nobody_stop_for_oestrogen",
        "HERDOO2 never says that a woman may stop who plans to take oestrogen.",
        HERDOO2_ADVICE,
        oestrogen_planned_after_stop,
        (HERDOO2_MAY_STOP,),
        RODGER_2017.at("exclusions"),
    ),
    Invariant(
        "aspirin_never_treats_a_fresh_clot_chest",
        "Aspirin is not offered in place of an anticoagulant in the first 3 months: CHEST.",
        ASPIRIN_CHEST_CONCLUSION,
        no(three_months_done),
        (ASPIRIN_OVER_NOTHING,),
        THROMBOSIS_CANADA.at("deep vein thrombosis: treatment"),
    ),
    Invariant(
        "aspirin_never_treats_a_fresh_clot_esc",
        "Aspirin is not offered in place of an anticoagulant in the first 3 months: ESC.",
        ASPIRIN_ESC_CONCLUSION,
        no(three_months_done),
        (ASPIRIN_CLASS_IIB,),
        THROMBOSIS_CANADA.at("deep vein thrombosis: treatment"),
    ),
    Invariant(
        "no_filter_where_anticoagulation_is_possible",
        "By CHEST nobody who can be anticoagulated gets a filter.",
        FILTER_CHEST_CONCLUSION,
        no(absolute_bar),
        (FILTER_RECOMMENDED,),
        CHEST_2021.at("inferior vena cava filter, strong"),
    ),
    Invariant(
        "no_stocking_on_a_leg_that_does_not_bear_it",
        "No stocking is offered for a leg with bad arteries, numb feet or broken skin, or in severe "
        "heart failure.",
        FOR_SYMPTOMS_VEINWAY_CONCLUSION,
        any_of(
            arterial_disease_symptoms,
            arterial_bypass,
            leg_neuropathy,
            fragile_leg_skin,
            severe_heart_failure,
        ),
        (STOCKINGS_OPTIONAL,),
        PRODUCT.at("reference 2, section 8.2", LOCAL),
    ),
)
