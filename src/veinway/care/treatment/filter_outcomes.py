"""What may be said of a vena cava filter."""

from veinway.language import *

CONSIDER_FILTER = commits(
    "consider_filter",
    "Anticoagulation is barred for more than a few days: consider a retrievable filter. Its removal is "
    "planned before it is put in.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="consider a retrievable filter",
)
FILTER_RECOMMENDED = commits(
    "filter_recommended",
    "A fresh proximal clot or embolism, and anticoagulation is contraindicated: a filter (strong).",
    action="vena_cava_filter",
    short="a filter (strong)",
)
FILTER_IIA_C = commits(
    "filter_iia_c",
    "A filter should be considered (class IIa C): an absolute bar to anticoagulation, or another "
    "embolism in spite of it.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="should be considered (IIa C)",
)
FILTER_AFTER_FAILURE = commits(
    "filter_after_failure",
    "An embolism in spite of treatment, after adherence, other causes, and a higher dose or another "
    "drug were addressed, and the risk of a further one is high: consider a filter. Guidelines "
    "disagree.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="consider a filter after every other step",
)
STEPS_BEFORE_FILTER = neutral(
    "steps_before_filter",
    "An embolism in spite of treatment: first adherence, other causes of clotting, a higher dose or "
    "another drug. A filter is considered only after that, and if the risk of a further one is high.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="not before the other steps",
)
TEMPORARY_FILTER_FOR_OPERATION = commits(
    "temporary_filter_for_operation",
    "An operation that cannot wait, within a month of a proximal clot: a temporary filter.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="a temporary filter for the operation",
)
NO_FILTER_FOR_FAILURE = neutral(
    "no_filter_for_failure",
    "No filter for a clot in spite of treatment: change the anticoagulant.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="not for recurrence",
)
NO_ROUTINE_FILTER = neutral(
    "no_routine_filter",
    "No filter as a routine (class III A).",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="not as a routine (III A)",
)
NO_FILTER = neutral(
    "no_filter",
    "No filter: anticoagulation is possible, or the clot is neither proximal nor fresh.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="no filter",
)
