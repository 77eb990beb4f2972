"""What somebody said, in words: about which fact or action, of which limb, what, and when."""

from __future__ import annotations

from typing import Any

from veinway.web.sections.asking import said_words
from veinway.web.sections.case import LIMBS
from veinway.web.service.actions import action_of, said_of_action
from veinway.web.service.course import LABELS, is_course, said_of_course
from veinway.web.service.saying import part_of
from veinway.web.service.villalta import is_examination, label_words, said_of_examination
from veinway.web.service.work import is_work, said_of_work, work_label


def label_of(fact: str) -> str:
    """What an answer is about; its key where no rule of today knows it."""
    part, action = part_of(fact), action_of(fact)
    if part is not None:
        return part.label
    if is_course(fact):
        return LABELS[fact]
    if is_examination(fact):
        return label_words(fact)
    if is_work(fact):
        return work_label(fact)
    return fact if action is None else action.text.rstrip(".")


def about_words(fact: str, side: str) -> str:
    """The same, with the limb."""
    limb = LIMBS.get(side, side)
    return f"{label_of(fact)} ({limb})" if limb else label_of(fact)


def answer_words(fact: str, said: Any) -> str:
    """What was said of it."""
    if said is None:
        return "taken back"
    if is_course(fact):
        return said_of_course(said)
    if is_examination(fact):
        return said_of_examination(said)
    if is_work(fact):
        return said_of_work(said)
    part = part_of(fact)
    return said_of_action(said) if part is None else said_words(part, said)
