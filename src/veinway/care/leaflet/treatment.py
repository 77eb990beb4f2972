"""How a clot is treated: medicines, and the procedures that a few people need."""

from veinway.care.facts.person import pregnant_as_recorded
from veinway.care.sources import (
    ESC_2019,
    L0,
    L1,
    L2,
    L3,
    L4,
    LOCAL,
    PRODUCT,
    TC_FILTERS,
)
from veinway.language import *

_MERGED = "reference 4, section 9.3, part "
_RIGHT = "reference 4, section 9.2, "

TREATMENT = section(
    "treatment",
    "How is a clot treated?",
    passage(
        "treatment_thinner",
        "Most people get a blood thinner. Doctors call it an anticoagulant.",
        source=L2.at("how to treat DVT"),
    ),
    passage(
        "treatment_stops",
        "It stops the clot from growing, and new clots from forming. So it lowers the risk of a clot "
        "in the lungs and of lasting leg trouble.",
        source=L0.at("treatment"),
    ),
    passage(
        "treatment_body",
        "It does not dissolve the clot. Your body slowly breaks the clot down.",
        source=PRODUCT.at(f"{_RIGHT}body dissolves clot", LOCAL),
    ),
    passage(
        "treatment_at_once",
        "Once a clot is found, you should start at once.",
        source=L0.at("treatment"),
    ),
    passage(
        "treatment_forms",
        "It comes as tablets or as injections.",
        source=L4.at("treatment"),
    ),
    passage(
        "treatment_months",
        "Most people need it for at least 3 months. Then you and your team decide if you go on.",
        source=PRODUCT.at(f"{_MERGED}5", LOCAL),
    ),
    passage(
        "treatment_checks",
        "You will have check-ups while you take it. They show if it works and if it is safe for you.",
        source=L3.at("treatment from a GP"),
    ),
    passage(
        "treatment_every_dose",
        "Take every dose. Do not stop on your own.",
        source=PRODUCT.at(f"{_MERGED}8", LOCAL),
    ),
    passage(
        "treatment_painkillers",
        "Ask before you take aspirin or ibuprofen: they can make you bleed. Did a doctor already give "
        "you aspirin? Then do not stop it without asking.",
        source=PRODUCT.at(f"{_MERGED}5", LOCAL),
    ),
    passage(
        "treatment_aspirin",
        "Aspirin does not treat a clot in a deep vein. It can help to prevent one after a new hip or "
        "knee. A few people take it later, when they have stopped the blood thinner.",
        source=PRODUCT.at(f"{_RIGHT}aspirin", LOCAL),
    ),
    passage(
        "treatment_pregnant",
        "In pregnancy the blood thinner is an injection. You take it for at least 3 months. Go on until "
        "your baby is 6 weeks old, even if that is longer.",
        source=ESC_2019.section("9.5"),
        unless=no(pregnant_as_recorded),
    ),
)
PROCEDURES = section(
    "procedures",
    "Procedures: only for some people",
    passage(
        "procedures_few",
        "Most people need no procedure. A few do, when the clot is very big or when trouble lasts.",
        source=L0.at("treatment"),
    ),
    passage(
        "procedures_team",
        "A team of doctors decides with you. Ask why they think of it, what can go wrong, and what it "
        "will be like. The main risk is bleeding.",
        source=PRODUCT.at(f"{_MERGED}6", LOCAL),
    ),
    passage(
        "procedures_dissolve",
        "Dissolving the clot: a thin tube (catheter) goes into the vein, guided by pictures on a "
        "screen. Medicine that dissolves clots then goes right into the clot. The aim is to open the "
        "vein fast, to spare its valves, and to prevent lasting leg trouble.",
        source=L2.at("catheter-directed thrombolysis"),
    ),
    passage(
        "procedures_remove",
        "Removing the clot: a tool in the tube breaks up the clot or takes it out. Doctors call this "
        "thrombectomy.",
        source=L1.at("clot removal"),
    ),
    passage(
        "procedures_surgery",
        "Open surgery is rare. It is the last choice, for a very big clot.",
        source=L1.at("clot removal"),
    ),
    passage(
        "procedures_balloon",
        "Balloon: a vein that was blocked for long can get scars and become narrow. A tiny balloon "
        "widens it.",
        source=L1.at("deep vein stenting"),
    ),
    passage(
        "procedures_stent",
        "Stent: a small mesh tube may then keep the vein open. It takes careful planning, and "
        "is right for some people only.",
        source=L1.at("deep vein stenting"),
    ),
    passage(
        "procedures_in_veins",
        "After a clot this is done in veins. What you may read about arteries is another illness.",
        source=PRODUCT.at(f"{_RIGHT}stent and angioplasty", LOCAL),
    ),
    passage(
        "procedures_results",
        "It helps some people a lot, and others less. It is not proven that it helps everybody in the "
        "long run.",
        source=PRODUCT.at(f"{_RIGHT}remarkable results", LOCAL),
    ),
    passage(
        "procedures_filter",
        "Filter: a small filter in the big vein of the tummy catches clots on their way to the lungs. "
        "It does not treat the clot. It is mainly for people who cannot take a blood thinner because "
        "they would bleed.",
        source=TC_FILTERS.at("indications"),
    ),
    passage(
        "procedures_filter_out",
        "Most filters are taken out again. The day should be planned when the filter goes in.",
        source=TC_FILTERS.at("removal"),
    ),
    passage(
        "procedures_filter_day",
        "For a filter the skin is made numb (local anaesthetic). You may stay in hospital for a few "
        "days. It can take a few weeks until you feel well again.",
        source=L3.at("treatment in hospital"),
    ),
)
