"""Lists of work for a whole service: which actions, recalls and findings of which steps belong
together.
"""

from __future__ import annotations

from dataclasses import dataclass

from .errors import DefinitionError
from .outcomes import Outcome
from .sources import Cite, require_cite
from .steps import Step


@dataclass(frozen=True, slots=True, eq=False)
class WorkList:
    """One list. acts: what is to be done, by the act words of plans. flags: conclusions that put
    somebody
    on the list. recalls: a test that a conclusion asks for again, counted from the last one."""

    key: str
    label: str
    chapter: str
    steps: tuple[Step, ...]
    acts: frozenset[str]
    flags: frozenset[Outcome]
    recalls: bool
    source: Cite


def work_list(
    key: str,
    label: str,
    *,
    chapter: str,
    steps: list[Step],
    source: Cite,
    acts: list[str] | None = None,
    flags: list[Outcome] | None = None,
    recalls: bool = False,
) -> WorkList:
    """Define a list; D223 where an act, or a flag, is none of its steps'."""
    require_cite(source, key)
    known = {action.act for step in steps for action in step.plan}
    concluded = {outcome for step in steps for outcome in step.conclusion.outcomes}
    strange = [act for act in acts or [] if act not in known]
    strange += [outcome.key for outcome in flags or [] if outcome not in concluded]
    if strange or not (acts or flags or recalls):
        what = f"No step of it speaks of {strange}." if strange else "It lists nothing."
        raise DefinitionError("D223", what, where=key)
    return WorkList(
        key,
        label,
        chapter,
        tuple(steps),
        frozenset(acts or ()),
        frozenset(flags or ()),
        recalls,
        source,
    )
