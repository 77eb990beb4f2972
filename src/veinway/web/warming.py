"""What is set up once, before the first person asks for it: rules, readers of records, the work list."""

from __future__ import annotations

import gc
from concurrent.futures import wait

from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError

from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.service.deciding import decide
from veinway.web.service.given import site_content
from veinway.web.service.overview import Overview
from veinway.web.service.reading import begin_reading
from veinway.web.service.treating import plan_answered, with_first_dose


def warm_up(app: FastAPI) -> None:
    """Decide once about nobody, make the readers, and let the lists of what is due be worked out."""
    site: Profile = app.state.settings.site
    at, overview = now(), app.state.overview
    assert isinstance(overview, Overview)
    wait(begin_reading(site, at))
    nobody = {"at": at, "index": at, "resources": [], "answers": [], "site": site_content(site)}
    decide(nobody)
    plan_answered(with_first_dose(nobody))
    # Rules and programs stay for good: looking through them for rubbish again and again would hold up
    # every answer for a third of a second each time.
    gc.collect()
    gc.freeze()
    try:
        overview.look(at, patience=0)
        app.state.clinic.look(at, patience=0)
        app.state.service.look(at, patience=0)
    except DBAPIError:
        # Whoever asks for the list is told; that it could not be prepared harms nobody.
        return
