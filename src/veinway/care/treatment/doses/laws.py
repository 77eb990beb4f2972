"""Laws of the doses: none outside what the label prints, and none that rises as something gets worse."""

from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.dosing import early_pregnancy_weight
from veinway.care.facts.person import age, body_weight, serum_creatinine
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    DALTEPARIN_LABEL,
    DALTEPARIN_US_LABEL,
    EDOXABAN_LABEL,
    ENOXAPARIN_LABEL,
    FONDAPARINUX_LABEL,
    LOCAL,
    PRODUCT,
    RCOG_37B,
    RIVAROXABAN_LABEL,
    S,
)
from veinway.care.treatment.doses import (
    apixaban,
    dabigatran,
    dalteparin,
    edoxaban,
    enoxaparin,
    fondaparinux,
    heparin,
    rivaroxaban,
    tinzaparin,
    warfarin,
)
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_cc, _w, _early = creatinine_clearance, body_weight, early_pregnancy_weight
_OWN = PRODUCT.at("safety invariants", LOCAL)
_UK = DALTEPARIN_LABEL.at("treatment, doses by weight")
_US = DALTEPARIN_US_LABEL.at("cancer, doses by weight", S, "Drugs.com")
_FONDAPARINUX = FONDAPARINUX_LABEL.at("doses for treatment, by weight")
_PREGNANCY = RCOG_37B.at("doses by early pregnancy weight", S, "a copy of the table")

_APIXABAN, _RIVAROXABAN = APIXABAN_LABEL.section("4.2"), RIVAROXABAN_LABEL.section("4.2")
_EDOXABAN, _DABIGATRAN = EDOXABAN_LABEL.section("4.2"), DABIGATRAN_LABEL.section("4.2")
_ENOXAPARIN = ENOXAPARIN_LABEL.section("4.2, kidney function", S, "the manufacturer's Irish site")
_very_low = all_of(_cc < 15, no(in_us))
_below = {
    "15": "below_a_clearance_of_15",
    "20": "below_a_clearance_of_20",
    "30": "below_a_clearance_of_30",
}

DOSE_LAWS = (
    gives_nothing(apixaban.APIXABAN_LOADING, _below["15"], _very_low, _APIXABAN),
    gives_nothing(apixaban.APIXABAN_TREATMENT, _below["15"], _very_low, _APIXABAN),
    gives_nothing(apixaban.APIXABAN_EXTENDED, _below["15"], _very_low, _APIXABAN),
    gives_nothing(rivaroxaban.RIVAROXABAN_LOADING, _below["15"], _cc < 15, _RIVAROXABAN),
    gives_nothing(rivaroxaban.RIVAROXABAN_TREATMENT, _below["15"], _cc < 15, _RIVAROXABAN),
    gives_nothing(rivaroxaban.RIVAROXABAN_EXTENDED, _below["15"], _cc < 15, _RIVAROXABAN),
    gives_nothing(rivaroxaban.RIVAROXABAN_SHORT_COURSE, _below["15"], _cc < 15, _RIVAROXABAN),
    never_gives(
        rivaroxaban.RIVAROXABAN_TREATMENT,
        "at_a_clearance_of_50_and_over",
        _cc >= 50,
        (rivaroxaban.RIVAROXABAN_15,),
        _RIVAROXABAN,
    ),
    gives_nothing(edoxaban.EDOXABAN_TREATMENT, _below["15"], _cc < 15, _EDOXABAN),
    never_gives(
        edoxaban.EDOXABAN_TREATMENT,
        "up_to_a_clearance_of_50",
        _cc <= 50,
        (edoxaban.EDOXABAN_60,),
        _EDOXABAN,
    ),
    never_gives(
        edoxaban.EDOXABAN_TREATMENT, "up_to_60_kg", _w <= 60, (edoxaban.EDOXABAN_60,), _EDOXABAN
    ),
    gives_nothing(
        dabigatran.DABIGATRAN_TREATMENT, _below["30"], _cc < 30, DABIGATRAN_LABEL.section("4.3")
    ),
    never_gives(
        dabigatran.DABIGATRAN_TREATMENT,
        "from_80_years",
        all_of(age >= 80, no(in_us)),
        (dabigatran.DABIGATRAN_150,),
        _DABIGATRAN,
    ),
    never_gives(
        dabigatran.DABIGATRAN_TREATMENT,
        "in_the_usa",
        in_us,
        (dabigatran.DABIGATRAN_110,),
        _OWN,
    ),
    gives_nothing(enoxaparin.ENOXAPARIN_TREATMENT, _below["15"], _cc < 15, _ENOXAPARIN),
    never_gives(
        enoxaparin.ENOXAPARIN_TREATMENT,
        "up_to_a_clearance_of_30",
        all_of(_cc <= 30, no(in_us)),
        (enoxaparin.ENOXAPARIN_TWICE, enoxaparin.ENOXAPARIN_ONCE),
        _ENOXAPARIN,
    ),
    never_gives(
        enoxaparin.ENOXAPARIN_TREATMENT,
        "below_a_clearance_of_30",
        _cc < 30,
        (enoxaparin.ENOXAPARIN_TWICE, enoxaparin.ENOXAPARIN_ONCE),
        _ENOXAPARIN,
    ),
    *keeps_to_bands(enoxaparin.ENOXAPARIN_PREGNANCY, _early, [50, 70, 90, 110], _PREGNANCY),
    gives_nothing(enoxaparin.ENOXAPARIN_PREGNANCY, "from_126_kg", _early >= 126, _PREGNANCY),
    gives_nothing(dalteparin.DALTEPARIN_TREATMENT, _below["30"], _cc < 30, _OWN),
    *keeps_to_bands(dalteparin.DALTEPARIN_TREATMENT, _w, [46, 57, 69, 83], _UK),
    gives_nothing(dalteparin.DALTEPARIN_CANCER_FIRST_MONTH, _below["30"], _cc < 30, _US),
    gives_nothing(dalteparin.DALTEPARIN_CANCER_LATER, _below["30"], _cc < 30, _US),
    gives_nothing(
        dalteparin.DALTEPARIN_CANCER_FIRST_MONTH,
        "in_the_usa_below_50_platelets",
        all_of(in_us, platelet_count < 50),
        _US,
    ),
    gives_nothing(tinzaparin.TINZAPARIN_TREATMENT, _below["20"], _cc < 20, _OWN),
    gives_nothing(fondaparinux.FONDAPARINUX_TREATMENT, _below["30"], _cc < 30, _FONDAPARINUX),
    gives_nothing(fondaparinux.FONDAPARINUX_SHORT_COURSE, _below["20"], _cc < 20, _FONDAPARINUX),
    never_gives(
        fondaparinux.FONDAPARINUX_TREATMENT,
        "below_50_kg",
        _w < 50,
        (fondaparinux.FONDAPARINUX_7_5, fondaparinux.FONDAPARINUX_10),
        _FONDAPARINUX,
    ),
    never_gives(
        fondaparinux.FONDAPARINUX_TREATMENT,
        "up_to_100_kg",
        _w <= 100,
        (fondaparinux.FONDAPARINUX_10,),
        _FONDAPARINUX,
    ),
    never_gives(
        fondaparinux.FONDAPARINUX_TREATMENT,
        "above_100_kg",
        _w > 100,
        (fondaparinux.FONDAPARINUX_5, fondaparinux.FONDAPARINUX_7_5),
        _FONDAPARINUX,
    ),
    gives_nothing(heparin.HEPARIN_BOLUS, "while_bleeding", active_bleeding, _OWN),
    gives_nothing(heparin.HEPARIN_INFUSION, "while_bleeding", active_bleeding, _OWN),
    Invariant(
        "heparin_nomogram_needs_a_local_range",
        "No infusion is adjusted where the laboratory set no range of its own.",
        heparin.HEPARIN_NOMOGRAM,
        no(heparin.aptt_range_is_local),
        (heparin.UP_4, heparin.UP_2, heparin.SAME, heparin.DOWN_2, heparin.DOWN_3),
        _OWN,
    ),
)

DOSES_NEVER_RISE = (
    *[
        never_rises(
            f"{of.key}_by_clearance",
            f"{of.label}: never more with a lower clearance.",
            of=of,
            measure=serum_creatinine,
            worse="higher",
            source=_OWN,
        )
        for of in (
            apixaban.APIXABAN_LOADING,
            apixaban.APIXABAN_TREATMENT,
            apixaban.APIXABAN_EXTENDED,
            rivaroxaban.RIVAROXABAN_LOADING,
            rivaroxaban.RIVAROXABAN_TREATMENT,
            rivaroxaban.RIVAROXABAN_EXTENDED,
            rivaroxaban.RIVAROXABAN_SHORT_COURSE,
            edoxaban.EDOXABAN_TREATMENT,
            dabigatran.DABIGATRAN_TREATMENT,
            enoxaparin.ENOXAPARIN_TREATMENT,
            dalteparin.DALTEPARIN_TREATMENT,
            dalteparin.DALTEPARIN_CANCER_FIRST_MONTH,
            dalteparin.DALTEPARIN_CANCER_LATER,
            tinzaparin.TINZAPARIN_TREATMENT,
            fondaparinux.FONDAPARINUX_TREATMENT,
            fondaparinux.FONDAPARINUX_SHORT_COURSE,
        )
    ],
    *[
        never_rises(
            f"{of.key}_by_weight",
            f"{of.label}: never more with a lower weight.",
            of=of,
            measure=body_weight,
            worse="lower",
            source=_OWN,
        )
        for of in (
            edoxaban.EDOXABAN_TREATMENT,
            enoxaparin.ENOXAPARIN_TREATMENT,
            dalteparin.DALTEPARIN_TREATMENT,
            dalteparin.DALTEPARIN_CANCER_FIRST_MONTH,
            dalteparin.DALTEPARIN_CANCER_LATER,
            fondaparinux.FONDAPARINUX_TREATMENT,
            warfarin.WARFARIN_START,
        )
    ],
    *[
        never_rises(
            f"{of.key}_by_platelets",
            f"{of.label}: never more with fewer platelets.",
            of=of,
            measure=platelet_count,
            worse="lower",
            source=_OWN,
        )
        for of in (dalteparin.DALTEPARIN_CANCER_FIRST_MONTH, dalteparin.DALTEPARIN_CANCER_LATER)
    ],
)
