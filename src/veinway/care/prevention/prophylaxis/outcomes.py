"""What is considered against a clot in hospital, group by group. Nothing is ever simply given."""

from veinway.language import *

_HEPARINS = ("enoxaparin_prophylaxis", "dalteparin_prophylaxis", "tinzaparin_prophylaxis")
_FONDAPARINUX = ("fondaparinux_prophylaxis",)
NOTHING_ADDED = neutral(
    "prophylaxis_nothing_added",
    "An anticoagulant is taken at a treatment dose: no prophylaxis is added.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="nothing added",
)
NO_MEDICINE = neutral(
    "prophylaxis_no_medicine",
    "No medicine: the risk of a clot does not outweigh the risk of bleeding. Reassess.",
    short="no medicine; reassess",
)
NOT_ROUTINE = neutral(
    "prophylaxis_not_routine",
    "Do not routinely offer any prophylaxis.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="not routinely",
)
NOT_IN_LAST_DAYS = neutral(
    "prophylaxis_not_in_last_days",
    "No prophylaxis in the last days of life.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="none",
)
MECHANICAL = commits(
    "prophylaxis_mechanical",
    "Medicine is barred: consider intermittent pneumatic compression or stockings, whichever nothing "
    "bars; senior review, and again as the risk of bleeding changes.",
    action="prophylaxis_mechanical",
    strength=Strength.CONSIDER,
    short="mechanical only",
)
NEITHER = neutral(
    "prophylaxis_neither",
    "Medicine and mechanical methods are barred: senior review.",
    short="neither; senior review",
)
CONSIDER_FONDAPARINUX = commits(
    "prophylaxis_fondaparinux",
    "Heparin is barred: consider fondaparinux.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    short="consider fondaparinux",
    drugs=_FONDAPARINUX,
)
NOT_IN_LABOUR = neutral(
    "prophylaxis_not_in_labour",
    "No LMWH in active labour.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="not in labour",
)
STROKE_IPC = commits(
    "stroke_consider_ipc",
    "Consider intermittent pneumatic compression, begun within 3 days of the stroke, for 30 days "
    "or until "
    "mobile or discharged, whichever comes first. It lowers the risk of a DVT and may improve survival; "
    "it does not improve recovery from the stroke. No stockings.",
    action="prophylaxis_mechanical",
    strength=Strength.CONSIDER,
    timing="30 days, or until mobile, or discharged",
    short="consider IPC; no stockings",
)
STROKE_NOTHING = neutral(
    "stroke_nothing", "No stockings while it is a current stroke.", short="no stockings"
)
CONSIDER_STOPPING = neutral(
    "cast_consider_stopping",
    "The leg has been immobilised for more than 42 days: consider stopping prophylaxis.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="consider stopping",
)
CONSIDER_IN_CAST = commits(
    "cast_consider_medicine",
    "Consider LMWH or fondaparinux while the leg is immobilised; consider stopping beyond 42 days.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    timing="while immobilised, up to 42 days",
    short="consider LMWH or fondaparinux",
    drugs=(*_HEPARINS, *_FONDAPARINUX),
)
CAST_NO_MEDICINE = neutral(
    "cast_no_medicine", "No medicine while the leg is immobilised.", short="no medicine"
)

_LMWH_7 = "LMWH, for at least 7 days"
_SAID = {
    "acute_medical": ("Consider LMWH for at least 7 days; fondaparinux if LMWH is barred.", _LMWH_7),
    "cancer_inpatient": ("Consider LMWH as for the illness or the operation.", "LMWH"),
    "myeloma_imid": (
        "Consider aspirin 75 or 150 mg, or LMWH, while treated.",
        "aspirin or LMWH while treated",
    ),
    "pancreatic_cancer_chemo": ("Consider LMWH while treated.", "LMWH while treated"),
    "palliative": (
        "Consider LMWH if an acute illness may be reversible; review daily with patient and family.",
        "LMWH if reversible",
    ),
    "critical_care": (
        "Consider LMWH if the risk of bleeding is low; review daily or more often.",
        "LMWH, daily review",
    ),
    "psychiatric": (
        "Consider LMWH until the risk is no longer raised; fondaparinux if LMWH is barred.",
        "LMWH",
    ),
    "fragility_fracture": (
        "Consider LMWH from 6 to 12 hours after the operation, or fondaparinux from 6 hours "
        "after it, for 1 month.",
        "LMWH or fondaparinux, 1 month",
    ),
    "elective_hip_replacement": (
        "Consider any one of: LMWH for 10 days, then aspirin 75 or 150 mg for another 28 days "
        "(38 days in "
        "all); LMWH for 28 days with stockings until discharge; rivaroxaban. If none suits: apixaban or "
        "dabigatran; if medicine is barred, stockings until discharge.",
        "LMWH then aspirin, LMWH with stockings, or rivaroxaban",
    ),
    "elective_knee_replacement": (
        "Consider any one of: aspirin 75 or 150 mg for 14 days; LMWH for 14 days with stockings until "
        "discharge; rivaroxaban.",
        "aspirin, LMWH with stockings, or rivaroxaban",
    ),
    "knee_other_surgery": (
        "Consider LMWH from 6 to 12 hours after the operation for 14 days.",
        "LMWH, 14 days",
    ),
    "foot_ankle_surgery": (
        "Consider LMWH or fondaparinux, as for a leg immobilised, up to 42 days.",
        "LMWH or fondaparinux",
    ),
    "upper_limb_surgery": (
        "Consider LMWH if general anaesthesia takes more than 90 minutes or moving is hard; not after "
        "local or regional anaesthesia.",
        "LMWH, rarely",
    ),
    "spinal_surgery_elective": (
        "Consider a mechanical method on admission, and LMWH 24 to 48 hours after the operation.",
        "mechanical, then LMWH",
    ),
    "cranial_surgery": (
        "Consider a mechanical method on admission, and LMWH 24 to 48 hours after the operation for at "
        "least 7 days; not with a ruptured vascular malformation or bleeding in the head until stable.",
        "mechanical, then LMWH",
    ),
    "major_trauma": (
        "Consider a mechanical method on admission; add LMWH once the risk of bleeding falls, "
        "for at least "
        "7 days.",
        "mechanical, then LMWH",
    ),
    "abdominal_surgery": (
        "Offer stockings or pneumatic compression on admission, whichever nothing bars; consider adding "
        "LMWH or fondaparinux for at least 7 days.",
        "mechanical, and LMWH or fondaparinux for 7 days or more",
    ),
    "bariatric_surgery": (
        "Consider a mechanical method and LMWH or fondaparinux for at least 7 days.",
        "mechanical, and LMWH or fondaparinux",
    ),
    "cardiac_surgery": (
        "Consider a mechanical method, and LMWH for at least 7 days if nothing else needs "
        "anticoagulation.",
        "mechanical, and LMWH",
    ),
    "thoracic_surgery": (
        "Consider a mechanical method, and LMWH for at least 7 days.",
        "mechanical, and LMWH",
    ),
    "vascular_surgery": (
        "Consider a mechanical method, and LMWH for at least 7 days if nothing else needs "
        "anticoagulation.",
        "mechanical, and LMWH",
    ),
    "varicose_vein_surgery": (
        "Consider LMWH for 7 days if anaesthesia takes more than 90 minutes or the risk outweighs.",
        "LMWH, 7 days",
    ),
}
_SAID |= {
    "pregnancy_admission": (
        "Consider LMWH while in hospital, not in active labour; the section on pregnancy says "
        "from when.",
        "LMWH while in hospital",
    ),
    "postpartum": (
        "Consider LMWH again 4 to 8 hours after birth, miscarriage or termination, for at least 7 days; "
        "with a mechanical method after a caesarean or while immobile.",
        "LMWH, 7 days or more",
    ),
}
_WITH_FONDAPARINUX = (
    "acute_medical",
    "psychiatric",
    "fragility_fracture",
    "foot_ankle_surgery",
    "abdominal_surgery",
    "bariatric_surgery",
)
_DRUGS = {
    **dict.fromkeys(_SAID, _HEPARINS),
    **dict.fromkeys(_WITH_FONDAPARINUX, (*_HEPARINS, *_FONDAPARINUX)),
    "myeloma_imid": ("aspirin_prophylaxis", *_HEPARINS),
    "elective_hip_replacement": ("lmwh_then_aspirin", *_HEPARINS, "rivaroxaban_prophylaxis"),
    "elective_knee_replacement": ("aspirin_prophylaxis", *_HEPARINS, "rivaroxaban_prophylaxis"),
}
BY_GROUP = {
    group: commits(
        f"prophylaxis_{group}",
        text,
        action="prophylaxis_medicine",
        strength=Strength.CONSIDER,
        short=short,
        drugs=_DRUGS[group],
    )
    for group, (text, short) in _SAID.items()
}
"""What NG89 lets be considered where the risk of a clot outweighs that of bleeding."""
ABDOMINAL_CANCER = commits(
    "prophylaxis_abdominal_cancer",
    "Offer stockings or pneumatic compression on admission, whichever nothing bars; consider "
    "adding LMWH "
    "or fondaparinux, and extending it to 28 days after the operation.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    timing="28 days",
    short="mechanical, and medicine to 28 days",
    drugs=(*_HEPARINS, *_FONDAPARINUX),
)
FONDAPARINUX_NAMED = _WITH_FONDAPARINUX
