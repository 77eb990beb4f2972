"""Made-up patients with a suspected DVT of a leg: a record to read, and the truth to check it against.

Nothing here is epidemiology. The probabilities are plausible inventions that visit every branch of the
pathway; nobody should learn a prevalence from them.
"""

from .cohort import Summary, synthesise

__all__ = ["Summary", "synthesise"]
