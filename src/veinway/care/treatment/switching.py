"""From one anticoagulant to another: when the new one starts (reference 2, section 6.10).

From warfarin to rivaroxaban for a clot the INR is to be 2.5 or less; the 3.0 that is often quoted is for
atrial fibrillation. An INR is taken just before a dose of a DOAC, never at its peak.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.person import adult
from veinway.care.facts.procedure import switch_planned, switch_to
from veinway.care.facts.treatment import current_anticoagulant, treatment_start
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    EDOXABAN_LABEL,
    LOCAL,
    PRODUCT,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    U,
)
from veinway.care.treatment.questions import SWITCHING
from veinway.care.treatment.switching_outcomes import (
    APIXABAN_WHEN_INFUSION_STOPS,
    DAYS_2_BEFORE_STOP,
    DAYS_3_BEFORE_STOP,
    EDOXABAN_HALVED,
    FOUR_HOURS_AFTER_INFUSION,
    HOURS_12_AFTER_DABIGATRAN,
    LOADING_GOES_ON,
    NEXT_DOSE,
    NOT_A_SWITCH,
    NOTHING_SAID,
    OVERLAP_APIXABAN,
    OVERLAP_HEPARIN,
    OVERLAP_RIVAROXABAN,
    SHORTLY_BEFORE_NEXT_DOSE,
    SPECIALIST,
    START_NOW,
    WAIT_FOR_2,
    WAIT_FOR_2_5,
    WHEN_INFUSION_STOPS,
)
from veinway.care.treatment.taken import DOACS
from veinway.language import *

_APIXABAN = APIXABAN_LABEL.section("4.2")
_RIVAROXABAN = RIVAROXABAN_LABEL.section("4.2")
_EDOXABAN = EDOXABAN_LABEL.section("4.2")
_DABIGATRAN = DABIGATRAN_LABEL.section("4.2")
_TC = THROMBOSIS_CANADA.at("questions on DOACs")
_DESIGN = PRODUCT.at("reference 2, section 6.10", LOCAL)

_from, _to = current_anticoagulant, switch_to
_injected = _from.one_of("lmwh", "fondaparinux")
_infusion = _from.is_("heparin")
_warfarin = _from.is_("warfarin")
_to_warfarin = _to.is_("warfarin")
_doac = _from.one_of(*DOACS)
_to_doac = _to.one_of(*DOACS)
_to_heparin = _to.one_of("lmwh", "heparin")
_same = any_of(
    all_of(_from.is_("apixaban"), _to.is_("apixaban")),
    all_of(_from.is_("rivaroxaban"), _to.is_("rivaroxaban")),
    all_of(_from.is_("edoxaban"), _to.is_("edoxaban")),
    all_of(_from.is_("dabigatran"), _to.is_("dabigatran")),
    all_of(_from.is_("warfarin"), _to.is_("warfarin")),
    all_of(_from.is_("lmwh"), _to.is_("lmwh")),
    all_of(_from.is_("fondaparinux"), _to.is_("fondaparinux")),
    all_of(_from.is_("heparin"), _to.is_("heparin")),
)
_days = days_since("last", treatment_start)
_loading = any_of(
    all_of(_from.is_("apixaban"), _days < 7, _to.is_("rivaroxaban")),
    all_of(_from.is_("rivaroxaban"), _days < 21, _to.is_("apixaban")),
)

SWITCH = table(
    "switching_conclusion",
    "When the new anticoagulant starts",
    hit="first",
    source=_APIXABAN,
    rows=[
        row(_same, NOT_A_SWITCH, id="the same", cite=_DESIGN),
        row(
            all_of(_injected, _to.one_of("apixaban", "edoxaban")),
            NEXT_DOSE,
            id="injection to apixaban, edoxaban",
            cite=_APIXABAN,
        ),
        row(
            all_of(_injected, _to.is_("rivaroxaban")),
            SHORTLY_BEFORE_NEXT_DOSE,
            id="injection to rivaroxaban",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_injected, _to.is_("dabigatran")),
            SHORTLY_BEFORE_NEXT_DOSE,
            id="injection to dabigatran",
            cite=_DABIGATRAN,
        ),
        row(
            all_of(_infusion, _to.one_of("rivaroxaban", "dabigatran")),
            WHEN_INFUSION_STOPS,
            id="infusion to rivaroxaban, dabigatran",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_infusion, _to.is_("apixaban")),
            APIXABAN_WHEN_INFUSION_STOPS,
            id="infusion to apixaban",
            cite=PRODUCT.at("reference 2, section 6.10, infusion to apixaban", U),
        ),
        row(
            all_of(_infusion, _to.is_("edoxaban")),
            FOUR_HOURS_AFTER_INFUSION,
            id="infusion to edoxaban",
            cite=_EDOXABAN,
        ),
        row(
            all_of(any_of(_injected, _infusion), _to_warfarin),
            OVERLAP_HEPARIN,
            id="heparin to warfarin",
            cite=THROMBOSIS_CANADA.at("guide on warfarin"),
        ),
        row(
            all_of(_warfarin, _to.one_of("apixaban", "dabigatran"), inr < 2),
            START_NOW,
            id="warfarin to apixaban, dabigatran",
            cite=_APIXABAN,
        ),
        row(
            all_of(_warfarin, _to.one_of("apixaban", "dabigatran")),
            WAIT_FOR_2,
            id="warfarin, INR 2 or more",
            cite=_APIXABAN,
        ),
        row(
            all_of(_warfarin, _to.one_of("rivaroxaban", "edoxaban"), inr <= "2.5"),
            START_NOW,
            id="warfarin to rivaroxaban, edoxaban",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_warfarin, _to.one_of("rivaroxaban", "edoxaban")),
            WAIT_FOR_2_5,
            id="warfarin, INR over 2.5",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_from.is_("apixaban"), _to_warfarin),
            OVERLAP_APIXABAN,
            id="apixaban to warfarin",
            cite=_APIXABAN,
        ),
        row(
            all_of(_from.is_("rivaroxaban"), _to_warfarin),
            OVERLAP_RIVAROXABAN,
            id="rivaroxaban to warfarin",
            cite=_RIVAROXABAN,
        ),
        row(
            all_of(_from.is_("edoxaban"), _to_warfarin),
            EDOXABAN_HALVED,
            id="edoxaban to warfarin",
            cite=_EDOXABAN,
        ),
        row(
            all_of(_from.is_("dabigatran"), _to_warfarin, creatinine_clearance >= 50),
            DAYS_3_BEFORE_STOP,
            id="dabigatran to warfarin",
            cite=_DABIGATRAN,
        ),
        row(
            all_of(_from.is_("dabigatran"), _to_warfarin, creatinine_clearance >= 30),
            DAYS_2_BEFORE_STOP,
            id="dabigatran to warfarin, 30 to 50",
            cite=_DABIGATRAN,
        ),
        row(
            all_of(_from.is_("dabigatran"), _to_warfarin),
            SPECIALIST,
            id="dabigatran to warfarin, below 30",
            cite=_DESIGN,
        ),
        row(_loading, LOADING_GOES_ON, id="while loading", cite=_DESIGN),
        row(all_of(_doac, _to_doac), NEXT_DOSE, id="DOAC to DOAC", cite=_TC),
        row(
            all_of(_from.is_("dabigatran"), _to_heparin),
            HOURS_12_AFTER_DABIGATRAN,
            id="dabigatran to heparin",
            cite=_DABIGATRAN,
        ),
        row(all_of(_doac, _to_heparin), NEXT_DOSE, id="DOAC to heparin", cite=_APIXABAN),
        otherwise(NOTHING_SAID, cite=_DESIGN),
    ],
    meanwhile=[otherwise(SPECIALIST, cite=_DESIGN)],
)
_to_warfarin_from_doac = all_of(_doac, _to_warfarin)
_new_loading = all_of(any_of(_injected, _infusion), _to.one_of("apixaban", "rivaroxaban"))

SWITCH_STEP = step(
    "switching_label",
    "Switching anticoagulants, product information",
    question=SWITCHING,
    guideline="label",
    subject=PERSON,
    source=_APIXABAN,
    for_whom=all_of(
        adult,
        presume(
            switch_planned,
            NO,
            because="no switch is recorded as planned",
            source=PRODUCT.at("presumption on switching", LOCAL),
        ),
        no(_from.one_of("none", "other")),
    ),
    conclusion=SWITCH,
    plan=[
        action(
            "inr_before_doac_dose",
            "Take each INR just before a dose of the DOAC, never at its peak, and again 24 hours after "
            "the last one (dabigatran: 2 days).",
            when=_to_warfarin_from_doac,
            cite=_RIVAROXABAN,
        ),
        action(
            "inr_not_at_hand",
            "Without an INR: wait 2 to 3 days after the last dose of warfarin.",
            when=all_of(_warfarin, _to_doac),
            strength=Strength.CONSIDER,
            cite=_TC,
        ),
        action(
            "full_loading_after_heparin",
            "Full loading from the first tablet, unless a clinician counts the days of heparin.",
            when=_new_loading,
            cite=_DESIGN,
        ),
    ],
)
