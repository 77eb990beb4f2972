"""What follows a suspicion of heparin-induced thrombocytopenia (reference 2, section 6.5)."""

from veinway.care.facts.bleeding import cirrhosis, liver_disease
from veinway.care.facts.heparin import hit_suspicion
from veinway.care.facts.person import adult, body_weight
from veinway.care.sources import ASH_HIT_2018, LOCAL, PRODUCT, TC_HIT, S
from veinway.care.treatment.bars import hit_ever, hit_in_100_days
from veinway.care.treatment.heparin.four_ts import FOUR_TS, HIGH, INTERMEDIATE, LOW
from veinway.care.treatment.questions import SUSPECTED_HIT
from veinway.language import *

_TC = TC_HIT.at("management")
_ASH = ASH_HIT_2018.at("management", S, "reference 2, section 6.5")

KEEP_HEPARIN = commits(
    "keep_heparin",
    "Heparin-induced thrombocytopenia is unlikely: no tests are needed, and heparin may go on where it "
    "is indicated.",
    action="stop_heparin",
    strength=Strength.DO_NOT,
    short="unlikely: heparin may go on",
)
STOP_HEPARIN = escalates(
    "stop_heparin",
    "Stop all heparin, flushes and coated catheters included. Start another anticoagulant at treatment "
    "dose before results are in. Send an immunoassay, then a functional test.",
    action="stop_heparin",
    timing="now",
    short="stop all heparin, treat, test",
)
NO_HEPARIN = escalates(
    "no_heparin",
    "Heparin-induced thrombocytopenia was diagnosed in the last 100 days: no heparin of any kind, "
    "flushes and coated catheters included. Another anticoagulant at treatment dose.",
    action="stop_heparin",
    timing="now",
    short="no heparin of any kind",
)

_ROWS = [
    row(hit_in_100_days, NO_HEPARIN, id="diagnosed", cite=_TC),
    row(FOUR_TS.one_of(INTERMEDIATE, HIGH), STOP_HEPARIN, id="4 or more", cite=_TC),
    row(FOUR_TS.is_(LOW), KEEP_HEPARIN, id="3 or less", cite=_TC),
]
HIT_TC = table(
    "suspected_hit_tc_conclusion",
    "What follows a suspicion of heparin-induced thrombocytopenia, Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=_ROWS,
)
HIT_ASH = table(
    "suspected_hit_ash_conclusion",
    "What follows a suspicion of heparin-induced thrombocytopenia, ASH",
    hit="first",
    source=_ASH,
    rows=_ROWS,
)
_suspected = presume(
    hit_suspicion,
    NO,
    because="no suspicion is recorded",
    source=PRODUCT.at("presumption on what bars anticoagulation", LOCAL),
)
_for_whom = all_of(adult, any_of(_suspected, hit_ever))
_stop_tc = HIT_TC.one_of(STOP_HEPARIN, NO_HEPARIN)
_stop_ash = HIT_ASH.one_of(STOP_HEPARIN, NO_HEPARIN)

HIT_STEP_TC = step(
    "suspected_hit_tc",
    "Suspected heparin-induced thrombocytopenia, Thrombosis Canada",
    question=SUSPECTED_HIT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_for_whom,
    conclusion=HIT_TC,
    plan=[
        action(
            "anticoagulant_without_heparin",
            "Another anticoagulant: argatroban 2 ug/kg/min (0.5 to 1.2 with an impaired liver) to an "
            "aPTT of 1.5 to 3 times baseline, bivalirudin 0.15 mg/kg/h to 1.5 to 2.5 times, "
            "danaparoid, or fondaparinux.",
            act="non_heparin_anticoagulant",
            when=_stop_tc,
            cite=_TC,
        ),
        action(
            "no_warfarin_yet",
            "No vitamin K antagonist: stop it and give vitamin K if it was begun. Restart it only from "
            "platelets of 150, with an overlap of at least 5 days and until the INR is in range.",
            act="vka_in_hit",
            strength=Strength.DO_NOT,
            when=_stop_tc,
            cite=_TC,
        ),
        action(
            "no_platelet_transfusion",
            "No platelet transfusion, unless there is bleeding or a procedure.",
            act="platelet_transfusion_in_hit",
            strength=Strength.DO_NOT,
            when=_stop_tc,
            cite=_TC,
        ),
        action(
            "ultrasound_of_both_legs",
            "Ultrasound of both legs, even without symptoms.",
            act="bilateral_ultrasound_in_hit",
            when=_stop_tc,
            cite=_TC,
        ),
        action(
            "duration_of_hit_treatment_tc",
            "With a clot at least 3 months; without one until the platelets have recovered, and at "
            "least 4 weeks.",
            act="duration_of_hit_treatment",
            when=_stop_tc,
            cite=_TC,
        ),
        action(
            "record_heparin_allergy",
            "Record it as an allergy: no heparin again without a specialist.",
            when=any_of(_stop_tc, hit_ever),
            cite=_TC,
        ),
    ],
)
HIT_STEP_ASH = step(
    "suspected_hit_ash",
    "Suspected heparin-induced thrombocytopenia, ASH",
    question=SUSPECTED_HIT,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_for_whom,
    conclusion=HIT_ASH,
    plan=[
        action(
            "anticoagulant_without_heparin_ash",
            "Another anticoagulant: argatroban, bivalirudin, danaparoid, fondaparinux, or rivaroxaban "
            "15 mg twice daily for 3 weeks and then 20 mg once daily.",
            act="non_heparin_anticoagulant",
            when=_stop_ash,
            cite=_ASH,
        ),
        action(
            "duration_of_hit_treatment_ash",
            "With a clot at least 3 months; without one until the platelets have recovered, and at "
            "most 3 months.",
            act="duration_of_hit_treatment",
            when=_stop_ash,
            cite=_ASH,
        ),
    ],
)

# Doses that go by the liver and by weight ----------------------------------------------------------

ARGATROBAN = table(
    "argatroban_dose",
    "First rate of argatroban",
    hit="first",
    source=_ASH,
    rows=[
        row(
            any_of(cirrhosis, liver_disease),
            dose(
                "argatroban_liver",
                "Argatroban 0.5 to 1.2 ug/kg/min with an impaired liver; aPTT 1.5 to 3 times baseline.",
                amount("0.5", "ug", up_to="1.2", per="kg", every="minute", route="intravenous"),
            ),
            id="liver",
            cite=_ASH,
        ),
        otherwise(
            dose(
                "argatroban_standard",
                "Argatroban 2 ug/kg/min; aPTT 1.5 to 3 times baseline.",
                amount(2, "ug", per="kg", every="minute", route="intravenous"),
            ),
            cite=_ASH,
        ),
    ],
)
DANAPAROID = table(
    "danaparoid_bolus",
    "Bolus of danaparoid by body weight",
    hit="unique",
    source=_ASH,
    rows=[
        row(
            body_weight < 60,
            dose(
                "danaparoid_1500",
                "Danaparoid 1,500 U at once.",
                amount(1500, "[iU]", every="once", route="intravenous"),
            ),
            id="below 60 kg",
            cite=_ASH,
        ),
        row(
            all_of(body_weight >= 60, body_weight < 75),
            dose(
                "danaparoid_2250",
                "Danaparoid 2,250 U at once.",
                amount(2250, "[iU]", every="once", route="intravenous"),
            ),
            id="60 to under 75 kg",
            cite=_ASH,
        ),
        row(
            between(body_weight, 75, 90),
            dose(
                "danaparoid_3000",
                "Danaparoid 3,000 U at once.",
                amount(3000, "[iU]", every="once", route="intravenous"),
            ),
            id="75 to 90 kg",
            cite=_ASH,
        ),
        row(
            body_weight > 90,
            dose(
                "danaparoid_3750",
                "Danaparoid 3,750 U at once.",
                amount(3750, "[iU]", every="once", route="intravenous"),
            ),
            id="over 90 kg",
            cite=_ASH,
        ),
    ],
)
