"""What the tables of risk factors and of causes conclude."""

from veinway.language import *

STRONG = neutral("strong_factor", "A strong risk factor: odds ratio over 10.", short="strong")
MODERATE = neutral("moderate_factor", "A moderate risk factor: odds ratio 2 to 9.", short="moderate")
WEAK = neutral("weak_factor", "A weak risk factor: odds ratio below 2.", short="weak")
NOT_LISTED = neutral("not_listed", "Not in the ESC table.", short="not listed")
SMOKES = neutral(
    "smoking_ratio",
    "Smoking now: relative risk 1.23 (1.14 to 1.33), and 10.2 % more a 10 cigarettes a day.",
)
SMOKED = neutral("former_smoking_ratio", "Smoking in the past: relative risk 1.10.")
FAMILY = neutral("family_ratio", "About 2-fold for one first-degree relative.")

HIGH_CLASS = neutral("recurrence_high", "Over 8 % a year.", action="recurrence_class", short="high")
LOW_CLASS = neutral("recurrence_low", "Below 3 % a year.", action="recurrence_class", short="low")
INTERMEDIATE_CLASS = neutral(
    "recurrence_intermediate", "3 to 8 % a year.", action="recurrence_class", short="intermediate"
)
REVIEW_NEEDED = neutral(
    "cause_review_needed",
    "The source does not say which class this is: a clinician decides.",
    short="needs a clinician",
)
PERSISTENT_CANCER = neutral("isth_persistent_cancer", "Persistent factor: cancer.", short="cancer")
MAJOR_TRANSIENT = neutral("isth_major_transient", "Major transient factor.", short="major transient")
PERSISTENT = neutral(
    "isth_persistent", "Persistent factor that is no cancer.", short="persistent, not cancer"
)
MINOR_TRANSIENT = neutral("isth_minor_transient", "Minor transient factor.", short="minor transient")
UNPROVOKED = neutral("isth_unprovoked", "Unprovoked.", short="unprovoked")
NO_CLOT = neutral("cause_no_clot", "No dated clot is recorded.", short="no dated clot")
