"""The words that care is written in. No SQL, no FHIR, no medicine; imports nothing else of Veinway."""

from .arithmetic import Derived, agreed, between, by_choice, largest, quantity
from .events import (
    AT,
    INDEX,
    DateExpression,
    Event,
    SeriesMeasure,
    Window,
    YearsSince,
    any_event,
    count,
    date_of_event,
    days_after,
    days_since,
    first,
    highest,
    last,
    lowest,
    within,
)
from .expressions import (
    NO,
    YES,
    ChoiceExpression,
    Expression,
    YesNoExpression,
    all_of,
    any_of,
    at_least,
    no,
    presume,
    presume_not,
)
from .facts import (
    Choice,
    Cost,
    DateFact,
    Fact,
    Find,
    Measure,
    Silence,
    YesNo,
    choice,
    measure,
    yes_no,
)
from .numbers import NumberExpression
from .outcomes import Direction, Outcome, Strength, commits, escalates, neutral, silent
from .parameters import Parameter
from .regimens import Constraint, Invariant, Regimen, dose, regimen
from .scores import (
    Band,
    Score,
    above,
    below,
    from_,
    only_one,
    override,
    points,
    points_from,
    score,
    up_to,
)
from .sources import Cite, Source, Tag, editions
from .steps import (
    DEVICE,
    DRUG_COURSE,
    EPISODE,
    LIMB,
    PERSON,
    Action,
    Episode,
    Step,
    Subject,
    action,
    by,
    in_days,
    step,
)
from .tables import Row, Table, otherwise, row, table
from .time import Span, days, hours, minutes, months, weeks, years

__all__ = [name for name in dir() if not name.startswith("_")]
