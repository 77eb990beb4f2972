"""How well hospitals prevent clots and reviews are kept, of a person in a service (reference 4, 7.3)."""

from veinway.care import episodes
from veinway.care.quality import ahrq, hospital, questions, reviews
from veinway.language.knowledge import Knowledge

QUALITY = Knowledge.of(
    "quality",
    modules=(questions, hospital, ahrq, reviews),
    episodes=(episodes.IN_SERVICE,),
    invariants=(),
    constraints=(),
)
