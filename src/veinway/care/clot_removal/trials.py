"""What trials of removing a clot of the leg found: they disagree (2.9, disagreement D-13)."""

from veinway.care.clot_removal.candidacy import iliofemoral
from veinway.care.facts.person import adult
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.outcomes import FEMOROPOPLITEAL
from veinway.care.sources import ATTRACT, CAVA, CAVENT
from veinway.language import *

_ATTRACT = ATTRACT.at("abstract, all proximal clots")
_ILIOFEMORAL = ATTRACT.at("abstract, iliofemoral clots")
_FEMOROPOPLITEAL = ATTRACT.at("abstract, femoropopliteal clots")
CLOT_REMOVAL_TRIALS = question("clot_removal_trials", "What did trials of removing the clot find?")
proximal = any_of(iliofemoral, DVT_EXTENT.one_of(FEMOROPOPLITEAL))

TRIALS = step(
    "clot_removal_trials_veinway",
    "What trials of removing the clot found",
    question=CLOT_REMOVAL_TRIALS,
    guideline="veinway",
    subject=LIMB,
    source=_ATTRACT,
    for_whom=all_of(adult, proximal),
    conclusion=table(
        "clot_removal_trials_conclusion",
        "What trials of removing the clot found",
        hit="collect",
        source=_ATTRACT,
        rows=[
            row(
                proximal,
                neutral(
                    "trial_attract",
                    "ATTRACT, 2 years: post-thrombotic syndrome 47 against 48 %; moderate or severe 18 "
                    "against 24 % (1 fewer in 17); major bleeding in 10 days 1.7 against 0.3 %.",
                    short="ATTRACT: 1 fewer moderate or severe in 17",
                ),
                id="ATTRACT",
                cite=_ATTRACT,
            ),
            row(
                iliofemoral,
                neutral(
                    "trial_attract_iliofemoral",
                    "ATTRACT, iliofemoral clots, 2 years: post-thrombotic syndrome 49 against 51 %; "
                    "moderate or severe 18 against 28 % (1 fewer in 10).",
                    short="ATTRACT, iliofemoral: 1 fewer moderate or severe in 10",
                ),
                id="ATTRACT, iliofemoral",
                cite=_ILIOFEMORAL,
            ),
            row(
                iliofemoral,
                neutral(
                    "trial_cavent",
                    "CaVenT, 2 years: post-thrombotic syndrome 41.1 against 55.6 % (1 fewer in 7); no "
                    "difference in quality of life; major bleeding 3.3 against 0 %.",
                    short="CaVenT: 1 fewer of any degree in 7",
                ),
                id="CaVenT",
                cite=CAVENT.at("abstracts"),
            ),
            row(
                iliofemoral,
                neutral(
                    "trial_cava",
                    "CAVA, 12 months: post-thrombotic syndrome 29 against 35 %, which chance can "
                    "explain; major bleeding 5 against 0 %.",
                    short="CAVA: no clear difference",
                ),
                id="CAVA",
                cite=CAVA.at("abstract"),
            ),
            row(
                DVT_EXTENT.one_of(FEMOROPOPLITEAL),
                neutral(
                    "trial_attract_femoropopliteal",
                    "ATTRACT, femoropopliteal clots: no benefit, major bleeding 3 against 0 %.",
                    short="ATTRACT, femoropopliteal: no benefit",
                ),
                id="ATTRACT, femoropopliteal",
                cite=_FEMOROPOPLITEAL,
            ),
        ],
    ),
    plan=[],
)
