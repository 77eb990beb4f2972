"""How severe a clot is, removing it, stents and filters, and what follows (reference 3)."""

from veinway.care import episodes, measures
from veinway.care.clot_removal import bars as clot_removal_bars
from veinway.care.clot_removal import candidacy as clot_removal
from veinway.care.clot_removal import catheter_lysis, stents
from veinway.care.clot_removal import decision_sheet as clot_removal_sheet
from veinway.care.filters import decision as filter_decision
from veinway.care.filters import life as filter_life
from veinway.care.filters import points as filter_points
from veinway.care.follow_up import journeys
from veinway.care.follow_up import points as follow_up_points
from veinway.care.follow_up import reviews as follow_up_reviews
from veinway.care.post_thrombotic import management as pts_management
from veinway.care.post_thrombotic import scales as pts_scales
from veinway.care.severity import classes as severity_classes
from veinway.care.severity import (
    heparin,
    lytics,
    lytics_doses,
    news2,
    reperfusion,
    respiratory,
    worsening,
)
from veinway.care.severity import home as severity_home
from veinway.care.severity import laws as severity_laws
from veinway.care.severity import lysis as severity_lysis
from veinway.care.severity import questions as severity_questions
from veinway.care.severity import scores as severity_scores
from veinway.language.knowledge import Knowledge

INTERVENTION = Knowledge.of(
    "intervention",
    modules=(
        measures,
        severity_questions,
        severity_scores,
        severity_classes,
        respiratory,
        news2,
        worsening,
        severity_home,
        severity_lysis,
        lytics_doses,
        lytics,
        reperfusion,
        heparin,
        pts_scales,
        pts_management,
        follow_up_reviews,
        journeys,
        follow_up_points,
        clot_removal_bars,
        clot_removal,
        catheter_lysis,
        clot_removal_sheet,
        stents,
        filter_decision,
        filter_life,
        filter_points,
    ),
    episodes=(episodes.TREATED_VTE,),
    invariants=severity_laws.INVARIANTS,
    constraints=(),
)
