"""The anticoagulant that is chosen for a patient: kept with all that the rules said of every drug."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from veinway.care.chapters.treatment import TREATMENT
from veinway.language.errors import InputError
from veinway.show.plan_parts import Planned
from veinway.web.pages.episode_forms import changed
from veinway.web.routing import Visit, page_at, visit
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.course import DRUG, REASONS, note_in, reason_in
from veinway.web.service.together import check_everything
from veinway.web.service.treating import plan_answered, plan_of, with_first_dose
from veinway.web.store.accounts import May
from veinway.web.store.decisions import keep
from veinway.web.store.patients import say, seen_in


async def choose_drug(request: Request) -> Response:
    """Keep the drug that was chosen; one that is not offered needs a reason."""
    form = (await visit(request)).form
    strict = request.query_params.get("strict") == "1"
    seen = seen_in(request.query_params.get("seen", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        patient = found_episode(connection, episode_id)["patient_id"]
        check_everything(connection, episode_id, patient, seen, here.site)
        now = given_of(connection, episode_id, here.site, here.actor.at, strict=strict)
        given = with_first_dose(now, str(form.get("first_dose", "")))
        said = _chosen(plan_of(given), form)
        id_ = keep(connection, here.actor, episode_id, TREATMENT.edition, given, plan_answered(given))
        course = {**said, "first_dose": given["first_dose"], "decision": id_}
        say(connection, here.actor, episode_id, DRUG, course)

    return await changed(request, change, DRUG)


def _chosen(planned: Planned, form: dict[str, Any]) -> dict[str, str]:
    key = str(form.get("drug", ""))
    option = next((each for each in planned.plan.options if each.drug.key == key), None)
    if option is None:
        raise InputError("I271", "No drug was chosen.", where="drug", todo="Choose one of the list.")
    if option.offered and not option.missing and not form.get("reason"):
        return {"drug": key, "reason": "", "note": note_in(form)}
    return {"drug": key, **reason_in(form, REASONS, option.drug.label)}


ROUTES = [
    page_at("/episode/{episode}/choose-drug", choose_drug, needs=May.DECIDE, methods=("POST",)),
]
