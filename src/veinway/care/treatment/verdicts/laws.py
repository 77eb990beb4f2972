"""Safety laws of the verdicts: whom no drug of a kind may be allowed for."""

from veinway.care.facts.person import pregnant
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    EDOXABAN_LABEL,
    ESC_2019,
    LOCAL,
    PRODUCT,
    RIVAROXABAN_LABEL,
    TC_HIT,
)
from veinway.care.treatment.bars import absolute_bar, hit_bar
from veinway.care.treatment.choice.patients import triple_positive
from veinway.care.treatment.outcomes import ALLOWED, CAUTION, RECOMMENDED
from veinway.care.treatment.verdicts.apixaban import APIXABAN_VERDICT
from veinway.care.treatment.verdicts.aspirin import ASPIRIN_VERDICT
from veinway.care.treatment.verdicts.dabigatran import DABIGATRAN_VERDICT
from veinway.care.treatment.verdicts.edoxaban import EDOXABAN_VERDICT
from veinway.care.treatment.verdicts.fondaparinux import FONDAPARINUX_VERDICT
from veinway.care.treatment.verdicts.lmwh import (
    DALTEPARIN_VERDICT,
    ENOXAPARIN_VERDICT,
    TINZAPARIN_VERDICT,
)
from veinway.care.treatment.verdicts.rivaroxaban import RIVAROXABAN_VERDICT
from veinway.care.treatment.verdicts.shared import in_us, not_in_us
from veinway.care.treatment.verdicts.unfractionated import HEPARIN_VERDICT
from veinway.care.treatment.verdicts.warfarin import WARFARIN_VERDICT
from veinway.language import *

# Each verdict with its outcomes that let the drug be given.
_GIVEN = (ALLOWED, RECOMMENDED, CAUTION)
_NEVER_RECOMMENDED = (ALLOWED, CAUTION)
_DOACS = {
    "apixaban": (APIXABAN_VERDICT, _GIVEN),
    "rivaroxaban": (RIVAROXABAN_VERDICT, _GIVEN),
    "edoxaban": (EDOXABAN_VERDICT, _NEVER_RECOMMENDED),
    "dabigatran": (DABIGATRAN_VERDICT, _NEVER_RECOMMENDED),
}
_HEPARINS = {
    "enoxaparin": (ENOXAPARIN_VERDICT, _GIVEN),
    "dalteparin": (DALTEPARIN_VERDICT, _GIVEN),
    "tinzaparin": (TINZAPARIN_VERDICT, _GIVEN),
    "heparin": (HEPARIN_VERDICT, _GIVEN),
}
_WARFARIN = {"warfarin": (WARFARIN_VERDICT, _GIVEN)}
_EVERY = {
    **_DOACS,
    **_HEPARINS,
    **_WARFARIN,
    "fondaparinux": (FONDAPARINUX_VERDICT, _NEVER_RECOMMENDED),
    "aspirin": (ASPIRIN_VERDICT, (CAUTION,)),
}
_BELOW = {
    "apixaban": (all_of(not_in_us, creatinine_clearance < 15), APIXABAN_LABEL.section("4.2")),
    "rivaroxaban": (creatinine_clearance < 15, RIVAROXABAN_LABEL.section("4.2")),
    "edoxaban": (creatinine_clearance < 15, EDOXABAN_LABEL.section("4.2")),
    "dabigatran": (
        any_of(all_of(not_in_us, creatinine_clearance < 30), all_of(in_us, creatinine_clearance <= 30)),
        DABIGATRAN_LABEL.section("4.3; US label: up to 30"),
    ),
}

VERDICT_LAWS = (
    *(
        Invariant(
            f"no_{drug}_in_pregnancy",
            f"Nobody who is or may be pregnant is allowed {drug}.",
            verdict,
            pregnant,
            given,
            ESC_2019.section("9.5"),
        )
        for drug, (verdict, given) in {**_DOACS, **_WARFARIN}.items()
    ),
    *(
        Invariant(
            f"no_{drug}_in_triple_positive_aps",
            f"Nobody with triple positive antiphospholipid syndrome is allowed {drug}.",
            verdict,
            triple_positive,
            given,
            APIXABAN_LABEL.section("4.4"),
        )
        for drug, (verdict, given) in _DOACS.items()
    ),
    *(
        Invariant(
            f"no_{drug}_below_its_clearance",
            f"Nobody whose clearance is below the label's limit is allowed {drug}.",
            _DOACS[drug][0],
            below,
            _DOACS[drug][1],
            source,
        )
        for drug, (below, source) in _BELOW.items()
    ),
    *(
        Invariant(
            f"no_{drug}_in_hit",
            f"Nobody with heparin-induced thrombocytopenia, suspected or had, is allowed {drug}.",
            verdict,
            hit_bar,
            given,
            TC_HIT.at("management"),
        )
        for drug, (verdict, given) in _HEPARINS.items()
    ),
    *(
        Invariant(
            f"no_{drug}_with_a_bar",
            f"Nobody whom something bars from any anticoagulant is allowed {drug}.",
            verdict,
            absolute_bar,
            given,
            PRODUCT.at("reference 2, section 5.1", LOCAL),
        )
        for drug, (verdict, given) in _EVERY.items()
    ),
)
