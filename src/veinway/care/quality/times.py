"""The times that quality is measured by, from the first clinical suspicion unless it says otherwise."""

from veinway.care.facts.chest_tests import ctpa, lung_scintigraphy
from veinway.care.facts.tests import interim_anticoagulant, leg_scan, leg_scan_request
from veinway.care.sources import LOCAL, PRODUCT, QS29, QS201
from veinway.language import *

minutes_to_interim = minutes_until("first", interim_anticoagulant)
minutes_to_scan = minutes_until("first", leg_scan)
minutes_from_request_to_scan = minutes_until("first", leg_scan, since=leg_scan_request)

TIME_TO_INTERIM_ANTICOAGULATION = Derived(
    "time_to_interim_anticoagulation",
    "Time from the first suspicion to interim anticoagulation",
    "min",
    minutes_to_interim,
    QS29.at("statements 1 and 3"),
)
TIME_TO_LEG_SCAN = Derived(
    "time_to_leg_scan",
    "Time from the first suspicion to the first scan of the leg",
    "min",
    minutes_to_scan,
    QS29.at("statement 2"),
)
TIME_FROM_REQUEST_TO_LEG_SCAN = Derived(
    "time_from_request_to_leg_scan",
    "Time from the request to the first scan of the leg",
    "min",
    minutes_from_request_to_scan,
    QS201.at("statement 3"),
)

_OTHER_LUNG_TEST = PRODUCT.at("section 3.3, one test of the lung is on record", LOCAL)
_BECAUSE = "the other test of the lung was done, and this one before it would be on record"
_ct_in_1_hour = minutes_until("first", ctpa) <= 60
_scintigraphy_in_1_hour = minutes_until("first", lung_scintigraphy) <= 60
lung_imaging_in_1_hour = any_of(
    presume(
        _ct_in_1_hour,
        NO,
        when=any_event(lung_scintigraphy),
        because=_BECAUSE,
        source=_OTHER_LUNG_TEST,
    ),
    presume(
        _scintigraphy_in_1_hour, NO, when=any_event(ctpa), because=_BECAUSE, source=_OTHER_LUNG_TEST
    ),
)
