"""Made-up patients: a record to read, and the truth to check it against.

`synthesise` makes people with a suspected DVT of a leg; `synthesise_treated` people under treatment, and
what a service owes them; `synthesise_coded` people with clots in coded records, and with what is coded
like them. Nothing here is epidemiology. The probabilities are plausible inventions that
visit every branch of the pathway; nobody should learn a prevalence from them.
"""

from .coded_cohort import synthesise_coded
from .cohort import Summary, synthesise
from .course_cohort import synthesise_treated

__all__ = ["Summary", "synthesise", "synthesise_coded", "synthesise_treated"]
