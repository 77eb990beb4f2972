"""ASH 2018: suspected embolism in stable adults. Rows S1 to S5, read through extracts."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.chest_tests import (
    ctpa,
    ctpa_available_and_feasible,
    ctpa_request,
    lung_scintigraphy,
)
from veinway.care.facts.leg_signs import previous_vte
from veinway.care.facts.tests import d_dimer, d_dimer_request, d_dimer_sample
from veinway.care.outcomes import DVT_CONFIRMED
from veinway.care.questions import SUSPECTED_PE
from veinway.care.sources import ASH_2018, S
from veinway.care.suspected_pe.outcomes import (
    PE_CONFIRMED,
    PE_REJECTED,
    SERIAL_LEG_SCANS,
)
from veinway.care.suspected_pe.patients import (
    high,
    low_or_intermediate,
    stable_adult_with_suspected_pe,
    unlikely,
)
from veinway.care.suspected_pe.results import (
    clot_in_leg_where_asked_for,
    ct_unsuitable,
    first_ctpa,
    last_ctpa,
    not_settled,
    scintigraphy,
    settled_by_leg,
    where_asked_for,
)
from veinway.care.suspected_pe.settled import limbs_settled
from veinway.language import *

GUIDELINE_CENTRAL = "Guideline Central and AAFP extracts"
LOW_AND_INTERMEDIATE = ASH_2018.rec("1a, 1b, 2a, 2b", S, GUIDELINE_CENTRAL)
HIGH_PROBABILITY = ASH_2018.rec("3a, 3b", S, GUIDELINE_CENTRAL)
RECURRENT = ASH_2018.at("row S4, suspected recurrent embolism", S, GUIDELINE_CENTRAL)

# A first embolism is judged by level of probability, a recurrent one as likely or unlikely.
_d_dimer_first = any_of(all_of(no(previous_vte), low_or_intermediate), all_of(previous_vte, unlikely))
_image_first = any_of(all_of(no(previous_vte), high), all_of(previous_vte, no(unlikely)))
excluded_by_d_dimer = all_of(_d_dimer_first, d_dimer_negative)
imaging_needed = any_of(_image_first, all_of(_d_dimer_first, no(d_dimer_negative)))

_first = where_asked_for(first_ctpa, "pe", unless=excluded_by_d_dimer)
_last = where_asked_for(last_ctpa, "pe", unless=excluded_by_d_dimer)
_ct_negative = last_ctpa.is_("negative")
_scintigraphy = where_asked_for(
    scintigraphy, "high_probability", "normal", unless=any_of(excluded_by_d_dimer, _ct_negative)
)
_no_leg_scan_asked = any_of(excluded_by_d_dimer, _ct_negative, scintigraphy.is_("normal"))
_clot_in_leg = clot_in_leg_where_asked_for(unless=_no_leg_scan_asked)

imaging_shows_pe = any_of(_first.is_("pe"), _last.is_("pe"), _scintigraphy.is_("high_probability"))

CONCLUSION = table(
    "suspected_pe_ash_conclusion",
    "What became of the suspected embolism, by ASH",
    hit="first",
    source=LOW_AND_INTERMEDIATE,
    rows=[
        row(
            imaging_shows_pe,
            PE_CONFIRMED,
            id="positive",
            cite=LOW_AND_INTERMEDIATE,
        ),
        settled_by_leg(_clot_in_leg),
        row(
            all_of(no(previous_vte), excluded_by_d_dimer),
            PE_REJECTED,
            id="S1_S2",
            cite=LOW_AND_INTERMEDIATE,
        ),
        row(excluded_by_d_dimer, PE_REJECTED, id="S4", cite=RECURRENT),
        row(
            all_of(any_of(_last.is_("negative"), _scintigraphy.is_("normal")), low_or_intermediate),
            PE_REJECTED,
            id="S1_S2_negative",
            cite=LOW_AND_INTERMEDIATE,
        ),
        row(
            _last.is_("negative"),
            SERIAL_LEG_SCANS,
            id="S3",
            cite=ASH_2018.at("flowchart note of recommendation 3", S, GUIDELINE_CENTRAL),
        ),
        not_settled,
    ],
)
settled = CONCLUSION.one_of(PE_CONFIRMED, DVT_CONFIRMED, PE_REJECTED, SERIAL_LEG_SCANS)

SUSPECTED_PE_ASH = step(
    "suspected_pe_ash",
    "Suspected pulmonary embolism, ASH 2018",
    question=SUSPECTED_PE,
    guideline="ash",
    subject=EPISODE,
    source=LOW_AND_INTERMEDIATE,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=CONCLUSION,
    plan=[
        action(
            "d_dimer_by_ash",
            "D-dimer first. A positive one alone diagnoses nothing.",
            act="d_dimer",
            when=_d_dimer_first,
            until=settled,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            cite=LOW_AND_INTERMEDIATE,
        ),
        action(
            "no_d_dimer_alone_by_ash",
            "Do not use the D-dimer as the only test, nor after CT.",
            act="d_dimer",
            when=_image_first,
            strength=Strength.DO_NOT,
            cite=HIGH_PROBABILITY,
        ),
        action(
            "ctpa_by_ash",
            "CT pulmonary angiography, or scintigraphy where the probability is not high or something "
            "speaks against CT.",
            act="ctpa",
            when=imaging_needed,
            until=any_of(settled, ct_unsuitable),
            gives=ctpa,
            request=ctpa_request,
            cite=HIGH_PROBABILITY,
        ),
        action(
            "scintigraphy_by_ash",
            "Lung scintigraphy, with follow-up testing, because CT cannot be had or something speaks "
            "against it.",
            act="lung_scintigraphy",
            when=all_of(imaging_needed, any_of(ct_unsuitable, no(ctpa_available_and_feasible))),
            until=settled,
            gives=lung_scintigraphy,
            cite=HIGH_PROBABILITY,
        ),
        action(
            "ctpa_after_nondiagnostic_by_ash",
            "CT pulmonary angiography, because the scintigraphy was not diagnostic.",
            act="ctpa",
            when=all_of(imaging_needed, scintigraphy.is_("nondiagnostic")),
            until=settled,
            gives=ctpa,
            after=("scintigraphy_by_ash",),
            cite=LOW_AND_INTERMEDIATE,
        ),
        action(
            "serial_leg_scans_by_ash",
            "Consider serial scans of the proximal leg veins: probable, and CT is negative.",
            act="repeat_scan",
            when=CONCLUSION.is_(SERIAL_LEG_SCANS),
            strength=Strength.CONSIDER,
            cite=ASH_2018.at("flowchart note of recommendation 3", S, GUIDELINE_CENTRAL),
        ),
        action(
            "no_further_test_by_ash",
            "No further test for embolism, and stop anticoagulation that was started for this "
            "suspicion.",
            act="stop_interim_anticoagulation",
            when=all_of(CONCLUSION.is_(PE_REJECTED), limbs_settled),
            cite=LOW_AND_INTERMEDIATE,
        ),
    ],
)
