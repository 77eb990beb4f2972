"""Reading FHIR resources: in threads of their own, and once for the same resources in the same minute.

A reader is bound to the thread that made it, and takes a second to make: a request's own thread may be
any of many, each of which would make one.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock
from typing import Any

import orjson

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.chapters.treatment import TREATMENT
from veinway.language.knowledge import Knowledge
from veinway.records.bundle import BundleReading, read_bundle
from veinway.records.profile import Profile

MOST_KEPT = 64
_NUMBER = 2
_THREADS = ThreadPoolExecutor(_NUMBER, thread_name_prefix="reading")
_kept: OrderedDict[tuple[bytes, str, str, str], BundleReading] = OrderedDict()
_lock = Lock()


def read_resources(
    resources: Sequence[dict[str, Any]], site: Profile, at: str, chapter: Knowledge = DIAGNOSIS
) -> BundleReading:
    """What the resources of one patient say, as known at an instant (if none: the last on record).

    chapter: whose facts are looked for, in the first of its kinds of episode.
    The answer is shared: it is to be read, and never changed. SourceError as of `read_bundle`.
    """
    minute = at and datetime.fromisoformat(at).replace(second=0, microsecond=0).isoformat()
    content = hashlib.sha256(orjson.dumps(resources)).digest()
    key = (content, repr((site.time_zone, site.coverage, site.parameters)), minute, chapter.name)
    with _lock:
        found = _kept.get(key)
    if found is None:
        found = _THREADS.submit(_read, resources, site, minute, chapter).result()
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return found


def begin_reading(site: Profile, at: str) -> list[Future[BundleReading]]:
    """Let each thread make its reader; a record of somebody of whom nothing is known is read by each."""
    nobody = [{"resourceType": "Patient", "id": "nobody"}]
    chapters = [chapter for chapter in (DIAGNOSIS, TREATMENT, INTERVENTION) for _ in range(_NUMBER)]
    return [_THREADS.submit(_read, nobody, site, at, chapter) for chapter in chapters]


def _read(
    resources: Sequence[dict[str, Any]], site: Profile, at: str, chapter: Knowledge = DIAGNOSIS
) -> BundleReading:
    entries = [{"resource": each} for each in resources]
    known = chapter.facts.keys() | chapter.events.keys()
    return read_bundle(
        {"resourceType": "Bundle", "type": "collection", "entry": entries},
        knowledge=chapter,
        episode=chapter.episodes[0],
        at=datetime.fromisoformat(at) if at else None,
        time_zone=site.time_zone,
        coverage={key: covered for key, covered in site.coverage.items() if key in known},
        parameters=site.parameters,
    )
