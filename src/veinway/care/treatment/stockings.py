"""Compression stockings after a clot: who says what, whose legs bear them, and the product's rule.

Veinway never says "wear stockings to prevent the post-thrombotic syndrome" (trap T-42): it offers them
for symptoms, where the leg bears them, and for long journeys at raised risk. What trials found is shown.
"""

from veinway.care.facts.person import adult
from veinway.care.facts.stockings import (
    abpi,
    arterial_bypass,
    arterial_disease_symptoms,
    deformed_leg_or_allergy,
    fragile_leg_skin,
    leg_neuropathy,
    leg_still_swells_or_hurts,
    severe_heart_failure,
)
from veinway.care.facts.treatment import indication
from veinway.care.sources import (
    ASH_2020,
    CHEST_2021,
    DERBYSHIRE,
    ESVS_2021,
    IDEAL_DVT,
    LOCAL,
    NG89,
    NG158,
    OCTAVIA,
    PRANDONI_2004,
    PRODUCT,
    SOX_2014,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.questions import STOCKINGS_AGAINST_PTS, STOCKINGS_FOR_SYMPTOMS
from veinway.care.treatment.stocking_outcomes import (
    ABPI_UNRELIABLE,
    COMPRESSION_ALLOWED,
    COMPRESSION_NONE,
    COMPRESSION_NOT_ALLOWED,
    DO_NOT_OFFER,
    EARLY_COMPRESSION,
    IDEAL_FOUND,
    NO_CLOT_OF_A_LEG,
    NO_SYMPTOMS,
    NOT_ROUTINELY,
    OCTAVIA_FOUND,
    PRANDONI_FOUND,
    SOX_FOUND,
    STOCKINGS_BARRED,
    STOCKINGS_OPTIONAL,
    TRY_STOCKINGS,
)
from veinway.language import *

_RULE = PRODUCT.at("reference 2, section 8.2", LOCAL)
_PRODUCT = PRODUCT.at("reference 2, section 8.3", LOCAL)
_NICE = NG158.section("1.6", S, "GPnotebook")
_CHEST = CHEST_2021.at("recommendation 29")
_ASH = ASH_2020.at("compression stockings, conditional")
_TC = THROMBOSIS_CANADA.at("post-thrombotic syndrome")
_ESVS = ESVS_2021.at("early compression", U)
_AFTER_A_CLOT = all_of(
    adult, indication.one_of("dvt_proximal", "dvt_distal", "extended_prevention", "svt")
)
_after_dvt = all_of(adult, indication.one_of("dvt_proximal", "dvt_distal", "extended_prevention"))

# Whose leg bears it (8.2) ------------------------------------------------------------------------

# Without clinical signs of ischaemia no arterial test is needed; an index that is known still counts.
_low_index = presume(
    abpi < "0.8",
    NO,
    when=no(arterial_disease_symptoms),
    because="no sign of arterial disease, so that no arterial test is needed",
    source=_TC,
)
_unreliable_index = presume(
    abpi > "1.3",
    NO,
    when=no(arterial_disease_symptoms),
    because="no sign of arterial disease, so that no arterial test is needed",
    source=_TC,
)
_very_low_index = all_of(_low_index, abpi < "0.5")
COMPRESSION = table(
    "compression_allowed",
    "Whether the leg bears a stocking",
    hit="first",
    source=_RULE,
    rows=[
        row(
            _very_low_index,
            COMPRESSION_NONE,
            id="abpi_below_0_5",
            cite=PRODUCT.at("reference 2, section 8.2, 0.5 from an unreviewed page", LOCAL),
        ),
        row(
            arterial_disease_symptoms,
            COMPRESSION_NOT_ALLOWED,
            id="arterial_disease",
            cite=DERBYSHIRE.at("peripheral arterial disease", S, "a formulary page"),
        ),
        row(any_of(_low_index, arterial_bypass), COMPRESSION_NOT_ALLOWED, id="arteries", cite=_RULE),
        row(
            any_of(leg_neuropathy, fragile_leg_skin, severe_heart_failure),
            COMPRESSION_NOT_ALLOWED,
            id="leg_or_heart",
            cite=_RULE,
        ),
        row(
            deformed_leg_or_allergy,
            COMPRESSION_NOT_ALLOWED,
            id="shape_or_allergy",
            cite=NG89.at("anti-embolism stockings", U),
        ),
        row(_unreliable_index, ABPI_UNRELIABLE, id="abpi_above_1_3", cite=_RULE),
        otherwise(COMPRESSION_ALLOWED, id="allowed", cite=_RULE),
    ],
)
allowed = COMPRESSION.is_(COMPRESSION_ALLOWED)

# Against the post-thrombotic syndrome (D-16) ------------------------------------------------------

AGAINST_PTS_NICE_CONCLUSION = table(
    "stockings_against_pts_nice_conclusion",
    "Stockings against the post-thrombotic syndrome, by NICE",
    hit="first",
    source=_NICE,
    rows=[
        row(_after_dvt, DO_NOT_OFFER, id="after_dvt", cite=_NICE),
        otherwise(NO_CLOT_OF_A_LEG, cite=_NICE),
    ],
)
STOCKINGS_AGAINST_PTS_NICE = step(
    "stockings_against_pts_nice",
    "Stockings against the post-thrombotic syndrome, NICE NG158",
    question=STOCKINGS_AGAINST_PTS,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_after_dvt,
    conclusion=AGAINST_PTS_NICE_CONCLUSION,
    plan=[],
)
AGAINST_PTS_CHEST_CONCLUSION = table(
    "stockings_against_pts_chest_conclusion",
    "Stockings against the post-thrombotic syndrome, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(_after_dvt, NOT_ROUTINELY, id="after_dvt", cite=_CHEST),
        otherwise(NO_CLOT_OF_A_LEG, cite=_CHEST),
    ],
)
STOCKINGS_AGAINST_PTS_CHEST = step(
    "stockings_against_pts_chest",
    "Stockings against the post-thrombotic syndrome, CHEST 2021",
    question=STOCKINGS_AGAINST_PTS,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_after_dvt,
    conclusion=AGAINST_PTS_CHEST_CONCLUSION,
    plan=[],
)
AGAINST_PTS_ASH_CONCLUSION = table(
    "stockings_against_pts_ash_conclusion",
    "Stockings against the post-thrombotic syndrome, by ASH",
    hit="first",
    source=_ASH,
    rows=[
        row(_after_dvt, NOT_ROUTINELY, id="after_dvt", cite=_ASH),
        otherwise(NO_CLOT_OF_A_LEG, cite=_ASH),
    ],
)
STOCKINGS_AGAINST_PTS_ASH = step(
    "stockings_against_pts_ash",
    "Stockings against the post-thrombotic syndrome, ASH 2020",
    question=STOCKINGS_AGAINST_PTS,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_after_dvt,
    conclusion=AGAINST_PTS_ASH_CONCLUSION,
    plan=[],
)
AGAINST_PTS_TC_CONCLUSION = table(
    "stockings_against_pts_tc_conclusion",
    "Stockings against the post-thrombotic syndrome, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_after_dvt, NOT_ROUTINELY, id="after_dvt", cite=_TC),
        otherwise(NO_CLOT_OF_A_LEG, cite=_TC),
    ],
)
STOCKINGS_AGAINST_PTS_TC = step(
    "stockings_against_pts_tc",
    "Stockings against the post-thrombotic syndrome, Thrombosis Canada 2025",
    question=STOCKINGS_AGAINST_PTS,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_after_dvt,
    conclusion=AGAINST_PTS_TC_CONCLUSION,
    plan=[],
)
AGAINST_PTS_ESVS_CONCLUSION = table(
    "stockings_against_pts_esvs_conclusion",
    "Stockings against the post-thrombotic syndrome, by ESVS",
    hit="first",
    source=_ESVS,
    rows=[
        row(_after_dvt, EARLY_COMPRESSION, id="after_dvt", cite=_ESVS),
        otherwise(NO_CLOT_OF_A_LEG, cite=_ESVS),
    ],
)
STOCKINGS_AGAINST_PTS_ESVS = step(
    "stockings_against_pts_esvs",
    "Stockings against the post-thrombotic syndrome, ESVS 2021",
    question=STOCKINGS_AGAINST_PTS,
    guideline="esvs",
    subject=PERSON,
    source=_ESVS,
    for_whom=_after_dvt,
    conclusion=AGAINST_PTS_ESVS_CONCLUSION,
    plan=[],
)
STOCKING_TRIALS = table(
    "stocking_trials",
    "What trials found of stockings after a clot",
    hit="collect",
    source=_PRODUCT,
    rows=[
        row(_after_dvt, PRANDONI_FOUND, id="prandoni", cite=PRANDONI_2004.at("abstract", S, "reports")),
        row(_after_dvt, SOX_FOUND, id="sox", cite=SOX_2014.at("abstract")),
        row(_after_dvt, IDEAL_FOUND, id="ideal", cite=IDEAL_DVT.at("abstract", S, "reports")),
        row(_after_dvt, OCTAVIA_FOUND, id="octavia", cite=OCTAVIA.at("abstract", S, "reports")),
    ],
)

# For symptoms (8.3) ------------------------------------------------------------------------------

FOR_SYMPTOMS_TC_CONCLUSION = table(
    "stockings_for_symptoms_tc_conclusion",
    "Stockings for symptoms, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(leg_still_swells_or_hurts, TRY_STOCKINGS, id="symptoms", cite=_TC),
        otherwise(NO_SYMPTOMS, id="none", cite=_TC),
    ],
)
STOCKINGS_FOR_SYMPTOMS_TC = step(
    "stockings_for_symptoms_tc",
    "Stockings for symptoms, Thrombosis Canada 2025",
    question=STOCKINGS_FOR_SYMPTOMS,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_AFTER_A_CLOT,
    conclusion=FOR_SYMPTOMS_TC_CONCLUSION,
    plan=[],
)
FOR_SYMPTOMS_VEINWAY_CONCLUSION = table(
    "stockings_for_symptoms_veinway_conclusion",
    "Stockings for symptoms, as Veinway offers them",
    hit="first",
    source=_PRODUCT,
    rows=[
        row(no(leg_still_swells_or_hurts), NO_SYMPTOMS, id="none", cite=_PRODUCT),
        row(no(allowed), STOCKINGS_BARRED, id="barred", cite=_RULE),
        otherwise(STOCKINGS_OPTIONAL, id="optional", cite=_PRODUCT),
    ],
)
STOCKINGS_FOR_SYMPTOMS_VEINWAY = step(
    "stockings_for_symptoms_veinway",
    "Stockings for symptoms, as Veinway offers them",
    question=STOCKINGS_FOR_SYMPTOMS,
    guideline="veinway",
    subject=PERSON,
    source=_PRODUCT,
    for_whom=_AFTER_A_CLOT,
    conclusion=FOR_SYMPTOMS_VEINWAY_CONCLUSION,
    plan=[
        action(
            "explain_stockings",
            "Explain how to put them on, how long to wear them, and when to replace them.",
            when=FOR_SYMPTOMS_VEINWAY_CONCLUSION.is_(STOCKINGS_OPTIONAL),
            cite=NG158.section("1.6, stockings for symptoms", U),
        )
    ],
)
