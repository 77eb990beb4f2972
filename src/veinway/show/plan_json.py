"""A treatment plan as JSON: the answer of `veinway plan`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from veinway.engine.one import Reasoner
from veinway.engine.planning import FirstDose, Option, PhasePlan
from veinway.engine.schedule import Timed, met_on
from veinway.engine.verdict_reasons import Raised, Reason, inside
from veinway.language import Dose
from veinway.language.time import date_of
from veinway.language.values import Situation, Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_json
from veinway.show.dose_words import dose_words, lasting
from veinway.show.json_answers import NOTICE, finding_json, moment, problem_json, step_json, table_json
from veinway.show.plan_course import Stage
from veinway.show.plan_parts import Planned, moment_text
from veinway.show.values import number_json
from veinway.show.words import phrase

Answer = dict[str, Any]


def plan_answer(id_: str, planned: Planned, problems: Sequence[Problem] = ()) -> Answer:
    """Every drug, best first, with every reason and the dose; then the steps of the treatment."""
    found, assessment = planned.plan, planned.assessment
    return {
        "id": id_,
        "edition": planned.knowledge.edition,
        "guideline": assessment.guideline,
        "strict": not assessment.presumptions,
        "at": moment(assessment.situation.at_minute, "minute"),
        "first_dose": moment_text(planned.first_dose),
        "choice": None if found.chosen is None else table_json(found.chosen, frozenset()),
        "options": [_option(planned, each) for each in found.options],
        "missing": [each.key for each in planned.asked_first],
        "course": _course(planned),
        "measures": [finding_json(each) for each in assessment.measures],
        "steps": [step_json(reading, {}) for reading in assessment.steps],
        "problems": [problem_json(problem) for problem in (*problems, *planned.contradictions)],
        "notice": NOTICE,
    }


def _option(planned: Planned, option: Option) -> Answer:
    return {
        "drug": option.drug.key,
        "label": option.drug.label,
        "family": option.drug.family,
        "standing": option.standing,
        "offered": option.offered,
        "refused": option.refused,
        "preferred": option.place,
        "lead_in": option.drug.lead_in,
        "reasons": [_reason(each, planned.reasoner) for each in option.reasons],
        "missing": [fact.key for fact in option.missing],
        "depends_on": [each.key for each in planned.depends_on(option)],
        "begins_with": list(option.begins_with),
        "no_lead_in": option.no_lead_in,
        "phases": [
            {**_phase(part, timed, planned.assessment.situation), "stage": stage}
            if stage in ("now", "later")
            else _ended(part, stage)
            for part, timed, stage in planned.stages(option)
        ],
        "flags": [_flag(each) for each in option.flags],
        "first_dose": None if option.first_dose is None else _first_dose(option.first_dose),
        "reviews": [
            {"key": each.key, "text": each.text, "at": moment_text(each.at)}
            for each in planned.reviews(option)
        ],
        "near_threshold": [outcome.key for outcome in option.near],
    }


def _course(planned: Planned) -> Answer | None:
    """What is taken now."""
    course = planned.course
    if course is None:
        return None
    began = None if course.began is None else moment_text(course.began)[:10]
    drugs = sorted(course.drugs)
    return {"taken": course.label, "drugs": drugs, "began": began, "another_clot_since": course.again}


def _ended(part: PhasePlan, stage: Stage) -> Answer:
    """A phase of a course that goes on, of which no dose is due."""
    return {
        "key": part.phase.key,
        "label": part.phase.label,
        "lasts": lasting(part.phase),
        "stage": stage,
        "dose": None,
        "may_be": [],
        "source": cite_json(part.phase.source),
    }


def _flag(raised: Raised) -> Answer:
    holds = raised.truth is Truth.YES or None
    flag = raised.flag
    return {"key": flag.key, "text": flag.text, "holds": holds, "source": cite_json(flag.source)}


def _first_dose(found: FirstDose) -> Answer:
    """For 24 hours at most, while blood results are awaited."""
    doses = [_dose(each.given, each) for each in found.doses if each.given is not None]
    return {"doses": doses, "awaited": [fact.key for fact in found.awaited]}


def _reason(reason: Reason, reasoner: Reasoner) -> Answer:
    row = reason.row
    return {
        "id": row.id,
        "verdict": row.then.key,
        "holds": reason.truth is Truth.YES or None,
        "text": phrase(row.when) if row.when is not None else "",
        "comes_down_to": [
            {"id": inner.id, "text": phrase(when), "source": cite_json(inner.cite)}
            for inner, when in inside(reason, reasoner)
            if inner is not row
        ],
        "source": cite_json(row.cite),
    }


def _phase(part: PhasePlan, timed: Timed | None, situation: Situation) -> Answer:
    answer: Answer = {
        "key": part.phase.key,
        "label": part.phase.label,
        "lasts": lasting(part.phase),
        "dose": None if part.given is None else _dose(part.given, part),
        "may_be": [outcome.key for outcome in part.may_be],
        "near_threshold": [outcome.key for outcome in part.near],
        "marks": list(part.marks),
        "lead_in": list(part.elsewhere),
        "credited_doses": part.credited,
        "source": cite_json(part.phase.source),
    }
    if timed is not None:
        answer["starts"] = moment_text(timed.starts)
        answer["last_dose"] = None if timed.last is None else moment_text(timed.last)
        answer["ends"] = None if timed.ends is None else moment_text(timed.ends)
        answer["open_ended"] = timed.open_ended
    if part.lasts.until is not None:
        day = met_on(part.lasts, situation)
        answer["may_end_on"] = None if day is None else date_of(day).isoformat()
    return answer


def _dose(given: Dose, part: PhasePlan) -> Answer:
    amount = part.amount
    return {
        "words": dose_words(given, amount),
        "amount": None if amount is None else [number_json(end) for end in amount],
        "unit": given.unit,
        "times": given.times,
        "every": given.every,
        "route": given.route,
        "with_food": given.with_food,
        "product_maximum": None if given.most is None else number_json(given.most),
        "by_weight": None if part.weighed is None else [number_json(end) for end in part.weighed],
        "ready_made": [number_json(each) for each in part.ready],
    }
