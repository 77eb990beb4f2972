"""The measures of hospitals in a service's report, and what is on purpose no measure."""

from veinway.care.quality import ahrq, hospital, reviews
from veinway.care.quality.outcomes import HOSPITAL_ACQUIRED, MET, PERIOPERATIVE_CLOT
from veinway.care.sources import LOCAL, PRODUCT, SOX_2014, S
from veinway.language import *
from veinway.language.service_measures import MeasureGroup, left_out, share, share_of_step

_PER_STAY = PRODUCT.at("reference 4, section 7.3, hat per admission, of people", LOCAL)

HOSPITAL = MeasureGroup(
    "hospital",
    "Hospital, by the last stay of each person: assessment, prophylaxis, and clots from it",
    (
        share_of_step(
            "risk_assessment_in_14_hours",
            hospital.RISK_ASSESSMENT_IN_14_HOURS.label,
            chapter="quality",
            step=hospital.RISK_ASSESSMENT_IN_14_HOURS,
            good=[MET],
            dated=hospital.admission_day,
        ),
        share_of_step(
            "prophylaxis_in_14_hours",
            hospital.PROPHYLAXIS_IN_14_HOURS.label,
            chapter="quality",
            step=hospital.PROPHYLAXIS_IN_14_HOURS,
            good=[MET],
            dated=hospital.admission_day,
        ),
        share_of_step(
            "assessment_in_plaster",
            hospital.ASSESSMENT_IN_PLASTER.label,
            chapter="quality",
            step=hospital.ASSESSMENT_IN_PLASTER,
            good=[MET],
            dated=hospital.plaster_day,
            source=hospital.IN_A_STAY,
        ),
        share_of_step(
            "hospital_acquired_of_clots",
            "Came from a stay in hospital, of the new clots of the period",
            chapter="quality",
            step=hospital.HOSPITAL_ACQUIRED_STEP,
            good=[HOSPITAL_ACQUIRED],
            dated=hospital.clot_day,
            better="fewer",
            source=hospital.FROM_DISCHARGE,
        ),
        share(
            "hospital_acquired_of_stays",
            "Had a clot from it, of people whose last stay in hospital ended in the period",
            chapter="quality",
            of=any_event(hospital.hospital_discharge),
            met=all_of(
                hospital.HOSPITAL_ACQUIRED_STEP.for_whom,
                hospital.HOSPITAL_ACQUIRED_STEP.conclusion.one_of(HOSPITAL_ACQUIRED),
            ),
            source=_PER_STAY,
            dated=date_of_event("last", hospital.hospital_discharge),
            better="fewer",
        ),
        share_of_step(
            "psi_12",
            ahrq.PSI_12.label,
            chapter="quality",
            step=ahrq.PSI_12,
            good=[PERIOPERATIVE_CLOT],
            better="fewer",
        ),
    ),
)
REVIEWED = tuple(
    share_of_step(
        step.key, step.label, chapter="quality", step=step, good=[MET], source=step.conclusion.source
    )
    for step in (reviews.REVIEW_AT_3_MONTHS, reviews.YEARLY_REVIEW)
)
LEFT_OUT = (
    left_out(
        "compression_advice",
        "Stockings prescribed after a DVT",
        because="a large trial and later guidance do not support them as a routine, so that more "
        "of them is no better care",
        source=SOX_2014.at("result", S, "later guidance"),
    ),
    left_out(
        "door_to_needle_target",
        "A target for the time to the first dose",
        because="no source sets one for a whole service; the time itself is in the report",
        source=PRODUCT.at("reference 4, section 7.5, door_to_needle", LOCAL),
    ),
)
