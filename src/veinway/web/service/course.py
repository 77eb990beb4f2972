"""What was decided of a course of anticoagulation: the drug that was chosen, the dose of warfarin, and
whether every INR is known here.

It is said like an answer, about `course:drug`, `course:warfarin` or `course:inrs` instead of a fact: so
it has its author and its time, what stood before stays readable, and it is part of what a decision was
given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from veinway.care.chapters.treatment import TREATMENT
from veinway.language.errors import InputError

DRUG, DOSE, ALL_INRS = "course:drug", "course:warfarin", "course:inrs"
LABELS = {
    DRUG: "The anticoagulant that was chosen",
    DOSE: "The dose of warfarin",
    ALL_INRS: "The INRs that are known here",
}
REASONS = {
    "patient_history": "How this patient answered to earlier changes of the dose",
    "recent_change": "The dose was changed a short while ago",
    "expected_change": "A medicine, an illness, alcohol or food will change the INR",
    "procedure": "A procedure is planned",
    "risk": "The risk of bleeding or of a clot weighs more here",
    "tablets": "The tablets at hand do not make this dose",
    "patient_wish": "The patient wishes otherwise",
    "not_available": "Not available here in time",
    "contraindicated": "There is a reason against it",
    "senior_advice": "On the advice of a senior or a specialist",
    "other": "Another reason, in the note",
}
"""Why it is done otherwise than the rules propose; a note is needed with `other`."""
SETTLED = {
    "patient_is_right": "The patient takes the right dose; the record was wrong",
    "record_is_right": "The record is right; the patient was told",
    "new_dose_agreed": "Neither: a dose was agreed with the patient",
}
"""How it was settled which dose counts."""
KINDS = {
    "recorded": "as it was taken when the course came here",
    "accepted": "as the rules propose",
    "changed": "otherwise than the rules propose",
    "settled": "settled after a discrepancy",
}
LONGEST_NOTE = 1000


def is_course(key: str) -> bool:
    """Whether an answer is about a course and not about a fact."""
    return key in LABELS


def said_of_course(said: Any) -> str:
    """What was decided, in words."""
    if not isinstance(said, dict):
        return str(said)
    if "all" in said:
        return "all of this course" if said["all"] else "perhaps not all of this course"
    if "drug" in said:
        drug = TREATMENT.drugs.get(said["drug"])
        words = said["drug"] if drug is None else drug.label
    else:
        words = f"{said['weekly']} mg a week, {KINDS[said['kind']]}"
        words += f"; next INR by {said['next_inr']}" if said.get("next_inr") else ""
    why = reason_words(said)
    return f"{words} ({why})" if why else words


def reason_words(said: Mapping[str, Any]) -> str:
    """Why it was decided so, in words; "" where none was needed."""
    reason, note = str(said.get("reason", "")), str(said.get("note", ""))
    words = "" if reason == "other" else {**REASONS, **SETTLED}.get(reason, reason)
    return ": ".join(filter(None, (words, note)))


def reason_in(form: Mapping[str, Any], reasons: Mapping[str, str], where: str) -> dict[str, str]:
    """The reason that a form gives, with its note; InputError I271 for none of the list."""
    reason, note = str(form.get("reason", "")), note_in(form)
    if reason not in reasons or (reason == "other" and not note):
        what = "A reason from the list is needed; for another reason, a note as well."
        raise InputError("I271", what, where=where, todo="Choose why.")
    return {"reason": reason, "note": note}


def note_in(form: Mapping[str, Any]) -> str:
    """The note that a form brings."""
    return str(form.get("note", "")).strip()[:LONGEST_NOTE]
