"""The leaflet, in its order: what is about one patient stands before what is for all."""

from veinway.care.leaflet.after import ANOTHER, BETTER, QUESTIONS, RISK
from veinway.care.leaflet.cards import BLEEDING, EMERGENCY, TODAY
from veinway.care.leaflet.clot import CLOT, SIGNS, TESTS
from veinway.care.leaflet.medicine import MEDICINE
from veinway.care.leaflet.personal import ABOUT_YOU, CHECKS, FOR_YOU
from veinway.care.leaflet.treatment import PROCEDURES, TREATMENT

LEAFLET = (
    EMERGENCY,
    TODAY,
    ABOUT_YOU,
    MEDICINE,
    CHECKS,
    FOR_YOU,
    BLEEDING,
    CLOT,
    SIGNS,
    TESTS,
    TREATMENT,
    PROCEDURES,
    BETTER,
    ANOTHER,
    RISK,
    QUESTIONS,
)
