"""The questions of the pathway, in the order in which they arise. Guidelines answer each in a step."""

from veinway.language import *

SUSPECTED_DVT = question("suspected_dvt", "What follows when DVT of a leg is suspected?")
