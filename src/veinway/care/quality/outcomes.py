"""What a quality measure may conclude; while both outcomes are left it cannot be computed."""

from veinway.language import *

MET = neutral("measure_met", "The measure is met.", short="met")
NOT_MET = neutral("measure_not_met", "The measure is not met.", short="not met")
