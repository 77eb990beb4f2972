"""Thrombolytics in embolism as rules: whether one may be given, and each printed way to give it.

No dose while a contraindication or the weight is not known (but for the fixed dose of an arrest), and
none with an absolute one. Which way is taken is for the team: no order among them is printed.
"""

from veinway.care.facts.circulation import cardiac_arrest
from veinway.care.facts.clot_removal import lytic_allergy
from veinway.care.facts.person import body_weight
from veinway.care.facts.severity import pe_confirmed, worsening_on_anticoagulation
from veinway.care.severity import lytics_doses as doses
from veinway.care.severity.classes import confirmed_in_an_adult
from veinway.care.severity.lysis import LYSIS_BARS, lysis_has_failed
from veinway.care.severity.outcomes import LYSIS_BARRED, LYSIS_WEIGHED
from veinway.care.sources import ALTEPLASE_LABEL, ESC_2019, LOCAL, PEITHO_2014, PRODUCT, S, U
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.care.treatment.outcomes import ALLOWED, CAUTION, CONTRAINDICATED, NOT_RECOMMENDED
from veinway.language import *

_LIST = ESC_2019.table(10)
_TREATMENT = ESC_2019.section("6.6 and 6.7")
_RULE = PRODUCT.at("reference 3, section 0.2, a lytic needs its criteria to be true", LOCAL)

lysis_is_an_option = all_of(confirmed_in_an_adult, any_of(unstable, worsening_on_anticoagulation))
# The label is that of alteplase; nobody who is in danger waits for an answer that hardly ever bars.
allergic_to_a_lytic = presume(
    lytic_allergy,
    NO,
    because="no serious allergy to a thrombolytic is on record, and the embolism does not wait",
    source=PRODUCT.at("presumption on allergy to a thrombolytic", LOCAL),
)
LYTIC_VERDICT = table(
    "pe_lytic_verdict",
    "Thrombolytics in embolism: what speaks against them",
    hit="worst",
    source=_LIST,
    rows=[
        row(
            LYSIS_BARS.one_of(LYSIS_BARRED),
            CONTRAINDICATED,
            id="absolute contraindication",
            cite=_LIST,
        ),
        row(
            allergic_to_a_lytic,
            CONTRAINDICATED,
            id="allergy to a thrombolytic",
            cite=ALTEPLASE_LABEL.section("4.3", S, "the text of 2018, printed elsewhere"),
        ),
        row(
            no(lysis_is_an_option),
            NOT_RECOMMENDED,
            id="neither unstable nor getting worse, or no embolism shown",
            cite=_TREATMENT,
        ),
        row(lysis_has_failed, NOT_RECOMMENDED, id="thrombolysis has failed", cite=_TREATMENT),
        row(LYSIS_BARS.one_of(LYSIS_WEIGHED), CAUTION, id="relative contraindication", cite=_LIST),
        otherwise(ALLOWED, cite=_RULE),
    ],
)
_OFF_LABEL = flag(
    "off_label",
    "Off label in the UK: alteplase is licensed for embolism with haemodynamic instability only.",
    when=no(unstable),
    source=ALTEPLASE_LABEL.section("4.1"),
)
_NOT_APPROVED = flag(
    "not_approved",
    "Accelerated alteplase is no approved regimen: for arrest or extreme instability.",
    when=lysis_is_an_option,
    source=_LIST,
)
_TENECTEPLASE_OFF_LABEL = flag(
    "off_label",
    "Tenecteplase is off label in embolism.",
    when=lysis_is_an_option,
    source=PEITHO_2014.at("tenecteplase, tiers by weight", U),
)
_STOP_HEPARIN = flag(
    "stop_heparin_during_lysis",
    "Heparin is stopped during streptokinase and urokinase.",
    when=lysis_is_an_option,
    source=_LIST,
)
_ALTEPLASE_HEPARIN = flag(
    "heparin_during_lysis",
    "ESC lets heparin run on during alteplase, Thrombosis Canada stops it: local policy decides.",
    when=lysis_is_an_option,
    source=PRODUCT.at("reference 3, section 1.9, ufh_during_alteplase", LOCAL),
)
_KNOWN_FIRST = [pe_confirmed, body_weight]


def _once(key: str, label: str, dose: Table, source: Cite) -> Phase:
    """A phase of one dose, or of one infusion that is written as one."""
    return phase(key, label, dose=dose, lasts=for_doses(1), source=source, weight=body_weight)


def _lytic(key: str, label: str, source: Cite, phases: list[Phase], *flags: Flag) -> Drug:
    """One way to give one thrombolytic."""
    return drug(
        key,
        label,
        family="thrombolytic",
        verdict=LYTIC_VERDICT,
        phases=phases,
        source=source,
        known_first=_KNOWN_FIRST,
        flags=[*flags],
    )


_esc, _tc = doses.ESC_DOSES, doses.TC_DOSES
ALTEPLASE_ESC = _lytic(
    "alteplase_lysis_esc",
    "Alteplase, ESC",
    _esc,
    [_once("infusion", "Over 2 hours", doses.ALTEPLASE_ESC, _esc)],
    _OFF_LABEL,
    _ALTEPLASE_HEPARIN,
)
ALTEPLASE_TC = _lytic(
    "alteplase_lysis_tc",
    "Alteplase, Thrombosis Canada",
    _tc,
    [
        _once("bolus", "Over 5 to 10 minutes", doses.ALTEPLASE_TC_FIRST, _tc),
        _once("infusion", "Then over 90 to 140 minutes", doses.ALTEPLASE_TC_THEN, _tc),
    ],
    _OFF_LABEL,
    _ALTEPLASE_HEPARIN,
)
ALTEPLASE_UK = _lytic(
    "alteplase_lysis_label",
    "Alteplase, UK label",
    doses.LABEL_DOSE,
    [_once("infusion", "Bolus, then over 2 hours", doses.ALTEPLASE_UK, doses.LABEL_DOSE)],
    _OFF_LABEL,
    _ALTEPLASE_HEPARIN,
)
ALTEPLASE_ACCELERATED = _lytic(
    "alteplase_lysis_accelerated",
    "Alteplase, accelerated (arrest or extreme instability)",
    _esc,
    [_once("infusion", "Over 15 minutes", doses.ALTEPLASE_FAST, _esc)],
    _NOT_APPROVED,
    _ALTEPLASE_HEPARIN,
)
ALTEPLASE_REDUCED = _lytic(
    "alteplase_lysis_reduced_tc",
    "Alteplase, reduced, Thrombosis Canada",
    _tc,
    [_once("infusion", "10 mg over 1 minute, the rest over 2 hours", doses.ALTEPLASE_LOW, _tc)],
    _OFF_LABEL,
    _ALTEPLASE_HEPARIN,
)
ALTEPLASE_REDUCED_AHA = _lytic(
    "alteplase_lysis_reduced_aha",
    "Alteplase, reduced, AHA/ACC",
    doses.AHA_DOSES,
    [_once("infusion", "In all", doses.ALTEPLASE_LOW_AHA, doses.AHA_DOSES)],
    _OFF_LABEL,
    _ALTEPLASE_HEPARIN,
)
_in_arrest = phase(
    "arrest",
    "In arrest, over 1 minute",
    dose=doses.ALTEPLASE_IN_ARREST,
    lasts=for_doses(1),
    source=_tc,
    when=cardiac_arrest,
)
# Nobody is weighed in an arrest, and this dose is the same for everybody.
ALTEPLASE_ARREST = drug(
    "alteplase_lysis_arrest",
    "Alteplase in arrest",
    family="thrombolytic",
    verdict=LYTIC_VERDICT,
    phases=[_in_arrest],
    source=_tc,
    known_first=[pe_confirmed],
    flags=[_OFF_LABEL],
)
TENECTEPLASE = _lytic(
    "tenecteplase_lysis",
    "Tenecteplase",
    doses.TIERS,
    [_once("bolus", "At once, by weight", doses.TENECTEPLASE_DOSE, doses.TIERS)],
    _TENECTEPLASE_OFF_LABEL,
)
STREPTOKINASE, UROKINASE = [
    _lytic(
        f"{name}_lysis",
        name.capitalize(),
        _esc,
        [
            _once("bolus", f"Over {over} minutes", first, _esc),
            phase(
                "infusion",
                "Then for 12 to 24 hours",
                dose=then,
                lasts=until_review(),
                source=_esc,
                weight=body_weight,
            ),
        ],
        _STOP_HEPARIN,
    )
    for name, over, first, then in (
        ("streptokinase", 30, doses.STREPTOKINASE_FIRST, doses.STREPTOKINASE_THEN),
        ("urokinase", 10, doses.UROKINASE_FIRST, doses.UROKINASE_THEN),
    )
]
STREPTOKINASE_ACCELERATED, UROKINASE_ACCELERATED = [
    _lytic(
        f"{name}_lysis_accelerated",
        f"{name.capitalize()}, accelerated",
        _esc,
        [_once("infusion", "Over 2 hours", given, _esc)],
        _STOP_HEPARIN,
    )
    for name, given in (
        ("streptokinase", doses.STREPTOKINASE_FAST),
        ("urokinase", doses.UROKINASE_FAST),
    )
]
CATHETER_TC = _lytic(
    "alteplase_catheter_tc",
    "Alteplase by catheter, Thrombosis Canada",
    _tc,
    [
        phase(
            "infusion",
            "Through each catheter, for up to 24 hours",
            dose=doses.CATHETER_TC,
            lasts=until_review(),
            source=_tc,
        )
    ],
    _OFF_LABEL,
)
CATHETER_AHA = _lytic(
    "alteplase_catheter_aha",
    "Alteplase by catheter, AHA/ACC",
    doses.AHA_CATHETER,
    [_once("infusion", "Into each pulmonary artery", doses.CATHETER_AHA, doses.AHA_CATHETER)],
    _OFF_LABEL,
)
