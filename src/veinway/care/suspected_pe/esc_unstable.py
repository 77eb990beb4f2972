"""ESC 2019, figure 4: suspected embolism in an unstable patient. Rows H1 to H6.

Pregnancy is no exception here: who is in shock is resuscitated and imaged by the same rows.
"""

from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest_tests import (
    bilateral_leg_scan,
    ctpa,
    ctpa_available_and_feasible,
    ctpa_request,
    echocardiography,
    heparin_bolus,
)
from veinway.care.facts.person import adult
from veinway.care.questions import SUSPECTED_PE_UNSTABLE
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import pe_is_suspected, unstable
from veinway.care.suspected_pe.outcomes import (
    HIGH_RISK_PE,
    OTHER_CAUSE_OF_SHOCK,
    TEST_AGAIN_NOW,
    VTE_IN_SHOCK,
)
from veinway.care.suspected_pe.results import (
    clot_in_leg_where_asked_for,
    first_ctpa,
    last_ctpa,
    right_ventricle,
    where_asked_for,
)
from veinway.language import *

_FIGURE = ESC_2019.at("figure 4")
_FIRST = ESC_2019.section("4.11, suspected high-risk embolism")

unstable_with_suspected_pe = all_of(adult, pe_is_suspected, unstable)
strained = right_ventricle.is_("rv_dysfunction")
not_strained = right_ventricle.is_("no_rv_dysfunction")
_first = where_asked_for(first_ctpa, "pe", unless=not_strained)
_last = where_asked_for(last_ctpa, "pe", unless=not_strained)
_settled_elsewhere = any_of(not_strained, last_ctpa.is_("negative"))
_clot_in_leg = clot_in_leg_where_asked_for(unless=_settled_elsewhere)

clot_seen = any_of(_first.is_("pe"), _last.is_("pe"))

CONCLUSION = table(
    "suspected_pe_unstable_esc_conclusion",
    "What became of the suspected embolism of an unstable patient, by ESC",
    hit="first",
    source=_FIGURE,
    rows=[
        row(
            all_of(strained, no(ctpa_available_and_feasible)),
            HIGH_RISK_PE,
            id="H5",
            cite=ESC_2019.at("figure 4 and its note d"),
        ),
        row(clot_seen, HIGH_RISK_PE, id="H4", cite=_FIGURE),
        row(
            _clot_in_leg,
            VTE_IN_SHOCK,
            id="H6",
            cite=ESC_2019.at("figure 4, note b"),
        ),
        row(_last.is_("negative"), OTHER_CAUSE_OF_SHOCK, id="H4_negative", cite=_FIGURE),
        row(not_strained, OTHER_CAUSE_OF_SHOCK, id="H3", cite=_FIGURE),
        otherwise(
            TEST_AGAIN_NOW,
            id="indeterminate",
            cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
        ),
    ],
)

SUSPECTED_PE_UNSTABLE_ESC = step(
    "suspected_pe_unstable_esc",
    "Suspected embolism in an unstable patient, ESC 2019",
    question=SUSPECTED_PE_UNSTABLE,
    guideline="esc",
    subject=EPISODE,
    source=_FIGURE,
    for_whom=unstable_with_suspected_pe,
    conclusion=CONCLUSION,
    plan=[
        action(
            "bedside_echocardiography",
            "Bedside echocardiography now, or emergency CT pulmonary angiography if that is nearer.",
            act="echocardiography",
            when=unstable_with_suspected_pe,
            until=last_ctpa.one_of("pe", "negative"),
            gives=echocardiography,
            cite=_FIRST,
        ),
        action(
            "heparin_bolus",
            "Unfractionated heparin into a vein now, with a bolus by weight, unless it is "
            "contraindicated; do not wait for imaging.",
            act="heparin_bolus",
            when=all_of(unstable_with_suspected_pe, no(on_therapeutic_anticoagulation)),
            until=CONCLUSION.is_(OTHER_CAUSE_OF_SHOCK),
            gives=heparin_bolus,
            cite=_FIRST,
        ),
        action(
            "senior_decides_on_own_drug",
            "Already on a full-dose anticoagulant: check the level and the last dose now; a senior "
            "decides on heparin and on reperfusion.",
            act="check_anticoagulant",
            when=all_of(unstable_with_suspected_pe, on_therapeutic_anticoagulation),
            until=CONCLUSION.is_(OTHER_CAUSE_OF_SHOCK),
            cite=PRODUCT.at("sections 3.4 and 5.5, unstable and already anticoagulated", LOCAL),
        ),
        action(
            "emergency_ctpa",
            "CT pulmonary angiography now: the right ventricle is strained, and CT is at hand.",
            act="ctpa",
            when=all_of(strained, ctpa_available_and_feasible),
            gives=ctpa,
            request=ctpa_request,
            cite=_FIGURE,
        ),
        action(
            "scan_both_legs_of_unstable",
            "Consider compression ultrasound of both legs, or transoesophageal echocardiography: a clot "
            "confirms thromboembolism.",
            act="bilateral_leg_scan",
            when=unstable_with_suspected_pe,
            until=CONCLUSION.one_of(HIGH_RISK_PE, OTHER_CAUSE_OF_SHOCK),
            gives=bilateral_leg_scan,
            strength=Strength.CONSIDER,
            cite=ESC_2019.at("figure 4, note b"),
        ),
        action(
            "reperfusion",
            "Treat as high-risk embolism: reperfusion.",
            act="reperfusion",
            when=CONCLUSION.is_(HIGH_RISK_PE),
            cite=_FIGURE,
        ),
        action(
            "other_causes_of_shock",
            "Search for other causes of shock.",
            act="alternative_diagnosis",
            when=CONCLUSION.is_(OTHER_CAUSE_OF_SHOCK),
            cite=_FIGURE,
        ),
    ],
)
