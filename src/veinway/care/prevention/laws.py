"""Safety laws of prevention (reference 4), proved for every patient, incomplete ones included."""

from veinway.care.facts.background import previous_vte as stated_vte
from veinway.care.facts.prevention import acute_stroke
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_leg import compression_device_allergy, dvt_in_that_leg
from veinway.care.facts.prevention_public import days_since_last_clot, legs_unfit_for_stockings
from veinway.care.facts.stockings import (
    arterial_bypass,
    arterial_disease_symptoms,
    fragile_leg_skin,
    leg_neuropathy,
)
from veinway.care.prevention.bars import lmwh_barred
from veinway.care.prevention.hormones.outcomes import MEC_1, MEC_2, MEC_3
from veinway.care.prevention.hormones.ukmec import UKMEC_CONCLUSION
from veinway.care.prevention.patients import anticoagulated
from veinway.care.prevention.pregnancy import doses as mother
from veinway.care.prevention.pregnancy.actions import ANTENATAL_CONCLUSION, POSTNATAL_CONCLUSION
from veinway.care.prevention.pregnancy.outcomes import (
    FROM_28_WEEKS,
    FROM_FIRST_TRIMESTER,
    LONGER_STAY,
    SIX_WEEKS,
    TEN_DAYS,
    WHILE_IN_HOSPITAL,
    WHILE_IT_LASTS,
    WHILE_IT_LASTS_THEN_28_WEEKS,
)
from veinway.care.prevention.prophylaxis.drugs import HEPARINS_VERDICT, LMWH_THEN_ASPIRIN_VERDICT
from veinway.care.prevention.prophylaxis.groups import PROPHYLAXIS_NICE_CONCLUSION
from veinway.care.prevention.prophylaxis.leg_cast import (
    LEG_CAST_NICE_CONCLUSION,
    LEG_CAST_TRIP_CONCLUSION,
)
from veinway.care.prevention.prophylaxis.mechanical import (
    COMPRESSION_DEVICE,
    IPC_ALLOWED,
    STOCKINGS,
    STOCKINGS_ALLOWED,
    device_allowed,
    mechanical_allowed,
    stockings_allowed,
)
from veinway.care.prevention.prophylaxis.outcomes import (
    ABDOMINAL_CANCER,
    BY_GROUP,
    CONSIDER_IN_CAST,
    MECHANICAL,
    STROKE_IPC,
)
from veinway.care.prevention.public import outcomes as public
from veinway.care.prevention.public.hormones import PUBLIC_HORMONES, combined
from veinway.care.prevention.public.travel import PUBLIC_TRAVEL
from veinway.care.prevention.travel import JOURNEY_CONCLUSION
from veinway.care.prevention.travel_outcomes import BELOW_KNEE, DISCUSS_HEPARIN
from veinway.care.sources import LOCAL, NG89, PRODUCT, RCOG_37A, S
from veinway.care.treatment.outcomes import ALLOWED
from veinway.language import *

_SAFETY = PRODUCT.at("safety invariants, reference 4", LOCAL)
_BANDS = RCOG_37A.table(3, S, "four sources agree")
_LIST = NG89.at("contraindications to stockings, update page")
_BANDS = RCOG_37A.table(3, S, "four sources agree")
_LMWH_BY_GROUP = (*BY_GROUP.values(), ABDOMINAL_CANCER, CONSIDER_IN_CAST)
_BEFORE = (
    FROM_FIRST_TRIMESTER,
    FROM_28_WEEKS,
    WHILE_IT_LASTS,
    WHILE_IT_LASTS_THEN_28_WEEKS,
    WHILE_IN_HOSPITAL,
)
_AFTER = (SIX_WEEKS, TEN_DAYS, LONGER_STAY)
_no_lmwh = [
    never_gives(table, "with_a_bar", lmwh_barred, lmwh, _SAFETY)
    for table, lmwh in (
        (PROPHYLAXIS_NICE_CONCLUSION, _LMWH_BY_GROUP),
        (LEG_CAST_NICE_CONCLUSION, (CONSIDER_IN_CAST,)),
        (LEG_CAST_TRIP_CONCLUSION, (CONSIDER_IN_CAST,)),
        (ANTENATAL_CONCLUSION, _BEFORE),
        (POSTNATAL_CONCLUSION, _AFTER),
        (HEPARINS_VERDICT, (ALLOWED,)),
        (LMWH_THEN_ASPIRIN_VERDICT, (ALLOWED,)),
    )
]
_nothing_added = [
    never_gives(table, "on_a_treatment_dose", anticoagulated, lmwh, _SAFETY)
    for table, lmwh in (
        (PROPHYLAXIS_NICE_CONCLUSION, _LMWH_BY_GROUP),
        (LEG_CAST_NICE_CONCLUSION, (CONSIDER_IN_CAST,)),
        (JOURNEY_CONCLUSION, (BELOW_KNEE, DISCUSS_HEPARIN)),
    )
]
_stockings = [
    never_gives(STOCKINGS, f"with_{name}", bar, (STOCKINGS_ALLOWED,), _LIST)
    for name, bar in (
        ("arterial_disease", arterial_disease_symptoms),
        ("a_bypass", arterial_bypass),
        ("neuropathy", leg_neuropathy),
        ("fragile_skin", fragile_leg_skin),
        ("a_stroke", acute_stroke),
    )
]
_devices = [
    never_gives(COMPRESSION_DEVICE, f"with_{name}", bar, (IPC_ALLOWED,), _SAFETY)
    for name, bar in (("a_dvt", dvt_in_that_leg), ("an_allergy", compression_device_allergy))
]
_mechanical = [
    never_gives(
        PROPHYLAXIS_NICE_CONCLUSION,
        "where_no_method_is_possible",
        no(mechanical_allowed),
        (MECHANICAL,),
        _SAFETY,
    ),
    never_gives(
        PROPHYLAXIS_NICE_CONCLUSION,
        "where_no_device_is_possible",
        no(device_allowed),
        (STROKE_IPC,),
        _SAFETY,
    ),
    never_gives(
        JOURNEY_CONCLUSION,
        "where_no_stocking_is_possible",
        no(stockings_allowed),
        (BELOW_KNEE, DISCUSS_HEPARIN),
        _SAFETY,
    ),
]
_public = [
    never_gives(
        PUBLIC_HORMONES,
        "after_a_clot",
        all_of(combined, stated_vte),
        (public.DISCUSS, public.NOTHING_AGAINST),
        _SAFETY,
    ),
    never_gives(
        PUBLIC_TRAVEL,
        "with_a_new_clot",
        all_of(stated_vte, days_since_last_clot <= 28),
        (public.MOVING, public.STOCKINGS),
        _SAFETY,
    ),
    never_gives(
        PUBLIC_TRAVEL,
        "with_legs_unfit_for_them",
        legs_unfit_for_stockings,
        (public.STOCKINGS,),
        _SAFETY,
    ),
]
UKMEC_LAW = never_gives(UKMEC_CONCLUSION, "after_a_clot", previous_vte, (MEC_1, MEC_2, MEC_3), _SAFETY)
_bands = [
    never_gives(
        of,
        f"at_{band}_kg",
        when,
        tuple(given for other, given in mother.DOSES[drug_name].items() if other != band),
        _BANDS,
    )
    for drug_name, of in (
        ("enoxaparin", mother.ENOXAPARIN_BANDS),
        ("dalteparin", mother.DALTEPARIN_BANDS),
        ("tinzaparin", mother.TINZAPARIN_BANDS),
    )
    for band, when in mother.BANDS.items()
]
INVARIANTS = (
    *_bands,
    *_no_lmwh,
    *_nothing_added,
    *_stockings,
    *_devices,
    *_mechanical,
    *_public,
    UKMEC_LAW,
)
