"""What the tests of a suspected embolism have shown, and what speaks against CT.

Where nothing asks for a test, a positive one that was done for another reason would be on record; each
pathway says with `presume_not` where that is so.
"""

from veinway.care.facts.alarm import chest_symptoms
from veinway.care.facts.chest_tests import (
    bilateral_leg_scan,
    contrast_allergy,
    ctpa,
    ctpa_location,
    ctpa_obtainable_immediately,
    ctpa_result,
    ctpa_second_reading,
    echo_result,
    echocardiography,
    found_by_chance,
    high_radiation_risk,
    lung_scintigraphy,
    scintigraphy_obtainable_immediately,
    scintigraphy_result,
    second_reading_result,
)
from veinway.care.facts.tests import leg_scan, scan_result
from veinway.care.measures import creatinine_clearance
from veinway.care.outcomes import DVT_CONFIRMED
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.outcomes import FURTHER_IMAGING_OF_CHEST
from veinway.language import *

NOBODY_ASKED = "nothing asks for it here, and a positive one done for another reason would be on record"
ON_TESTS_NOBODY_ASKED = PRODUCT.at("presumption on scans nobody asked for", LOCAL)


def where_asked_for(shown: ChoiceExpression, *options: str, unless: YesNoExpression) -> ChoiceExpression:
    """A test; where `unless` is so nothing asks for it, and it is presumed to show none of these."""
    return presume_not(shown, *options, when=unless, because=NOBODY_ASKED, source=ON_TESTS_NOBODY_ASKED)


def clot_in_leg_where_asked_for(*, unless: YesNoExpression) -> YesNoExpression:
    """A proximal clot on a scan of one leg or of both; see `where_asked_for`."""
    return any_of(
        where_asked_for(scan_of_one_leg, "dvt_proximal", unless=unless).is_("dvt_proximal"),
        where_asked_for(scan_of_both_legs, "dvt_proximal", unless=unless).is_("dvt_proximal"),
    )


def absent_unless_recorded(finding: YesNoExpression) -> YesNoExpression:
    """A finding on a test; where nothing is on record, it is presumed that there is none."""
    return presume(finding, NO, because=NOBODY_ASKED, source=ON_TESTS_NOBODY_ASKED)


# Whatever came first or last: a clot that was seen once is not undone by a later scan.
first_ctpa, last_ctpa = first(ctpa, ctpa_result), last(ctpa, ctpa_result)
clot_location = last(ctpa, ctpa_location, ctpa_result.is_("pe"))
clot_is_segmental_or_more = clot_location.one_of("saddle", "central", "lobar", "segmental")
clot_is_subsegmental = clot_location.one_of("subsegmental_single", "subsegmental_multiple")
scintigraphy = last(lung_scintigraphy, scintigraphy_result)
right_ventricle = last(echocardiography, echo_result)
second_reading = last(ctpa_second_reading, second_reading_result)
scan_of_one_leg, scan_of_both_legs = last(leg_scan, scan_result), last(bilateral_leg_scan, scan_result)

lung_clear = any_of(last_ctpa.is_("negative"), scintigraphy.is_("normal"))

NO_CLOT_IN_LEG = ("negative_proximal", "negative_whole_leg")
both_legs_clear = scan_of_both_legs.one_of(*NO_CLOT_IN_LEG, "dvt_distal_only", "svt_only")

# NICE row P5; the same reasons speak against CT whoever asks for it.
ct_unsuitable = any_of(contrast_allergy, creatinine_clearance < 30, high_radiation_risk)
# Until it is known that another test can be had at once, imaging waits as long as CT does.
imaging_delayed = any_of(
    no(ctpa_obtainable_immediately),
    all_of(ct_unsuitable, no(scintigraphy_obtainable_immediately)),
)
alternative_is_immediate = all_of(ct_unsuitable, scintigraphy_obtainable_immediately)

# A clot on CT in somebody without chest symptoms was found by chance, whether or not anybody says so.
_seen_without_symptoms = presume_not(
    last_ctpa,
    "pe",
    because="no CT of the pulmonary arteries is on record",
    source=PRODUCT.at("presumption on findings by chance", LOCAL),
).is_("pe")
incidental_pe = any_of(found_by_chance, all_of(no(chest_symptoms), _seen_without_symptoms))

# No test has settled it yet: what every pathway of a stable patient says last.
not_settled = otherwise(
    FURTHER_IMAGING_OF_CHEST,
    id="indeterminate",
    cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
)


def settled_by_leg(clot_in_leg: YesNoExpression) -> Row:
    """A proximal clot in a leg settles it, whatever became of the lung."""
    return row(
        clot_in_leg,
        DVT_CONFIRMED,
        id="leg",
        cite=PRODUCT.at("section 3.0 step 7, a proximal clot in a leg settles it", LOCAL),
    )
