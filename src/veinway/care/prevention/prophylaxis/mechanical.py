"""Stockings and pneumatic compression: whose legs bear them. What is unknown is looked at first.

A current stroke bars stockings, not its rehabilitation. Older lists also name heart failure; the list of
2018 does not.
"""

from veinway.care.facts.prevention import acute_stroke
from veinway.care.facts.prevention_leg import (
    compression_device_allergy,
    dvt_in_that_leg,
    severe_leg_oedema,
)
from veinway.care.facts.stockings import (
    arterial_bypass,
    arterial_disease_symptoms,
    deformed_leg_or_allergy,
    fragile_leg_skin,
    leg_neuropathy,
)
from veinway.care.sources import LOCAL, NG89, PRODUCT, TC_PROPHYLAXIS, U
from veinway.language import *

_LIST = NG89.at("contraindications to stockings, update page")
_STROKE = NG89.section("1.4.2")
_TC = TC_PROPHYLAXIS.at("mechanical methods")
_ALLERGY = NG89.section("1.3.9", U)
_FIRST = PRODUCT.at("reference 4, section 3.3, look first", LOCAL)

STOCKINGS_ALLOWED = commits(
    "aes_allowed", "Nothing bars anti-embolism stockings.", short="stockings possible"
)
STOCKINGS_BARRED = neutral(
    "aes_barred", "No anti-embolism stockings.", short="no stockings", strength=Strength.DO_NOT
)
LOOK_FIRST = neutral(
    "aes_look_first", "Check foot pulses, feeling, skin and shape of the legs before any stocking."
)
IPC_ALLOWED = commits(
    "ipc_allowed", "Nothing bars intermittent pneumatic compression.", short="compression possible"
)
IPC_BARRED = neutral(
    "ipc_barred",
    "No intermittent pneumatic compression.",
    short="no compression",
    strength=Strength.DO_NOT,
)
IPC_DISPUTED = neutral(
    "ipc_disputed",
    "Thrombosis Canada bars any mechanical method here, NICE does not name it: a clinician decides.",
    short="sources differ on compression",
)

STOCKINGS = table(
    "prevention_stockings",
    "Whether anti-embolism stockings are possible",
    hit="first",
    source=_LIST,
    rows=[
        row(acute_stroke, STOCKINGS_BARRED, id="stroke", cite=_STROKE),
        row(arterial_disease_symptoms, STOCKINGS_BARRED, id="arterial_disease", cite=_LIST),
        row(arterial_bypass, STOCKINGS_BARRED, id="bypass", cite=_LIST),
        row(leg_neuropathy, STOCKINGS_BARRED, id="neuropathy", cite=_LIST),
        row(fragile_leg_skin, STOCKINGS_BARRED, id="skin", cite=_LIST),
        row(deformed_leg_or_allergy, STOCKINGS_BARRED, id="shape_or_allergy", cite=_LIST),
        row(severe_leg_oedema, STOCKINGS_BARRED, id="oedema", cite=_LIST),
        row(dvt_in_that_leg, STOCKINGS_BARRED, id="dvt", cite=_TC),
        otherwise(STOCKINGS_ALLOWED, cite=_LIST),
    ],
    meanwhile=[otherwise(LOOK_FIRST, cite=_FIRST)],
)
COMPRESSION_DEVICE = table(
    "prevention_compression_device",
    "Whether intermittent pneumatic compression is possible",
    hit="first",
    source=_TC,
    rows=[
        row(dvt_in_that_leg, IPC_BARRED, id="dvt", cite=_TC),
        row(compression_device_allergy, IPC_BARRED, id="allergy", cite=_ALLERGY),
        row(
            any_of(arterial_disease_symptoms, leg_neuropathy),
            IPC_DISPUTED,
            id="arteries_or_nerves",
            cite=_TC,
        ),
        otherwise(IPC_ALLOWED, cite=_TC),
    ],
)
stockings_allowed = STOCKINGS.is_(STOCKINGS_ALLOWED)
device_allowed = COMPRESSION_DEVICE.is_(IPC_ALLOWED)
mechanical_allowed = any_of(stockings_allowed, device_allowed)
