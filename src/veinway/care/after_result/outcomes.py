"""What may follow a result in suspected DVT, negative or positive."""

from veinway.language import *

# Negative ----------------------------------------------------------------------------------------

A_CLOT_WAS_SHOWN = neutral("a_clot_was_shown", "The result is not negative: a clot was shown.")
NOT_A_NEGATIVE_RESULT = neutral(
    "not_a_negative_result",
    "The test was indeterminate, which is not negative: an alternative test.",
    action="alternative_test",
)
STOP_INTERIM_AND_REPEAT = neutral(
    "stop_interim_and_repeat",
    "The proximal scan was negative, DVT is likely and the D-dimer positive: stop interim "
    "anticoagulation, book the proximal scan again for day 6 to 8, and say what to watch for.",
    action="repeat_scan",
    strength=Strength.OFFER,
    timing="6 to 8 days",
)

# Positive ----------------------------------------------------------------------------------------

ANTICOAGULATE = commits(
    "anticoagulate",
    "A proximal DVT was shown and anticoagulation is not contraindicated: offer or continue it.",
    action="start_treatment",
    timing="now",
)
MECHANICAL_METHODS = commits(
    "mechanical_methods",
    "A proximal DVT was shown and anticoagulation is contraindicated: mechanical intervention; a "
    "specialist decides on it now.",
    action="mechanical_methods",
    timing="now",
)

# What provoked it --------------------------------------------------------------------------------

PROVOKED_NICE = neutral(
    "provoked",
    "Provoked: in the 3 months before there was surgery, injury, significant immobility, pregnancy or "
    "the time after it, or the pill or hormone replacement.",
    short="provoked or unprovoked, 3 months",
)
UNPROVOKED_NICE = neutral(
    "unprovoked",
    "Unprovoked: nothing of the kind in the 3 months before.",
    short="provoked or unprovoked, 3 months",
)
PROVOKED_ESVS = neutral("provoked_esvs", "Provoked. ESVS uses the word.", short="provoked or unprovoked")
UNPROVOKED_ESVS = neutral(
    "unprovoked_esvs", "Unprovoked. ESVS uses the word.", short="provoked or unprovoked"
)
MAJOR_TRANSIENT = neutral(
    "major_transient",
    "A major transient factor in the 3 months before.",
    short="major (3 months) or minor (2 months) transient",
)
MINOR_TRANSIENT = neutral(
    "minor_transient",
    "A minor transient factor in the 2 months before.",
    short="major (3 months) or minor (2 months) transient",
)
PERSISTENT_CANCER = neutral(
    "persistent_cancer", "A persistent factor: active cancer.", short="persistent"
)
NO_TRANSIENT_FACTOR = neutral(
    "no_transient_factor",
    "No transient factor was found: unprovoked, or provoked by something that persists.",
    short="unprovoked or persistent",
)
RECURRENCE_RISK_LOW = neutral(
    "recurrence_risk_low",
    "Low risk of another clot in the long term, below 3 % a year: a major transient factor.",
    rank=1,
    short="classes of recurrence risk, not these words",
)
RECURRENCE_RISK_INTERMEDIATE = neutral(
    "recurrence_risk_intermediate",
    "Intermediate risk of another clot in the long term, 3 to 8 % a year: a minor transient or a "
    "persistent factor, or none that was found.",
    rank=2,
    short="classes of recurrence risk, not these words",
)
RECURRENCE_RISK_HIGH = neutral(
    "recurrence_risk_high",
    "High risk of another clot in the long term, above 8 % a year: active cancer, antiphospholipid "
    "syndrome, or an earlier clot without a major transient factor.",
    rank=3,
    short="classes of recurrence risk, not these words",
)

# Cancer ------------------------------------------------------------------------------------------

CANCER_SIGNS_FOLLOWED = escalates(
    "cancer_signs_followed",
    "Something suggests cancer: investigate what it points to.",
    action="cancer_search",
    strength=Strength.OFFER,
    short="what signs point to",
)
CANCER_HISTORY_AND_BLOODS = neutral(
    "cancer_history_and_bloods",
    "Review the history and the baseline bloods, and offer an examination. Nothing suggests cancer: no "
    "further test for it, at any age.",
    action="cancer_search",
    strength=Strength.DO_NOT,
    short="history, baseline bloods, examination; nothing else without signs",
)
CANCER_WITH_CHEST_X_RAY = neutral(
    "cancer_with_chest_x_ray",
    "History, examination, basic bloods, and a chest X-ray because there was no CTPA; no routine CT of "
    "the abdomen and no PET.",
    action="limited_cancer_search",
    strength=Strength.OFFER,
    short="history, examination, basic bloods, chest X-ray",
)
CANCER_WITHOUT_CHEST_X_RAY = neutral(
    "cancer_without_chest_x_ray",
    "History, examination and basic bloods; the CTPA has shown the chest. No routine CT of the abdomen "
    "and no PET.",
    action="limited_cancer_search",
    strength=Strength.OFFER,
    short="history, examination, basic bloods",
)
CANCER_SCREENING_OF_WOMEN = neutral(
    "cancer_screening_of_women",
    "Clinical examination and the cancer screening that is offered to women, rather than a routine "
    "extensive search.",
    action="limited_cancer_search",
    strength=Strength.OFFER,
    short="examination and sex-specific screening",
)
CANCER_SCREENING_OF_MEN = neutral(
    "cancer_screening_of_men",
    "Clinical examination and the cancer screening that is offered to men, rather than a routine "
    "extensive search.",
    action="limited_cancer_search",
    strength=Strength.OFFER,
    short="examination and sex-specific screening",
)

# Thrombophilia -----------------------------------------------------------------------------------

NO_HEREDITARY_TEST = neutral(
    "no_hereditary_test",
    "Do not test for hereditary thrombophilia.",
    action="thrombophilia_test",
    strength=Strength.DO_NOT,
    short="no hereditary test",
)
CONSIDER_ANTIPHOSPHOLIPID = neutral(
    "consider_antiphospholipid_test",
    "Consider a test for antiphospholipid antibodies, because anticoagulation is planned to stop.",
    action="thrombophilia_test",
    strength=Strength.CONSIDER,
    short="consider antiphospholipid antibodies before stopping",
)
CONSIDER_BOTH_TESTS = neutral(
    "consider_both_tests",
    "Consider tests for antiphospholipid antibodies and for hereditary thrombophilia: anticoagulation "
    "is planned to stop, and a first-degree relative has had a clot.",
    action="thrombophilia_test",
    strength=Strength.CONSIDER,
    short="consider hereditary if a first-degree relative",
)
THROMBOPHILIA_IF_YOUNG = neutral(
    "thrombophilia_if_young",
    "Testing may be considered: below 50, no other factor, and a strong family history.",
    action="thrombophilia_test",
    strength=Strength.CONSIDER,
    short="may be considered if young with a family history",
)
NO_ROUTINE_TEST = neutral(
    "no_routine_thrombophilia_test",
    "No routine test for hereditary thrombophilia.",
    action="thrombophilia_test",
    strength=Strength.DO_NOT,
    short="not routinely",
)
NO_ROUTINE_TEST_PROVOKED = neutral(
    "no_routine_thrombophilia_test_if_provoked",
    "No routine test for hereditary thrombophilia after a provoked clot.",
    action="thrombophilia_test",
    strength=Strength.DO_NOT,
    short="not routinely",
)
ESVS_ON_PROVOKED = silent(
    "esvs_on_unprovoked_only", "What was read of ESVS speaks of thrombophilia in unprovoked DVT only."
)
