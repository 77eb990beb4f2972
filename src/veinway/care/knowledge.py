"""The shipped knowledge: every fact, event, score, table, step and law, by key, and its edition."""

from __future__ import annotations

from veinway.care import d_dimer, episodes, invariants, measures, pathway, probability
from veinway.care.imaging import extent, nice
from veinway.language.knowledge import Knowledge

KNOWLEDGE = Knowledge.of(
    modules=(probability, d_dimer, measures, pathway, extent, nice),
    episodes=(episodes.SUSPECTED_DVT,),
    invariants=invariants.INVARIANTS,
    constraints=invariants.CONSTRAINTS,
)
