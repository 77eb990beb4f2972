"""Who is at risk of a clot and what prevents one: hospital, plaster, pregnancy, journeys, hormones."""

from veinway.care import episodes, measures
from veinway.care.prevention import causes, risk_factors
from veinway.care.prevention import questions as prevention_questions
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
        tripcast,
        khorana,
        compass_cat,
    ),
    episodes=(episodes.AT_RISK,),
    invariants=(),
    constraints=(),
)
