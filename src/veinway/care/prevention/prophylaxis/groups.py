"""NICE NG89 by patient group; ACCP, ASH and Thrombosis Canada beside it.

First what forbids (an anticoagulant, the last days, local infiltration), then stroke, then whether the
risk of a clot outweighs that of bleeding, then what is barred, then the group's own row.
"""

from veinway.care.facts.person import adult, sex_at_birth
from veinway.care.facts.prevention import (
    acute_stroke,
    limited_mobility_now,
    prophylaxis_group,
    surgery_for_abdominal_cancer,
    vte_outweighs_bleeding,
)
from veinway.care.facts.prevention_factors import hormone_replacement
from veinway.care.facts.prevention_hormones import combined_contraception_now
from veinway.care.facts.prevention_pregnancy import in_labour
from veinway.care.prevention.bars import fondaparinux_barred, lmwh_barred, medicine_barred
from veinway.care.prevention.patients import anticoagulated, in_hospital, surgical
from veinway.care.prevention.prophylaxis.mechanical import (
    device_allowed,
    mechanical_allowed,
    stockings_allowed,
)
from veinway.care.prevention.prophylaxis.outcomes import (
    ABDOMINAL_CANCER,
    BY_GROUP,
    CONSIDER_FONDAPARINUX,
    CONSIDER_IN_CAST,
    FONDAPARINUX_NAMED,
    MECHANICAL,
    NEITHER,
    NO_MEDICINE,
    NOT_IN_LABOUR,
    NOT_IN_LAST_DAYS,
    NOT_ROUTINE,
    NOTHING_ADDED,
    STROKE_IPC,
    STROKE_NOTHING,
)
from veinway.care.prevention.questions import PROPHYLAXIS
from veinway.care.sources import CG92, LOCAL, NG89, PRODUCT, SURGERY_HORMONES, S, U
from veinway.language import *

_GENERAL = NG89.section("1.1")
_U = NG89.at("patient groups", U)
_STROKE = NG89.section("1.4.3", U)
_BARS = PRODUCT.at("reference 4, section 3, bars before the group", LOCAL)
_ABDOMEN = NG89.section("1.14", S, "a public note, word for word")
_READ = {
    "fragility_fracture": NG89.at("fragility fractures of pelvis, hip and thigh bone"),
    "elective_hip_replacement": NG89.at("elective hip replacement"),
    "elective_knee_replacement": NG89.at("elective knee replacement"),
    "abdominal_surgery": _ABDOMEN,
}
_CITED = {**dict.fromkeys(BY_GROUP, _U), **_READ}
_is_stroke = any_of(prophylaxis_group.is_("acute_stroke"), acute_stroke)

PROPHYLAXIS_NICE_CONCLUSION = table(
    "prophylaxis_nice_conclusion",
    "Prophylaxis in hospital, by NICE",
    hit="first",
    source=_GENERAL,
    unless=[row(anticoagulated, NOTHING_ADDED, id="anticoagulated", cite=_U)],
    rows=[
        row(prophylaxis_group.is_("last_days_of_life"), NOT_IN_LAST_DAYS, id="last_days", cite=_U),
        row(
            prophylaxis_group.is_("local_infiltration"),
            NOT_ROUTINE,
            id="local_infiltration",
            cite=SURGERY_HORMONES.at("local infiltration", S, "a summary"),
        ),
        row(prophylaxis_group.is_("cancer_outpatient"), NOT_ROUTINE, id="cancer_outpatient", cite=_U),
        row(
            all_of(_is_stroke, limited_mobility_now, device_allowed),
            STROKE_IPC,
            id="stroke_immobile",
            cite=_STROKE,
        ),
        row(_is_stroke, STROKE_NOTHING, id="stroke", cite=NG89.section("1.4.2")),
        row(
            all_of(prophylaxis_group.is_("pregnancy_admission"), in_labour),
            NOT_IN_LABOUR,
            id="labour",
            cite=_U,
        ),
        row(no(vte_outweighs_bleeding), NO_MEDICINE, id="bleeding_outweighs", cite=_GENERAL),
        row(
            all_of(lmwh_barred, no(fondaparinux_barred), prophylaxis_group.one_of(*FONDAPARINUX_NAMED)),
            CONSIDER_FONDAPARINUX,
            id="heparin_barred",
            cite=_U,
        ),
        row(all_of(lmwh_barred, mechanical_allowed), MECHANICAL, id="medicine_barred", cite=_BARS),
        row(lmwh_barred, NEITHER, id="both_barred", cite=_BARS),
        row(
            all_of(prophylaxis_group.is_("abdominal_surgery"), surgery_for_abdominal_cancer),
            ABDOMINAL_CANCER,
            id="abdominal_cancer",
            cite=_ABDOMEN,
        ),
        *[
            row(prophylaxis_group.is_(group), outcome, id=group, cite=_CITED[group])
            for group, outcome in BY_GROUP.items()
        ],
        otherwise(
            CONSIDER_IN_CAST,
            id="lower_limb_immobilisation",
            cite=NG89.at("lower limb immobilisation"),
        ),
    ],
)
_for_whom = all_of(adult, in_hospital)
_given = all_of(vte_outweighs_bleeding, no(anticoagulated))
PROPHYLAXIS_NICE = step(
    "prophylaxis_nice",
    "Prophylaxis in hospital, NICE NG89",
    question=PROPHYLAXIS,
    guideline="nice",
    subject=PERSON,
    source=_GENERAL,
    for_whom=_for_whom,
    conclusion=PROPHYLAXIS_NICE_CONCLUSION,
    plan=[
        action(
            "start_in_14_hours",
            "What is decided on begins as soon as possible, within 14 hours of admission, unless the "
            "group says otherwise.",
            act="start_prophylaxis",
            when=_given,
            cite=NG89.section("1.1.4"),
        ),
        action(
            "prophylaxis_wear_stockings",
            "Stockings: wear them day and night until mobile, take them off daily, look at the skin "
            "two or three times a day where mobility, skin or feeling is poor.",
            act="wear_stockings",
            when=all_of(_given, stockings_allowed),
            cite=CG92.at("stockings, kept in NG89 1.3"),
            strength=Strength.CONSIDER,
        ),
        action(
            "no_aspirin_as_prophylaxis",
            "Do not count aspirin or another antiplatelet as prophylaxis, except after a hip or knee "
            "replacement and in myeloma.",
            act="no_antiplatelet",
            when=vte_outweighs_bleeding,
            cite=NG89.at("antiplatelets", U),
            strength=Strength.DO_NOT,
        ),
        action(
            "before_a_delayed_operation",
            "If the operation is delayed beyond the day after admission: consider prophylaxis before "
            "it; last LMWH 12 hours or more, last fondaparinux 24 hours or more before the operation; "
            "pneumatic compression if medicine is barred.",
            act="prophylaxis_before_operation",
            when=all_of(_given, prophylaxis_group.is_("fragility_fracture")),
            cite=NG89.at("fragility fractures, a delayed operation", U),
            strength=Strength.CONSIDER,
        ),
        action(
            "after_knee_if_none_suits",
            "If none of the three suits: consider apixaban or dabigatran; if all are barred, pneumatic "
            "compression until mobile.",
            act="prophylaxis_if_none_suits",
            when=all_of(_given, prophylaxis_group.is_("elective_knee_replacement")),
            cite=NG89.at("elective knee replacement, if none suits", U),
            strength=Strength.CONSIDER,
        ),
        action(
            "discharge_advice",
            "On discharge with prophylaxis: written advice, how long, whom to call; tell the GP.",
            act="discharge_advice",
            when=_given,
            cite=NG89.at("discharge", U),
        ),
        action(
            "oestrogen_before_surgery",
            "Advise her to consider stopping oestrogen 4 weeks before a planned operation, with other "
            "contraception arranged. It is not stopped for her.",
            act="pause_oestrogen",
            when=all_of(
                surgical,
                sex_at_birth.is_("female"),
                any_of(combined_contraception_now, hormone_replacement),
            ),
            cite=SURGERY_HORMONES.at("oestrogen before an operation", S, "a summary"),
            strength=Strength.CONSIDER,
        ),
    ],
)
MEDICINE_BARRED = table(
    "prophylaxis_bars",
    "What bars medicine against a clot",
    hit="collect",
    source=_BARS,
    rows=[
        row(
            medicine_barred,
            neutral("any_medicine_barred", "Any anticoagulant is barred.", strength=Strength.DO_NOT),
            cite=_BARS,
        ),
        row(
            lmwh_barred,
            neutral("heparin_is_barred", "Heparin of any kind is barred.", strength=Strength.DO_NOT),
            cite=_BARS,
        ),
    ],
)
