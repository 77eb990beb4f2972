"""The circulation of somebody who may be unstable."""

from veinway.care.sources import ESC_2019
from veinway.language import *

_NOW = {"within": days(1), "after": days(1)}

cardiac_arrest = yes_no(
    "cardiac_arrest",
    "Cardiac arrest",
    ask="Does the patient need cardiopulmonary resuscitation?",
    cost=Cost.EXAMINE,
    find=(Find("condition", "cardiac-arrest", **_NOW),),
    source=ESC_2019.table(4),
)
vasopressors = yes_no(
    "vasopressors",
    "Needs vasopressors to hold a systolic pressure of 90 mmHg although filled adequately",
    ask="Are vasopressors needed to hold a systolic pressure of 90 mmHg?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "vasopressors", **_NOW),),
    source=ESC_2019.table(4),
)
end_organ_hypoperfusion = yes_no(
    "end_organ_hypoperfusion",
    "Organs are poorly perfused",
    ask="Is there altered mental state, cold clammy skin, little or no urine, or raised lactate?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "end-organ-hypoperfusion", **_NOW),),
    source=ESC_2019.table(4),
)
sbp_fall = measure(
    "sbp_fall",
    "Fall of the systolic pressure below the usual one",
    ask="By how much has the systolic pressure fallen below the usual one (0 if it has not)?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 300),
    plausible=(0, 150),
    find=(Find("observation", "sbp-fall", **_NOW),),
    source=ESC_2019.table(4),
)
hypotension_minutes = measure(
    "hypotension_minutes",
    "How long the pressure has been low or fallen",
    ask="For how many minutes has the pressure been low, or lower than usual by so much?",
    unit="min",
    step=1,
    domain=(0, 100_000),
    plausible=(0, 1440),
    find=(Find("observation", "hypotension-minutes", **_NOW),),
    source=ESC_2019.table(4),
)
other_cause_of_hypotension = yes_no(
    "other_cause_of_hypotension",
    "The low pressure has another cause: new arrhythmia, hypovolaemia or sepsis",
    ask="Is the low pressure explained by a new arrhythmia, loss of fluid or blood, or sepsis?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "other-cause-of-hypotension", **_NOW),),
    source=ESC_2019.table(4),
)
