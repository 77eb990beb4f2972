"""Whether an embolism is still in question while a DVT of the leg is: then nothing is stopped.

Only imaging settles it here. What Wells and a D-dimer say of an embolism is said by the step for
suspected embolism, which also stops the drug once the leg is settled.
"""

from veinway.care.facts.alarm import chest_symptoms
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.results import incidental_pe, lung_clear
from veinway.language import *

_symptoms_of_embolism = presume(
    chest_symptoms,
    NO,
    because="no chest symptoms are recorded at the first suspicion of a DVT of the leg",
    source=PRODUCT.at("presumption on chest symptoms", LOCAL),
)
embolism_is_open = any_of(
    all_of(_symptoms_of_embolism, no(lung_clear)),
    # One that was found by chance is treated, whatever became of the leg.
    incidental_pe,
)
no_embolism_is_open = no(embolism_is_open)
