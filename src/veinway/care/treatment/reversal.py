"""Bleeding under an anticoagulant: what is held, and what is reversed (reference 2, section 6.13)."""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.person import adult
from veinway.care.facts.reversal import bleeding_severity
from veinway.care.facts.treatment import current_anticoagulant, label_region
from veinway.care.sources import (
    ANDEXANET_LEAFLET,
    BSH_2011,
    FDA_ANDEXANET,
    IDARUCIZUMAB_LEAFLET,
    LOCAL,
    PRODUCT,
    PROTAMINE_PAGES,
    THROMBOSIS_CANADA,
    S,
)
from veinway.care.treatment.antidotes import PROTAMINE_NONE, PROTAMINE_SHARE
from veinway.care.treatment.questions import BLEEDING, REVERSAL
from veinway.language import *

_GUIDE = THROMBOSIS_CANADA.at("guide on bleeding")
_HEPARINS = THROMBOSIS_CANADA.at("guide on heparins")
_PROTAMINE = PROTAMINE_PAGES.at("dose", S, "three reference pages")

NO_BLEEDING = neutral("no_bleeding", "No bleeding.")
GO_ON = commits(
    "go_on",
    "Minor bleeding: go on, and review the dose and the other medicines.",
    short="go on",
)
HOLD = commits(
    "hold",
    "Bleeding that matters but is not major: hold the anticoagulant, and treat it locally.",
    action="hold_anticoagulant",
    short="hold",
)
HOLD_AND_REVERSE = escalates(
    "hold_and_reverse",
    "Major bleeding: hold the anticoagulant, resuscitate, take blood for tests, call for expert help, "
    "and reverse.",
    action="hold_anticoagulant",
    timing="now",
    short="hold and reverse",
)
_major = bleeding_severity.is_("major")
_bleeds = any_of(
    active_bleeding,
    presume(
        no(bleeding_severity.is_("none")),
        NO,
        because="no bleeding is recorded",
        source=PRODUCT.at("presumption on bleeding", LOCAL),
    ),
)

BLEEDING_STEP = step(
    "bleeding_on_anticoagulant_tc",
    "Bleeding under an anticoagulant",
    question=BLEEDING,
    guideline="tc",
    subject=PERSON,
    source=_GUIDE,
    for_whom=all_of(adult, _bleeds, no(current_anticoagulant.is_("none"))),
    conclusion=table(
        "bleeding_on_anticoagulant_conclusion",
        "What follows bleeding under an anticoagulant",
        hit="unique",
        source=_GUIDE,
        rows=[
            row(bleeding_severity.is_("none"), NO_BLEEDING, id="none", cite=_GUIDE),
            row(bleeding_severity.is_("minor"), GO_ON, id="minor", cite=_GUIDE),
            row(bleeding_severity.is_("relevant"), HOLD, id="relevant", cite=_GUIDE),
            row(_major, HOLD_AND_REVERSE, id="major", cite=_GUIDE),
        ],
    ),
    plan=[
        action(
            "tests_in_bleeding",
            "Blood count, creatinine, PT, APTT, thrombin time, and the drug's level where it can be "
            "had. A normal thrombin time rules out dabigatran; PT and APTT can show a DOAC but not "
            "rule one out.",
            when=bleeding_severity.one_of("relevant", "major"),
            cite=_GUIDE,
        ),
        action(
            "restart_after_bleeding",
            "Once bleeding has stopped: look again at the indication, the drug and the dose before it "
            "is restarted.",
            when=bleeding_severity.one_of("relevant", "major"),
            cite=_GUIDE,
        ),
    ],
)

# Reversal in major bleeding -----------------------------------------------------------------------

REVERSE_WARFARIN = escalates(
    "reverse_warfarin",
    "Four-factor prothrombin complex 25 to 50 U/kg and vitamin K 5 mg into a vein; plasma only where "
    "there is no prothrombin complex.",
    action="reverse",
    timing="now",
    short="PCC and vitamin K",
)
REVERSE_DABIGATRAN = escalates(
    "reverse_dabigatran",
    "Idarucizumab 5 g into a vein (2 x 2.5 g in 50 mL); a second 5 g in specific cases. Where there is "
    "none: activated or four-factor prothrombin complex. Dialysis removes about 65 % in 4 hours.",
    action="reverse",
    timing="now",
    short="idarucizumab",
)
ANDEXANET_OR_PCC = escalates(
    "andexanet_or_pcc",
    "Andexanet, in the dose that the last tablet and its time ask for, or four-factor prothrombin "
    "complex. In ANNEXA-I thrombosis by day 30 was 14.6 % with andexanet against 6.9 % with usual "
    "care, and deaths from it 2.5 % against 0.9 %. It makes heparin ineffective: not before an "
    "operation that needs heparin.",
    action="reverse",
    timing="now",
    short="andexanet or PCC",
)
PCC_FOR_DOAC = escalates(
    "pcc_for_doac",
    "Four-factor prothrombin complex, 2,000 U or 25 to 50 U/kg (at most 3,000 U). No andexanet.",
    action="reverse",
    timing="now",
    short="PCC, no andexanet",
)
PROTAMINE_AFTER_HEPARIN = escalates(
    "protamine_after_heparin",
    "Protamine 1 mg for 100 U of what was given in the last hour, half of the hour before and a "
    "quarter of the one before that; over 15 to 20 minutes, never more than 50 mg at a time.",
    action="reverse",
    timing="now",
    short="protamine",
)
PROTAMINE_AFTER_LMWH = escalates(
    "protamine_after_lmwh",
    "Protamine, at most 50 mg at a time; it neutralises only about 60 to 75 %. A second 0.5 mg for 100 "
    "units of anti-Xa if bleeding goes on.",
    action="reverse",
    timing="now",
    short="protamine (partial)",
)
NO_PROTAMINE_PROPOSED = neutral(
    "no_protamine_proposed",
    "More than 12 hours after the last dose protamine is usually not given; longer if creatinine "
    "clearance is low. Ask a specialist.",
    short="none proposed",
)
NO_ANTIDOTE = neutral(
    "no_antidote", "There is no antidote to fondaparinux: ask a specialist.", short="no antidote"
)
NOTHING_TO_REVERSE = neutral("nothing_to_reverse", "No anticoagulant is taken.", short="nothing")
ASK_SPECIALIST = neutral(
    "ask_about_reversal", "Another anticoagulant: ask a specialist how it is reversed.", short="ask"
)
_drug = current_anticoagulant
_lmwh = _drug.is_("lmwh")

REVERSAL_TABLE = table(
    "reversal_conclusion",
    "How the anticoagulant is reversed",
    hit="unique",
    source=_GUIDE,
    rows=[
        row(_drug.is_("warfarin"), REVERSE_WARFARIN, id="warfarin", cite=BSH_2011.at("major bleeding")),
        row(
            _drug.is_("dabigatran"),
            REVERSE_DABIGATRAN,
            id="dabigatran",
            cite=IDARUCIZUMAB_LEAFLET.at("dose"),
        ),
        row(
            all_of(_drug.one_of("apixaban", "rivaroxaban"), label_region.is_("eu")),
            ANDEXANET_OR_PCC,
            id="Xa inhibitor, EU and UK",
            cite=ANDEXANET_LEAFLET.at("indication"),
        ),
        row(
            all_of(_drug.one_of("apixaban", "rivaroxaban"), no(label_region.is_("eu"))),
            PCC_FOR_DOAC,
            id="Xa inhibitor, elsewhere",
            cite=FDA_ANDEXANET.at("end of sale"),
        ),
        row(
            _drug.is_("edoxaban"),
            PCC_FOR_DOAC,
            id="edoxaban",
            cite=ANDEXANET_LEAFLET.at("indication"),
        ),
        row(_drug.is_("heparin"), PROTAMINE_AFTER_HEPARIN, id="heparin", cite=_HEPARINS),
        row(
            all_of(_lmwh, no(PROTAMINE_SHARE.is_(PROTAMINE_NONE))),
            PROTAMINE_AFTER_LMWH,
            id="lmwh to 12 hours",
            cite=_PROTAMINE,
        ),
        row(
            all_of(_lmwh, PROTAMINE_SHARE.is_(PROTAMINE_NONE)),
            NO_PROTAMINE_PROPOSED,
            id="lmwh after 12 hours",
            cite=_PROTAMINE,
        ),
        row(_drug.is_("fondaparinux"), NO_ANTIDOTE, id="fondaparinux", cite=_HEPARINS),
        row(_drug.is_("none"), NOTHING_TO_REVERSE, id="none", cite=_GUIDE),
        row(_drug.is_("other"), ASK_SPECIALIST, id="other", cite=_GUIDE),
    ],
)
REVERSAL_STEP = step(
    "reversal_of_anticoagulant",
    "Reversal of an anticoagulant in major bleeding",
    question=REVERSAL,
    guideline="veinway",
    subject=PERSON,
    source=_GUIDE,
    for_whom=all_of(adult, _bleeds, _major),
    conclusion=REVERSAL_TABLE,
    plan=[
        action(
            "check_andexanet",
            "Check that andexanet is still authorised where you are: in the EU and the UK it was so on "
            "condition.",
            when=REVERSAL_TABLE.is_(ANDEXANET_OR_PCC),
            cite=FDA_ANDEXANET.at("notice"),
        ),
        action(
            "inr_after_reversal",
            "Measure the INR again within 24 hours, and look for the cause.",
            when=REVERSAL_TABLE.is_(REVERSE_WARFARIN),
            cite=BSH_2011.at("major bleeding"),
        ),
    ],
)
