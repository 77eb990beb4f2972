"""Which anticoagulant is taken, where several rules ask for the same ones."""

from veinway.care.facts.treatment import current_anticoagulant
from veinway.language import *

DOACS = ("apixaban", "rivaroxaban", "edoxaban", "dabigatran")

# Only these have a lower dose for what follows the first months.
has_reduced_dose = current_anticoagulant.one_of("apixaban", "rivaroxaban")
on_doac = current_anticoagulant.one_of(*DOACS)
