"""Which anticoagulant is taken, where several rules ask for the same ones."""

from veinway.care.facts.treatment import current_anticoagulant
from veinway.language import *

DOACS = ("apixaban", "rivaroxaban", "edoxaban", "dabigatran")

on_doac = current_anticoagulant.one_of(*DOACS)
