"""Dalteparin by printed weight bands, each standing for 200 IU/kg (150 IU/kg in cancer from month 2).

18,000 IU a day is the product's maximum. What each kilogram would get without it is shown beside the
band and never takes its place (trap T-09). Below a clearance of 30 it is dosed by anti-Xa level.
"""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    DALTEPARIN_LABEL,
    DALTEPARIN_US_LABEL,
    ISTH_PLATELETS_2018,
    LOTHIAN_DALTEPARIN,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.doses.common import (
    STALE_CREATININE,
    as_a_deep_clot,
    not_while_bleeding,
    one_dose_before_bloods,
)
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_UK = DALTEPARIN_LABEL.at("treatment, doses by weight")
_US = DALTEPARIN_US_LABEL.at("cancer, doses by weight", S, "Drugs.com")
_PLATELETS = DALTEPARIN_US_LABEL.at("low platelets", S, "Drugs.com")
_KIDNEYS = DALTEPARIN_US_LABEL.at("kidney function", S, "FPnotebook")
_CANCER = THROMBOSIS_CANADA.at("cancer")

BY_ANTI_XA = neutral(
    "dalteparin_by_anti_xa",
    "No fixed dose: 0.5 to 1.5 IU/mL of anti-Xa, 4 to 6 hours after the third or fourth dose.",
    short="by anti-Xa level",
)
STOP = neutral(
    "dalteparin_stopped", "Stopped until platelets are above 50.", short="stopped: low platelets"
)

# So many units once a day, each in the place of so many for each kilogram.
_BY_200 = {
    units: dose(
        f"dalteparin_{units}_iu_od_200",
        f"Dalteparin {units:,} IU once a day.",
        amount(units, "[iU]", stands_for=200, most=18_000, syringe=18_000, route="subcutaneous"),
    )
    for units in (7500, 10_000, 12_500, 15_000, 15_500, 18_000)
}
_BY_150 = {
    units: dose(
        f"dalteparin_{units}_iu_od_150",
        f"Dalteparin {units:,} IU once a day.",
        amount(units, "[iU]", stands_for=150, most=18_000, syringe=18_000, route="subcutaneous"),
    )
    for units in (5000, 7500, 10_000, 12_500, 15_000, 15_500, 18_000)
}
_w = body_weight
_kidneys = row(creatinine_clearance < 30, BY_ANTI_XA, id="clearance_below_30", cite=_KIDNEYS)

DALTEPARIN_TREATMENT = table(
    "dalteparin_treatment_dose",
    "Dalteparin for treatment, UK bands",
    hit="first",
    source=_UK,
    rows=[
        _kidneys,
        row(_w < 46, _BY_200[7500], id="under_46", cite=_UK),
        row(_w < 57, _BY_200[10_000], id="46_to_56", cite=_UK),
        row(_w < 69, _BY_200[12_500], id="57_to_68", cite=_UK),
        row(_w < 83, _BY_200[15_000], id="69_to_82", cite=_UK),
        otherwise(_BY_200[18_000], id="83_and_over", cite=_UK),
    ],
)

# The US label lowers each dose by 2,500 IU while platelets are 50 to 100. Elsewhere they do not count,
# and the flag says so (disagreement D-27).
_lowered = all_of(in_us, platelet_count >= 50, platelet_count < 100)
_stopped = row(all_of(in_us, platelet_count < 50), STOP, id="platelets_below_50", cite=_PLATELETS)

DALTEPARIN_CANCER_FIRST_MONTH = table(
    "dalteparin_cancer_first_month_dose",
    "Dalteparin in cancer, first month",
    hit="first",
    source=_US,
    rows=[
        _kidneys,
        _stopped,
        row(all_of(_lowered, _w < 57), _BY_200[7500], id="under_57_low_platelets", cite=_PLATELETS),
        row(all_of(_lowered, _w < 69), _BY_200[10_000], id="57_to_68_low_platelets", cite=_PLATELETS),
        row(all_of(_lowered, _w < 83), _BY_200[12_500], id="69_to_82_low_platelets", cite=_PLATELETS),
        row(_lowered, _BY_200[15_500], id="83_and_over_low_platelets", cite=_PLATELETS),
        # The US table starts at 10,000 IU; below 46 kg the UK table has a band of its own.
        row(all_of(_w < 46, no(in_us)), _BY_200[7500], id="under_46", cite=_UK),
        row(_w < 57, _BY_200[10_000], id="under_57", cite=_US),
        row(_w < 69, _BY_200[12_500], id="57_to_68", cite=_US),
        row(_w < 83, _BY_200[15_000], id="69_to_82", cite=_US),
        otherwise(_BY_200[18_000], id="83_and_over", cite=_US),
    ],
)

DALTEPARIN_CANCER_LATER = table(
    "dalteparin_cancer_later_dose",
    "Dalteparin in cancer, months 2 to 6",
    hit="first",
    source=_US,
    rows=[
        _kidneys,
        _stopped,
        row(all_of(_lowered, _w < 57), _BY_150[5000], id="under_57_low_platelets", cite=_PLATELETS),
        row(all_of(_lowered, _w < 69), _BY_150[7500], id="57_to_68_low_platelets", cite=_PLATELETS),
        row(all_of(_lowered, _w < 83), _BY_150[10_000], id="69_to_82_low_platelets", cite=_PLATELETS),
        row(all_of(_lowered, _w < 99), _BY_150[12_500], id="83_to_98_low_platelets", cite=_PLATELETS),
        row(_lowered, _BY_150[15_500], id="99_and_over_low_platelets", cite=_PLATELETS),
        row(_w < 57, _BY_150[7500], id="under_57", cite=_US),
        row(_w < 69, _BY_150[10_000], id="57_to_68", cite=_US),
        row(_w < 83, _BY_150[12_500], id="69_to_82", cite=_US),
        row(_w < 99, _BY_150[15_000], id="83_to_98", cite=_US),
        otherwise(_BY_150[18_000], id="99_and_over", cite=_US),
    ],
)
PHASES = [
    phase(
        "treatment",
        "Treatment",
        dose=DALTEPARIN_TREATMENT,
        lasts=until_review(),
        source=_UK,
        when=all_of(no(active_cancer), as_a_deep_clot),
        weight=body_weight,
    ),
    phase(
        "cancer_first_month",
        "First month, with cancer",
        dose=DALTEPARIN_CANCER_FIRST_MONTH,
        lasts=up_to_month(months(1)),
        source=_CANCER,
        when=all_of(active_cancer, as_a_deep_clot),
        weight=body_weight,
    ),
    phase(
        "cancer_later",
        "Months 2 to 6, with cancer",
        dose=DALTEPARIN_CANCER_LATER,
        lasts=up_to_month(months(6)),
        source=_CANCER,
        when=all_of(active_cancer, as_a_deep_clot),
        weight=body_weight,
    ),
]
DALTEPARIN_FIRST_DOSE = table(
    "dalteparin_first_dose",
    "Dalteparin, one dose before blood results",
    hit="first",
    source=_UK,
    rows=[
        not_while_bleeding,
        row(_w < 46, _BY_200[7500], id="under_46", cite=_UK),
        row(_w < 57, _BY_200[10_000], id="46_to_56", cite=_UK),
        row(_w < 69, _BY_200[12_500], id="57_to_68", cite=_UK),
        row(_w < 83, _BY_200[15_000], id="69_to_82", cite=_UK),
        otherwise(_BY_200[18_000], id="83_and_over", cite=_UK),
    ],
)
FIRST_DOSE = [
    one_dose_before_bloods(DALTEPARIN_FIRST_DOSE, weight=body_weight),
]
STRENGTHS = strengths(
    2500,
    5000,
    7500,
    10_000,
    12_500,
    15_000,
    18_000,
    source=DALTEPARIN_LABEL.at("UK ready-filled syringes", U),
)
FLAGS = [
    STALE_CREATININE,
    flag(
        "guideline_disagreement",
        "Platelets of 50 to 100 in cancer: the US label takes 2,500 IU off each dose until they are "
        "100; ISTH and Thrombosis Canada give the full dose from 50.",
        when=all_of(active_cancer, platelet_count >= 50, platelet_count < 100),
        source=ISTH_PLATELETS_2018.at("full dose from 50", S, "reference 2, section 1.6.4"),
    ),
    flag(
        "consider_twice_a_day",
        "Above 100 kg, or with a raised risk of bleeding, 100 IU/kg twice a day is an alternative; both "
        "doses together stay within 18,000 IU a day.",
        when=body_weight > 100,
        source=THROMBOSIS_CANADA.at("DVT treatment"),
    ),
    flag(
        "specialist",
        "Above 120 kg a dose beyond 18,000 IU is for haematology to decide.",
        when=body_weight > 120,
        source=LOTHIAN_DALTEPARIN.at("doses by weight"),
    ),
    flag(
        "region_specific",
        "Cancer doses are those of the US label; the UK table for cancer was not read.",
        when=all_of(active_cancer, no(in_us)),
        source=_US,
    ),
]
