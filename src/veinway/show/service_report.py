"""A service's report as data; `service_report_page` and `service_report_text` make it readable."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from veinway.care.service_measures import GROUPS
from veinway.engine.service_tally import ShareTally, Tally, TimeTally
from veinway.language.service_measures import ServiceMeasure
from veinway.show.citations import cite_json

Answer = dict[str, Any]
NOTICE = (
    "For the people who run this service, and for clinicians who look after its quality. It counts "
    "what is on record and compares no patients, staff or hospitals; it is not made for decisions about "
    "one patient. Where records are incomplete a number has two ends: what is certain, and what is "
    "possible. What is marked as a local choice, or as not confirmed, has not been signed off by a "
    "clinician; veinway measures says which that is."
)
_QUARTERS = {"quarter": Fraction(1, 4), "median": Fraction(1, 2), "three_quarters": Fraction(3, 4)}


def service_report(
    found: Mapping[str, Tally], edition: str, about: Mapping[str, str], profile: str
) -> Answer:
    """The whole report. found: by the key of the measure. about: from, to and source."""
    return {
        "edition": edition,
        "period": {"from": about["from"], "to": about["to"]},
        "source": about["source"],
        "profile": profile or None,
        "groups": [
            {
                "key": group.key,
                "label": group.label,
                "measures": [measured(measure, found[measure.key]) for measure in group.measures],
            }
            for group in GROUPS
        ],
        "notice": NOTICE,
    }


def measured(measure: ServiceMeasure, found: Tally) -> Answer:
    """One measure with its numbers."""
    about = {
        "key": measure.key,
        "label": measure.label,
        "kind": measure.kind,
        "better": measure.better or None,
        "source": cite_json(measure.source),
    }
    if isinstance(found, TimeTally):
        return about | _time(found)
    answer = about | {"of": list(found.of)}
    return answer if measure.kind == "count" else answer | _share(found)


def _share(found: ShareTally) -> Answer:
    ends = found.share
    return {"met": list(found.met), "percent": None if ends is None else _percent(*ends)}


def _percent(low: Fraction, high: Fraction) -> list[float]:
    """In per cent, to a tenth; two ends are rounded outwards, so that they enclose what is possible."""
    if low == high:
        return [round(float(low * 100), 1)] * 2
    return [floor(low * 1000) / 10, ceil(high * 1000) / 10]


def _time(found: TimeTally) -> Answer:
    quarters = {
        name: None if (ends := found.quantile(share)) is None else list(ends)
        for name, share in _QUARTERS.items()
    }
    number = len(found.low)
    return {"of": [number, number + found.possible], "not_known": found.not_known, "minutes": quarters}
