"""What is considered in pregnancy and after birth."""

from veinway.language import *

_LMWH = ("enoxaparin_prophylaxis", "dalteparin_prophylaxis", "tinzaparin_prophylaxis")
FROM_FIRST_TRIMESTER = commits(
    "antenatal_first_trimester",
    "Consider LMWH from the first trimester, and discuss it.",
    action="lmwh_before_birth",
    strength=Strength.CONSIDER,
    timing="from the first trimester",
    short="LMWH from the first trimester",
    drugs=_LMWH,
)
FROM_28_WEEKS = commits(
    "antenatal_28_weeks",
    "Consider LMWH from 28 weeks, and discuss it.",
    action="lmwh_before_birth",
    strength=Strength.CONSIDER,
    timing="from 28 weeks",
    short="LMWH from 28 weeks",
    drugs=_LMWH,
)
WHILE_IT_LASTS = commits(
    "antenatal_while_it_lasts",
    "Hyperemesis carries the score over the line: consider LMWH while it lasts, and at any admission; "
    "reassess when it settles.",
    action="lmwh_before_birth",
    strength=Strength.CONSIDER,
    timing="while it lasts",
    short="LMWH while it lasts",
    drugs=_LMWH,
)
WHILE_IT_LASTS_THEN_28_WEEKS = commits(
    "antenatal_while_it_lasts_then_28_weeks",
    "Hyperemesis carries the score from 3 over 4: consider LMWH while it lasts, and from 28 "
    "weeks in any "
    "case; reassess when it settles.",
    action="lmwh_before_birth",
    strength=Strength.CONSIDER,
    timing="while it lasts, and from 28 weeks",
    short="LMWH while it lasts, and from 28 weeks",
    drugs=_LMWH,
)
WHILE_IN_HOSPITAL = commits(
    "antenatal_in_hospital",
    "Consider LMWH while she is in hospital.",
    action="lmwh_before_birth",
    strength=Strength.CONSIDER,
    timing="while in hospital",
    short="LMWH while in hospital",
    drugs=_LMWH,
)
MOBILISE = neutral(
    "pregnancy_mobilise", "Mobilise and avoid dehydration; reassess.", short="mobilise; reassess"
)
SIX_WEEKS = commits(
    "postnatal_6_weeks",
    "Consider LMWH for at least 6 weeks after birth.",
    action="lmwh_after_birth",
    strength=Strength.CONSIDER,
    timing="at least 6 weeks",
    short="LMWH, 6 weeks",
    drugs=_LMWH,
)
TEN_DAYS = commits(
    "postnatal_10_days",
    "Consider LMWH for at least 10 days after birth.",
    action="lmwh_after_birth",
    strength=Strength.CONSIDER,
    timing="at least 10 days",
    short="LMWH, 10 days",
    drugs=_LMWH,
)
LONGER_STAY = commits(
    "postnatal_in_hospital",
    "A stay of 3 days or more, or a readmission: consider LMWH, for at least 10 days.",
    action="lmwh_after_birth",
    strength=Strength.CONSIDER,
    timing="at least 10 days",
    short="LMWH, 10 days",
    drugs=_LMWH,
)
REVIEW = neutral(
    "postnatal_review_needed",
    "LMWH before birth was only for something that has settled: 6 weeks by the letter; a clinician "
    "decides with the score after birth.",
    short="needs a clinician",
)
WEIGH_BLEEDING = neutral(
    "pregnancy_weigh_bleeding",
    "A risk of bleeding is present: weigh; if it is high, delay or use a mechanical method; "
    "discuss with "
    "haematology.",
    short="weigh bleeding; haematology",
)
ON_TREATMENT = neutral(
    "pregnancy_on_treatment", "A treatment dose is taken: nothing is added.", short="nothing added"
)
HEPARIN_BARRED = neutral(
    "pregnancy_heparin_barred",
    "Heparin is barred: haematology decides.",
    strength=Strength.DO_NOT,
    short="heparin barred; haematology",
)
BY_ABSOLUTE_RISK = neutral(
    "pregnancy_by_absolute_risk",
    "By absolute risk: over 2 % before birth, over 1 % after it. Age counts from 40, and an elective "
    "caesarean without complications not at all.",
    short="by absolute risk",
)
BLEEDING_BOX = neutral("pregnancy_bleeding_factor", "A risk factor for bleeding.")
