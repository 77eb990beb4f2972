"""A leg in plaster, and whose legs bear stockings and pneumatic devices (reference 4, 2.7 and 3.3)."""

from veinway.care.sources import DICTIONARY, NG89, TRIP_CAST_2020, S
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.4")
_TRIP = TRIP_CAST_2020.at("score", S, "open full text")

severe_leg_oedema = yes_no(
    "severe_leg_oedema",
    "Severe swelling of the legs",
    ask="Are the legs severely swollen?",
    cost=Cost.EXAMINE,
    source=NG89.at("contraindications to stockings, update page"),
)
compression_device_allergy = yes_no(
    "compression_device_allergy",
    "Allergy to the material of a pneumatic device",
    ask="Is there an allergy to the material of a pneumatic device?",
    source=NG89.at("pneumatic compression"),
)
dvt_in_that_leg = yes_no(
    "dvt_in_that_leg",
    "Suspected or proven DVT in that leg",
    ask="Is a DVT suspected or proven in that leg?",
    source=_D,
)
leg_immobilised = yes_no(
    "leg_immobilised",
    "A leg in plaster, a cast or a splint after an injury",
    ask="Is a leg in plaster, a cast or a splint after an injury?",
    tell="Is one of your legs in plaster, a cast or a splint?",
    source=_TRIP,
)
leg_immobilisation = Event(
    "leg_immobilisation",
    "A leg put into plaster, a cast or a splint",
    attributes=(),
    ask="When was the leg put into plaster, a cast or a splint?",
    find=(Find("procedure", "leg-plaster", within=months(6)),),
    source=_D,
)
immobilisation_expected_days = measure(
    "immobilisation_expected_days",
    "Days the leg will be immobilised in all",
    ask="How many days will it stay on in all?",
    unit="d",
    step=1,
    domain=(0, 1000),
    cost=Cost.ASK,
    source=_TRIP,
)
tripcast_injury = choice(
    "tripcast_injury",
    "Injury, as TRiP(cast) sorts it",
    {
        "high": (
            "fracture of the shaft of tibia or fibula, of the tibial plateau, or rupture of "
            "the Achilles tendon"
        ),
        "intermediate": (
            "bimalleolar or trimalleolar ankle fracture, patellar fracture, ankle "
            "dislocation or Lisfranc injury, severe sprain of knee or ankle"
        ),
        "low": (
            "single malleolar fracture, patellar dislocation, fracture of the forefoot, "
            "sprain of grade 1 or 2, muscle injury"
        ),
    },
    ask="Which of these injuries is it?",
    source=_TRIP,
)
tripcast_immobilisation = choice(
    "tripcast_immobilisation",
    "What holds the leg still",
    {
        "upper_leg_cast": "cast of the upper leg",
        "lower_leg_cast": "cast of the lower leg",
        "foot_cast_or_semirigid": (
            "foot cast with a free ankle, or semi-rigid without support of the sole"
        ),
        "with_plantar_support": "other cast or brace with support of the sole",
    },
    ask="What holds the leg still?",
    source=_TRIP,
)
tripcast_other_immobilisation = yes_no(
    "tripcast_other_immobilisation",
    "Other immobilisation within 3 months: hospital, bed, flight of more than 6 hours, paralysis "
    "of a leg",
    ask="Was there another immobilisation within 3 months: hospital stay, bedridden, flight of "
    "more than 6 hours, paralysis of a leg?",
    source=_TRIP,
)
tripcast_comorbidity = yes_no(
    "tripcast_comorbidity",
    "Rheumatoid arthritis, chronic kidney disease, COPD or inflammatory bowel disease",
    ask="Is there a rheumatoid arthritis, chronic kidney disease, COPD or inflammatory bowel disease?",
    source=_TRIP,
)
not_weight_bearing = yes_no(
    "not_weight_bearing",
    "No weight can be put on the leg",
    ask="Is it so that no weight can be put on the leg?",
    tell="Is it true that you cannot put weight on the leg?",
    source=_D,
)
rigid_cast = yes_no("rigid_cast", "The cast is rigid", ask="Is the cast rigid?", source=_D)
