"""From the diagnosis to the end of treatment: which drug, which dose, how long, and what to check."""

from veinway.care import episodes, measures
from veinway.care.treatment import laws
from veinway.language.knowledge import Knowledge

TREATMENT = Knowledge.of(
    "treatment",
    modules=(measures,),
    episodes=(episodes.TREATED_VTE,),
    invariants=laws.INVARIANTS,
    constraints=(),
)
