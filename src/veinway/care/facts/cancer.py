"""Cancer, where a score draws the line elsewhere than at six months."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import LE_GAL_2006, S
from veinway.language import *

cancer_cured_under_1_year = yes_no(
    "cancer_cured_under_1_year",
    "Cancer that has been considered cured for less than a year",
    ask="Was a cancer considered cured less than a year ago?",
    tell="Have you been free of cancer for less than a year?",
    find=(Find("condition", "active-cancer", within=months(12)),),
    source=LE_GAL_2006.at("definition of active malignancy", S, "Radiopaedia"),
)
cancer_now_or_cured_under_1_year = any_of(active_cancer, cancer_cured_under_1_year)
