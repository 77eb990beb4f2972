"""Who is at risk of a clot and what prevents one: hospital, plaster, pregnancy, journeys, hormones."""

from veinway.care import episodes, measures
from veinway.care.prevention import causes, flying, laws, risk_factors, travel
from veinway.care.prevention import questions as prevention_questions
from veinway.care.prevention.hormones import risks as hormone_risks
from veinway.care.prevention.hormones import ukmec, us_mec
from veinway.care.prevention.pregnancy import actions as pregnancy_actions
from veinway.care.prevention.pregnancy import doses as pregnancy_doses
from veinway.care.prevention.pregnancy import scores as pregnancy_scores
from veinway.care.prevention.prophylaxis import (
    by_guideline,
    by_mouth,
    drugs,
    groups,
    leg_cast,
    mechanical,
)
from veinway.care.prevention.prophylaxis import doses as prophylactic_doses
from veinway.care.prevention.public import hormones as public_hormones
from veinway.care.prevention.public import travel as public_travel
from veinway.care.prevention.scores import (
    caprini,
    compass_cat,
    english_tool,
    geneva_prophylaxis,
    improve,
    khorana,
    padua,
    tripcast,
)
from veinway.care.treatment.bleeding import improve_bleeding
from veinway.language.knowledge import Knowledge

PREVENTION = Knowledge.of(
    "prevention",
    modules=(
        prevention_questions,
        measures,
        risk_factors,
        causes,
        english_tool,
        caprini,
        padua,
        improve,
        geneva_prophylaxis,
        improve_bleeding,
        mechanical,
        groups,
        by_guideline,
        tripcast,
        leg_cast,
        khorana,
        compass_cat,
        pregnancy_scores,
        pregnancy_actions,
        pregnancy_doses,
        prophylactic_doses,
        by_mouth,
        drugs,
        travel,
        flying,
        ukmec,
        us_mec,
        hormone_risks,
        public_travel,
        public_hormones,
    ),
    episodes=(episodes.AT_RISK,),
    invariants=laws.INVARIANTS,
    constraints=(),
)
