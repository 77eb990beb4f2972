"""The questions of treatment, in the order in which they arise. Guidelines answer each in a step."""

from veinway.language import *

WHICH_ANTICOAGULANT = question("which_anticoagulant", "Which anticoagulant for a clot?")
"""The planner ranks drugs by the answer of the site's guideline: its outcomes name `drugs`."""
