"""Safety laws of bleeding, heparin, switching and procedures (reference 2, sections 5 and 6)."""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.procedure import switch_to
from veinway.care.facts.treatment import current_anticoagulant, label_region
from veinway.care.sources import (
    ANDEXANET_LEAFLET,
    APIXABAN_LABEL,
    FDA_ANDEXANET,
    RIVAROXABAN_LABEL,
    TC_HIT,
    THROMBOSIS_CANADA,
)
from veinway.care.treatment.antidotes import ANDEXANET, ANDEXANET_HIGH, ANDEXANET_LOW
from veinway.care.treatment.barred import BAR_CONCLUSION, NOT_BARRED, WITH_CAUTION
from veinway.care.treatment.bars import absolute_bar, hit_in_100_days
from veinway.care.treatment.bridging import BRIDGING_TABLE
from veinway.care.treatment.heparin.four_ts import FOUR_TS, HIGH, INTERMEDIATE
from veinway.care.treatment.heparin.hit import HIT_ASH, HIT_TC, KEEP_HEPARIN
from veinway.care.treatment.interruption_outcomes import BRIDGE, BRIDGE_BEFORE_ONLY
from veinway.care.treatment.reversal import ANDEXANET_OR_PCC, REVERSAL_TABLE
from veinway.care.treatment.switching import SWITCH
from veinway.care.treatment.switching_outcomes import START_NOW
from veinway.care.treatment.taken import on_doac
from veinway.language import *

_hit = any_of(hit_in_100_days, FOUR_TS.one_of(INTERMEDIATE, HIGH))
_MANAGEMENT = TC_HIT.at("management")
_LEAFLET = ANDEXANET_LEAFLET.at("indication")
_PROCEDURES = THROMBOSIS_CANADA.at("guide on DOACs around procedures")
_andexanet = (ANDEXANET_LOW, ANDEXANET_HIGH)
_from_warfarin = current_anticoagulant.is_("warfarin")

BLEEDING_LAWS = (
    Invariant(
        "no_heparin_with_hit_tc",
        "Nobody whose 4Ts score may be 4 or more, or who had HIT in the last 100 days, is told that "
        "heparin may go on (Thrombosis Canada).",
        HIT_TC,
        _hit,
        (KEEP_HEPARIN,),
        _MANAGEMENT,
    ),
    Invariant(
        "no_heparin_with_hit_ash",
        "Nobody whose 4Ts score may be 4 or more, or who had HIT in the last 100 days, is told that "
        "heparin may go on (ASH).",
        HIT_ASH,
        _hit,
        (KEEP_HEPARIN,),
        _MANAGEMENT,
    ),
    Invariant(
        "no_andexanet_for_edoxaban",
        "Edoxaban is never reversed with andexanet.",
        ANDEXANET,
        current_anticoagulant.is_("edoxaban"),
        _andexanet,
        _LEAFLET,
    ),
    Invariant(
        "no_andexanet_proposed_for_edoxaban",
        "Andexanet is not proposed for edoxaban.",
        REVERSAL_TABLE,
        current_anticoagulant.is_("edoxaban"),
        (ANDEXANET_OR_PCC,),
        _LEAFLET,
    ),
    Invariant(
        "no_andexanet_outside_eu",
        "No dose of andexanet is given outside the EU and the UK.",
        ANDEXANET,
        label_region.one_of("us", "ca"),
        _andexanet,
        FDA_ANDEXANET.at("end of sale"),
    ),
    Invariant(
        "no_bridging_of_doac",
        "A DOAC is never bridged with heparin.",
        BRIDGING_TABLE,
        on_doac,
        (BRIDGE, BRIDGE_BEFORE_ONLY),
        _PROCEDURES,
    ),
    Invariant(
        "an_absolute_bar_is_never_lost",
        "Whoever may have an absolute bar is never told that nothing rules anticoagulation out.",
        BAR_CONCLUSION,
        absolute_bar,
        (NOT_BARRED, WITH_CAUTION),
        APIXABAN_LABEL.section("4.3"),
    ),
    Invariant(
        "no_apixaban_at_inr_2",
        "Apixaban or dabigatran never starts after warfarin while the INR may be 2.0 or more.",
        SWITCH,
        all_of(_from_warfarin, switch_to.one_of("apixaban", "dabigatran"), inr >= 2),
        (START_NOW,),
        APIXABAN_LABEL.section("4.2"),
    ),
    Invariant(
        "no_rivaroxaban_above_inr_2_5",
        "Rivaroxaban or edoxaban never starts after warfarin while the INR may be above 2.5.",
        SWITCH,
        all_of(_from_warfarin, switch_to.one_of("rivaroxaban", "edoxaban"), inr > "2.5"),
        (START_NOW,),
        RIVAROXABAN_LABEL.section("4.2"),
    ),
)
