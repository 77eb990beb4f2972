"""NICE NG158, section 1.1: suspected embolism in stable adults who are not pregnant. Rows P0 to P13.

The conclusion says what the results mean; the plan says which test, treatment or talk comes next.
"""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.chest_tests import (
    chest_x_ray,
    ctpa,
    ctpa_request,
    lung_scintigraphy,
    spect_available,
)
from veinway.care.facts.findings import anticoagulation_contraindicated
from veinway.care.facts.person import age
from veinway.care.facts.tests import (
    baseline_bloods,
    d_dimer,
    d_dimer_obtainable_in_4_hours,
    d_dimer_request,
    d_dimer_sample,
    interim_anticoagulant,
    leg_scan,
)
from veinway.care.outcomes import DVT_CONFIRMED
from veinway.care.probability.outcomes import PERC_NEGATIVE, PERC_POSITIVE
from veinway.care.probability.perc import PERC, low_by_gestalt
from veinway.care.questions import SUSPECTED_PE
from veinway.care.sources import LOCAL, NG158, NG158_UPDATE, PRODUCT, S, U
from veinway.care.suspected_pe.outcomes import (
    NO_CLOT_IN_LUNG_LEG_NEXT,
    PE_CONFIRMED,
    PE_NOT_SHOWN,
    PE_REJECTED,
)
from veinway.care.suspected_pe.patients import likely, stable_adult_with_suspected_pe, unlikely
from veinway.care.suspected_pe.results import (
    ON_TESTS_NOBODY_ASKED,
    alternative_is_immediate,
    ct_unsuitable,
    first_ctpa,
    imaging_delayed,
    last_ctpa,
    not_settled,
    scan_of_both_legs,
    scan_of_one_leg,
    scintigraphy,
    where_asked_for,
)
from veinway.care.suspected_pe.settled import excluded_by_perc, limbs_settled
from veinway.language import *

IATROX, AUDIT = "iatroX summary", "an audit of the official PDF"
PCN, GP, GG = "Primary Care Notebook", "GPnotebook", "Guideline Genius, NHS Dumfries & Galloway drafts"

excluded_by_d_dimer = all_of(unlikely, d_dimer_negative)
imaging_needed = any_of(likely, all_of(unlikely, no(d_dimer_negative)))

# Results ---------------------------------------------------------------------------------------

_no_imaging_asked = any_of(excluded_by_d_dimer, excluded_by_perc)
_first = where_asked_for(first_ctpa, "pe", unless=_no_imaging_asked)
_last = where_asked_for(last_ctpa, "pe", unless=_no_imaging_asked)
_ct_negative = last_ctpa.is_("negative")
_scintigraphy = where_asked_for(
    scintigraphy, "high_probability", "normal", unless=any_of(_no_imaging_asked, _ct_negative)
)
imaging_shows_pe = any_of(_first.is_("pe"), _last.is_("pe"), _scintigraphy.is_("high_probability"))
imaging_shows_none = any_of(_last.is_("negative"), _scintigraphy.is_("normal"))
_no_leg_scan_asked = any_of(
    _no_imaging_asked, all_of(no(leg_symptoms), any_of(_ct_negative, scintigraphy.is_("normal")))
)
_one_leg = where_asked_for(scan_of_one_leg, "dvt_proximal", unless=_no_leg_scan_asked)
_both_legs = presume_not(
    scan_of_both_legs,
    "dvt_proximal",
    because="a scan of both legs is no part of this pathway, and a positive one would be on record",
    source=ON_TESTS_NOBODY_ASKED,
)
clot_in_leg = any_of(_one_leg.is_("dvt_proximal"), _both_legs.is_("dvt_proximal"))

CONCLUSION = table(
    "suspected_pe_nice_conclusion",
    "What became of the suspected embolism, by NICE",
    hit="first",
    source=NG158.section("1.1, suspected PE", S, IATROX),
    rows=[
        row(imaging_shows_pe, PE_CONFIRMED, id="P7", cite=NG158.section("1.1, row P7", U)),
        # The pathway of suspected DVT: whatever became of the lung, a clot in a leg is not dismissed.
        row(clot_in_leg, DVT_CONFIRMED, id="D5", cite=NG158.section("1.1, row D5", S, GG)),
        row(excluded_by_d_dimer, PE_REJECTED, id="P13", cite=NG158.section("1.1, row P13", S, IATROX)),
        row(excluded_by_perc, PE_REJECTED, id="P2", cite=NG158.section("1.1.16", S, PCN)),
        row(
            all_of(imaging_shows_none, leg_symptoms),
            NO_CLOT_IN_LUNG_LEG_NEXT,
            id="P8",
            cite=NG158.section("1.1, row P8", S, GP),
        ),
        row(imaging_shows_none, PE_NOT_SHOWN, id="P9", cite=NG158.section("1.1, row P9", U)),
        not_settled,
    ],
)

# The plan --------------------------------------------------------------------------------------

starts_interim = any_of(
    all_of(imaging_needed, imaging_delayed),
    all_of(unlikely, no(d_dimer_obtainable_in_4_hours)),
)
settled = CONCLUSION.one_of(
    PE_CONFIRMED, DVT_CONFIRMED, PE_REJECTED, NO_CLOT_IN_LUNG_LEG_NEXT, PE_NOT_SHOWN
)

SUSPECTED_PE_NICE = step(
    "suspected_pe_nice",
    "Suspected pulmonary embolism, NICE NG158",
    question=SUSPECTED_PE,
    guideline="nice",
    subject=EPISODE,
    source=NG158.section("1.1, suspected PE", S, IATROX),
    for_whom=stable_adult_with_suspected_pe,
    conclusion=CONCLUSION,
    plan=[
        action(
            "chest_x_ray",
            "History, examination and a chest X-ray.",
            when=chest_symptoms,
            gives=chest_x_ray,
            cite=NG158.section("1.1, row P0", S, IATROX),
        ),
        action(
            "consider_perc",
            "Consider the PERC criteria: the estimate is below 15 %, and other diagnoses are "
            "feasible. Not validated in COVID-19.",
            act="apply_perc",
            # From 50 on one criterion is never met.
            when=all_of(low_by_gestalt, age < 50),
            until=PERC.one_of(PERC_NEGATIVE, PERC_POSITIVE),
            strength=Strength.CONSIDER,
            cite=NG158.section("1.1.16", S, PCN),
        ),
        action(
            "pe_d_dimer_within_4_hours",
            "D-dimer, with its result within 4 hours if possible, and before interim anticoagulation.",
            act="d_dimer",
            when=unlikely,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            before=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158.section("1.1.21", S, AUDIT),
        ),
        action(
            "ctpa_immediately",
            "CT pulmonary angiography, immediately if possible, unless contrast allergy, a creatinine "
            "clearance below 30 mL/min or a high risk from radiation speaks against it.",
            act="ctpa",
            when=imaging_needed,
            until=ct_unsuitable,
            gives=ctpa,
            request=ctpa_request,
            cite=NG158.section("1.1, rows P4 and P12", S, IATROX),
        ),
        action(
            "spect_instead_of_ctpa",
            "V/Q SPECT instead of CT, immediately if possible: contrast allergy, creatinine clearance "
            "below 30 mL/min, or a high risk from radiation.",
            act="lung_scintigraphy",
            when=all_of(imaging_needed, ct_unsuitable, spect_available),
            gives=lung_scintigraphy,
            cite=NG158_UPDATE.at("2020 changes, V/Q SPECT for CrCl below 30"),
        ),
        action(
            "planar_instead_of_ctpa",
            "Planar V/Q instead of CT, immediately if possible, because SPECT is not available.",
            act="lung_scintigraphy",
            when=all_of(imaging_needed, ct_unsuitable, no(spect_available)),
            gives=lung_scintigraphy,
            cite=NG158.section("1.1, row P5", U),
        ),
        action(
            "interim_anticoagulation_pe",
            "Interim therapeutic anticoagulation now, unless it is contraindicated; if possible with a "
            "drug that can be continued.",
            act="interim_anticoagulation",
            when=starts_interim,
            until=any_of(settled, alternative_is_immediate, anticoagulation_contraindicated),
            gives=interim_anticoagulant,
            due=by(hours(1)),
            cite=NG158.section("1.1, rows P6, P11, P12; the hour from QS29 statement 3", S, IATROX),
        ),
        action(
            "no_interim_though_waiting_pe",
            "Anticoagulation is contraindicated: start none, have imaging at once, ask a specialist.",
            when=all_of(starts_interim, anticoagulation_contraindicated),
            until=any_of(settled, alternative_is_immediate),
            cite=PRODUCT.at("section 3.2, row P6 with a contraindication", LOCAL),
        ),
        action(
            "baseline_bloods_pe",
            "Full blood count, renal and hepatic function, PT and APTT; do not wait for the results.",
            act="baseline_bloods",
            when=starts_interim,
            until=any_of(settled, alternative_is_immediate),
            gives=baseline_bloods,
            due=by(hours(24)),
            cite=NG158.section("1.1, row D16", S, "GP notes; 24 hours from memory"),
        ),
        action(
            "leg_scan_after_negative_ctpa",
            "Consider a proximal leg vein scan: no clot in the lung, but a DVT is suspected.",
            act="proximal_scan",
            when=all_of(imaging_shows_none, leg_symptoms),
            gives=leg_scan,
            strength=Strength.CONSIDER,
            cite=NG158.section("1.1, row P8", S, GP),
        ),
        action(
            "start_treatment_pe",
            "Offer anticoagulation or continue it; consider a mechanical method if it is "
            "contraindicated.",
            act="start_treatment",
            when=CONCLUSION.is_(PE_CONFIRMED),
            cite=NG158.section("1.1, row P7", U),
        ),
        action(
            "stop_and_tell_pe",
            "Stop interim anticoagulation started for this suspicion (never one taken for another "
            "reason), think of other diagnoses, explain symptoms to watch for and where to get help.",
            act="stop_interim_anticoagulation",
            # While a clot of a leg or an arm is open, the drug is needed for that.
            when=all_of(CONCLUSION.is_(PE_REJECTED), limbs_settled),
            cite=NG158.section("1.1, rows P2 and P13", S, IATROX),
        ),
        action(
            "stop_and_tell_after_negative_imaging",
            "Stop interim anticoagulation started for this suspicion (never one taken for another "
            "reason), think of other diagnoses, explain symptoms to watch for and where to get help.",
            act="stop_interim_anticoagulation",
            when=all_of(CONCLUSION.is_(PE_NOT_SHOWN), limbs_settled),
            cite=NG158.section("1.1, row P9", U),
        ),
    ],
)
