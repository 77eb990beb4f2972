"""Which questions are asked of a candidate for a procedure, and what their criteria are called.

The criteria themselves are read from the tables of the steps (`show/candidacy.py`), so that a list of
criteria cannot say anything else than the rule that decides.
"""

from veinway.care.clot_removal.bars import ABSOLUTE_BARS, BLEEDING_BARS, CDT_BARS
from veinway.care.clot_removal.candidacy import CLOT_REMOVAL, iliofemoral
from veinway.care.clot_removal.stents import STENT, disabling, narrowed_too_little
from veinway.care.treatment.bars import absolute_bar
from veinway.care.treatment.filter_by_guideline import failed_with_embolism, fresh_clot
from veinway.care.treatment.questions import VENA_CAVA_FILTER

CANDIDACY = (CLOT_REMOVAL, STENT, VENA_CAVA_FILTER)
"""In the order in which they are shown."""
ITEMISED = {CLOT_REMOVAL: CDT_BARS}
"""The list that stands behind a criterion, item by item."""
WHOLE = {
    ABSOLUTE_BARS: "an absolute contraindication to thrombolysis (SIR's list)",
    BLEEDING_BARS: "a relative contraindication that raises the risk of bleeding (SIR's list)",
    disabling: "the leg is disabling: moderate or severe on the Villalta scale, an open ulcer, venous "
    "claudication, or C4b and above",
    narrowed_too_little: "an iliac or common femoral vein narrowed by less than the limit of 50 %",
    iliofemoral: "the clot is in a common femoral or iliac vein, or in the vena cava",
    absolute_bar: "something bars every anticoagulant",
    fresh_clot: "a clot was diagnosed in the last 4 weeks",
    failed_with_embolism: "another embolism in spite of treatment, proven by imaging",
}
"""What is one criterion though it is made of several conditions, and what it is called."""
