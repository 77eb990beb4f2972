"""What may be said of the length of treatment, and what provoked the clot."""

from veinway.language import *

# What provoked it --------------------------------------------------------------------------------

NOT_DATED = neutral(
    "clot_not_dated", "No clot with a date is on record: what provoked it cannot be judged."
)
CANCER = neutral("cancer", "Active cancer.")
ANTIPHOSPHOLIPID = neutral("antiphospholipid", "Antiphospholipid syndrome.")
HIGH_RISK_THROMBOPHILIA = neutral("thrombophilia", "A high-risk thrombophilia.")
MAJOR_TRANSIENT = neutral("major_transient", "A major transient factor in the 3 months before the clot.")
PERSISTENT = neutral("persistent", "A factor that persists and is not a cancer.")
MINOR_TRANSIENT = neutral("minor_transient", "A minor transient factor in the 2 months before the clot.")
MINOR_AT_30_MINUTES = neutral(
    "minor_at_30_minutes",
    "An operation under general anaesthesia of exactly 30 minutes: neither 'more than 30' (major) nor "
    "'less than 30' (minor) as printed. It counts as minor here.",
)
UNPROVOKED = neutral("unprovoked", "Nothing that provokes a clot was found.")

# The decision at three months --------------------------------------------------------------------

CONSIDER_STOPPING = commits(
    "consider_stopping",
    "Consider stopping after 3 months: the clot was provoked, what provoked it is gone, and the course "
    "was uncomplicated.",
    action="stop_at_3_months",
    strength=Strength.CONSIDER,
    timing="3 months",
    short="consider stopping at 3 months",
)
STOP_AT_3_MONTHS = commits(
    "stop_at_3_months",
    "Stop after 3 months: a major transient factor provoked the clot.",
    action="stop_at_3_months",
    timing="3 months",
    short="3 months",
)
SUGGEST_STOPPING = commits(
    "suggest_stopping",
    "Three months; going on beyond them is suggested against (weak): a minor transient factor.",
    action="stop_at_3_months",
    strength=Strength.CONSIDER,
    timing="3 months",
    short="3 months; suggests against going on",
)
THREE_MONTHS_PROVOKED = commits(
    "three_months_provoked",
    "Three months: the clot was provoked by something that passed.",
    action="stop_at_3_months",
    timing="3 months",
    short="3 months",
)
THREE_TO_SIX_MONTHS = commits(
    "three_to_six_months",
    "Three to six months: the clot was provoked by something that passed.",
    action="stop_at_3_months",
    strength=Strength.CONSIDER,
    timing="3 to 6 months",
    short="3 to 6 months",
)
DISCUSS_STOPPING = commits(
    "discuss_stopping",
    "The risk of bleeding is high and cannot be lowered: discuss stopping after 3 months. No score "
    "decides that alone.",
    action="stop_at_3_months",
    strength=Strength.CONSIDER,
    timing="3 months",
    short="discuss stopping at 3 months",
)
CONSIDER_CONTINUING = commits(
    "consider_continuing",
    "Consider going on beyond 3 months, weighing the risk of another clot against that of bleeding.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="consider going on",
)
CONTINUE_UNPROVOKED = commits(
    "continue_unprovoked",
    "Offer to go on beyond 3 months with a DOAC (strong); with a vitamin K antagonist where a DOAC "
    "cannot be given (weak).",
    action="continue_beyond_3_months",
    short="offer to go on with a DOAC",
)
EXTEND_ESC = commits(
    "extend_unprovoked",
    "Going on beyond 3 months should be considered (class IIa A): no factor was found.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="going on should be considered (IIa A)",
)
EXTEND_PERSISTENT = commits(
    "extend_persistent",
    "Going on beyond 3 months should be considered (class IIa C): a factor that persists.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="going on should be considered (IIa C)",
)
EXTEND_MINOR = commits(
    "extend_minor",
    "Going on beyond 3 months should be considered (class IIa C), although the factor was minor and "
    "passed.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="going on should be considered (IIa C)",
)
INDEFINITE_RECURRENT = commits(
    "indefinite_recurrent",
    "Without a planned end: a second clot, not both after a major transient factor.",
    action="continue_beyond_3_months",
    short="without a planned end",
)
INDEFINITE_VKA = commits(
    "indefinite_vka",
    "Without a planned end, with a vitamin K antagonist, INR 2 to 3: antiphospholipid syndrome.",
    action="continue_beyond_3_months",
    short="a vitamin K antagonist without a planned end",
)
THREE_TO_SIX_MONTHS_IN_CANCER = commits(
    "three_to_six_months_in_cancer",
    "Active cancer: 3 to 6 months, and then a review whether to go on.",
    action="treat_cancer_3_to_6_months",
    timing="3 to 6 months",
    short="3 to 6 months, then review",
)
WHILE_CANCER_IS_ACTIVE = commits(
    "while_cancer_is_active",
    "Active cancer: go on as long as the cancer is active, treated or metastatic, or a central line is "
    "in place; review every 3 to 6 months. Near the end of life stopping is often right.",
    action="continue_beyond_3_months",
    short="as long as the cancer is active",
)
UNTIL_CURED = commits(
    "until_cured",
    "Active cancer: without a planned end, or until it is cured (class IIa B).",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="without a planned end, or until cured",
)
WHILE_FACTOR_LASTS = commits(
    "while_factor_lasts",
    "What provoked the clot is still there, or the course was complicated: go on, and decide once it "
    "is gone.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="as long as the factor lasts",
)
USUALLY_INDEFINITE = commits(
    "usually_indefinite",
    "Decided with the person; going on without a planned end is usual.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="individual, going on is usual",
)
LONGER_AFTER_TWO_FACTORS = commits(
    "longer_after_two_factors",
    "Two minor transient factors together: longer than 3 months is suggested.",
    action="continue_beyond_3_months",
    strength=Strength.CONSIDER,
    short="two minor factors: longer",
)
EXTEND_AT_LOW_BLEEDING_RISK = commits(
    "extend_at_low_bleeding_risk",
    "Going on beyond 3 months, since the risk of bleeding is low or moderate.",
    action="continue_beyond_3_months",
    short="go on if the risk of bleeding is low or moderate",
)
EXTEND_AT_REDUCED_DOSE = commits(
    "extend_at_reduced_dose",
    "Going on, at the reduced dose after 6 months.",
    action="continue_beyond_3_months",
    short="go on, at the reduced dose after 6 months",
)
THROUGH_PREGNANCY = commits(
    "through_pregnancy",
    "Through pregnancy and 6 weeks or more after birth, and 3 months or more in all.",
    action="treat_through_pregnancy",
    timing="6 weeks after birth and 3 months in all",
    short="through pregnancy, 6 weeks after it, and 3 months in all",
)
NOT_SPOKEN_OF = silent("duration_not_spoken_of", "The guideline does not speak of this situation.")
