"""Medicines against a clot that has not come: whether each suits, how much, and for how long.

Nothing here is given: what is offered is what may be considered. No heparin with a bar to it; no direct
oral anticoagulant but after a planned hip or knee replacement; aspirin only where a row names it.
"""

from veinway.care.facts.dosing import early_pregnancy_weight
from veinway.care.facts.person import body_weight, pregnant
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.prevention import prophylaxis_group
from veinway.care.prevention.bars import fondaparinux_barred, heparin_barred, medicine_barred
from veinway.care.prevention.patients import anticoagulated
from veinway.care.prevention.pregnancy import doses as pregnancy_doses
from veinway.care.prevention.prophylaxis import by_mouth, doses
from veinway.care.prevention.prophylaxis.by_mouth import hip, knee
from veinway.care.sources import (
    ESC_2019,
    LOCAL,
    NG89,
    PREVENTION_LABELS,
    PRODUCT,
    RCOG_37A,
    TC_PROPHYLAXIS,
    S,
    U,
)
from veinway.care.treatment.outcomes import ALLOWED, CAUTION, CONTRAINDICATED, NOT_RECOMMENDED
from veinway.language import *

_BARS = PRODUCT.at("reference 4, section 3, what bars prophylaxis", LOCAL)
_TC = TC_PROPHYLAXIS.at("doses by weight and kidney function")
_WEIGHTS = RCOG_37A.table(3, S, "four sources agree")
_REPLACEMENT = NG89.at("elective hip and knee replacement")
_LABELS = PREVENTION_LABELS.at("hip and knee")
_MOTHERS = ESC_2019.section("9.5")
_barred = row(medicine_barred, CONTRAINDICATED, id="any anticoagulant is barred", cite=_BARS)
_heparin = row(heparin_barred, CONTRAINDICATED, id="heparin is barred", cite=_BARS)
_treated = row(
    anticoagulated,
    NOT_RECOMMENDED,
    id="treatment dose is taken",
    cite=NG89.at("people already anticoagulated", U),
)
_replaced = any_of(hip, knee)

HEPARINS_VERDICT = table(
    "heparin_prophylaxis_verdict",
    "Heparins for prophylaxis: what speaks against them",
    hit="worst",
    source=_BARS,
    rows=[_barred, _heparin, _treated, otherwise(ALLOWED, cite=_BARS)],
)
FONDAPARINUX_VERDICT = table(
    "fondaparinux_prophylaxis_verdict",
    "Fondaparinux for prophylaxis: what speaks against it",
    hit="worst",
    source=_BARS,
    rows=[
        row(fondaparinux_barred, CONTRAINDICATED, id="fondaparinux is barred", cite=_BARS),
        _treated,
        row(body_weight < 50, CAUTION, id="below 50 kg", cite=PREVENTION_LABELS.at("fondaparinux")),
        otherwise(ALLOWED, cite=_BARS),
    ],
)
ORAL_VERDICT = table(
    "oral_prophylaxis_verdict",
    "Direct oral anticoagulants for prophylaxis: what speaks against them",
    hit="worst",
    source=_BARS,
    rows=[
        _barred,
        row(pregnant, NOT_RECOMMENDED, id="pregnancy", cite=_MOTHERS),
        _treated,
        row(no(_replaced), NOT_RECOMMENDED, id="not after a hip or knee replacement", cite=_REPLACEMENT),
        otherwise(ALLOWED, cite=_BARS),
    ],
)
ASPIRIN_VERDICT = table(
    "aspirin_prophylaxis_verdict",
    "Aspirin for prophylaxis: what speaks against it",
    hit="worst",
    source=_BARS,
    rows=[
        _barred,
        _treated,
        row(
            no(any_of(knee, prophylaxis_group.is_("myeloma_imid"))),
            NOT_RECOMMENDED,
            id="no row names it",
            cite=NG89.at("antiplatelets", U),
        ),
        otherwise(ALLOWED, cite=_BARS),
    ],
)
LMWH_THEN_ASPIRIN_VERDICT = table(
    "lmwh_then_aspirin_verdict",
    "LMWH, then aspirin, after a hip replacement: what speaks against it",
    hit="worst",
    source=_BARS,
    rows=[
        _barred,
        _heparin,
        _treated,
        row(no(hip), NOT_RECOMMENDED, id="not after a hip replacement", cite=_REPLACEMENT),
        otherwise(ALLOWED, cite=_BARS),
    ],
)
_MOTHER = {
    "key": "pregnancy",
    "label": "Pregnancy and the weeks after birth",
    "lasts": until_review(),
    "source": _WEIGHTS,
    "when": expecting_or_new_mother,
    "weight": early_pregnancy_weight,
}
_OTHER = {
    "key": "prophylaxis",
    "label": "Prophylaxis",
    "lasts": until_review(),
    "source": _TC,
    "when": no(expecting_or_new_mother),
    "weight": body_weight,
}
ENOXAPARIN, DALTEPARIN, TINZAPARIN = [
    drug(
        f"{name}_prophylaxis",
        f"{name.capitalize()}, prophylactic",
        family="lmwh",
        verdict=HEPARINS_VERDICT,
        phases=[phase(dose=mother, **_MOTHER), phase(dose=adult, **_OTHER)],
        source=_TC,
    )
    for name, mother, adult in (
        ("enoxaparin", pregnancy_doses.ENOXAPARIN_BANDS, doses.ENOXAPARIN_DOSE),
        ("dalteparin", pregnancy_doses.DALTEPARIN_BANDS, doses.DALTEPARIN_DOSE),
        ("tinzaparin", pregnancy_doses.TINZAPARIN_BANDS, doses.TINZAPARIN_DOSE),
    )
]
HEPARIN = drug(
    "heparin_prophylaxis",
    "Unfractionated heparin, prophylactic",
    family="heparin",
    verdict=HEPARINS_VERDICT,
    phases=[phase(dose=doses.HEPARIN_DOSE, **_OTHER)],
    source=_TC,
)
FONDAPARINUX = drug(
    "fondaparinux_prophylaxis",
    "Fondaparinux, prophylactic",
    family="fondaparinux",
    verdict=FONDAPARINUX_VERDICT,
    phases=[phase(dose=doses.FONDAPARINUX_DOSE, **_OTHER)],
    source=_TC,
)
_AFTER_HIP = {"key": "hip", "label": "After a hip replacement", "when": hip}
_AFTER_KNEE = {"key": "knee", "label": "After a knee replacement", "when": knee}
APIXABAN, RIVAROXABAN, DABIGATRAN = [
    drug(
        f"{name}_prophylaxis",
        f"{name.capitalize()}, prophylactic",
        family="doac",
        verdict=ORAL_VERDICT,
        phases=[
            phase(dose=given, lasts=for_at_least(days(after_hip)), source=cite, **_AFTER_HIP),
            phase(dose=given, lasts=for_at_least(days(after_knee)), source=cite, **_AFTER_KNEE),
        ],
        source=cite,
    )
    for name, given, after_hip, after_knee, cite in (
        ("apixaban", by_mouth.APIXABAN_DOSE, 32, 10, _LABELS),
        ("rivaroxaban", by_mouth.RIVAROXABAN_DOSE, 35, 14, PREVENTION_LABELS.at("rivaroxaban", U)),
        ("dabigatran", by_mouth.DABIGATRAN_DOSE, 28, 10, _LABELS),
    )
]
ASPIRIN = drug(
    "aspirin_prophylaxis",
    "Aspirin, where a row names it",
    family="antiplatelet",
    verdict=ASPIRIN_VERDICT,
    phases=[
        phase(
            "knee",
            "After a knee replacement",
            dose=by_mouth.ASPIRIN_DOSE,
            lasts=for_at_least(days(14)),
            source=_REPLACEMENT,
            when=knee,
        ),
        phase(
            "myeloma",
            "Myeloma, while treated",
            dose=by_mouth.ASPIRIN_DOSE,
            lasts=until_review(),
            source=NG89.at("people with cancer", U),
            when=prophylaxis_group.is_("myeloma_imid"),
        ),
    ],
    source=_REPLACEMENT,
)
LMWH_THEN_ASPIRIN = drug(
    "lmwh_then_aspirin",
    "LMWH for 10 days, then aspirin for 28",
    family="lmwh",
    verdict=LMWH_THEN_ASPIRIN_VERDICT,
    phases=[
        phase(
            "lmwh",
            "LMWH (here enoxaparin)",
            dose=doses.ENOXAPARIN_DOSE,
            lasts=for_doses(10),
            source=_REPLACEMENT,
            weight=body_weight,
        ),
        phase(
            "aspirin",
            "Aspirin",
            dose=by_mouth.ASPIRIN_DOSE,
            lasts=for_doses(28),
            source=_REPLACEMENT,
        ),
    ],
    source=_REPLACEMENT,
)
