"""The shipped knowledge: every fact, event, score, table, step and law, by key, and its edition."""

from __future__ import annotations

from veinway.care import d_dimer, episodes, invariants, measures, pathway, questions
from veinway.care.imaging import extent, nice
from veinway.care.probability import wells_dvt
from veinway.language.knowledge import Knowledge

KNOWLEDGE = Knowledge.of(
    modules=(
        questions,
        pathway,
        wells_dvt,
        d_dimer,
        measures,
        nice,
        extent,
    ),
    episodes=(episodes.SUSPECTED_DVT,),
    invariants=invariants.INVARIANTS,
    constraints=invariants.CONSTRAINTS,
)
