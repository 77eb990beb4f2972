"""The shipped knowledge: every fact, event, score, table, step, drug and law, by key, what patients are
told, and its edition.
"""

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.chapters.prevention import PREVENTION
from veinway.care.chapters.quality import QUALITY
from veinway.care.chapters.treatment import TREATMENT
from veinway.care.leaflet.sections import LEAFLET
from veinway.care.leaflet.terms import TERMS
from veinway.language.knowledge import Knowledge

KNOWLEDGE = Knowledge.joined(
    DIAGNOSIS, TREATMENT, INTERVENTION, PREVENTION, QUALITY, leaflet=LEAFLET, terms=TERMS
)
