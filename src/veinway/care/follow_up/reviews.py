"""Reviews after a clot, and what the answers at a review lead to (reference 3, 6.1 to 6.7)."""

from veinway.care.facts.follow_up import (
    clot_review,
    cpet_abnormal,
    cteph_risk_found,
    diabetes_mellitus,
    echo_ph_probability,
    effective_anticoagulation_days,
    hypothyroidism,
    lysis_or_embolectomy,
    nt_probnp_raised,
    pe_unprovoked,
    pvfs_grade,
    still_breathless,
    symptom_to_diagnosis_days,
    tricuspid_velocity,
    two_ph_sign_categories,
    vq_mismatch,
)
from veinway.care.facts.person import adult
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.severity.heart import right_heart_strain
from veinway.care.sources import AHA_2026, ESC_2019, KLOK_2016, LOCAL, PRODUCT, PVFS_2020, S
from veinway.language import *

_FIGURE = ESC_2019.at("figure 8")
_SHEET = AHA_2026.at("echocardiography and follow-up", S, "third-party extractions")
_RULE = PRODUCT.at("reference 3, rule FU-01", LOCAL)
_PROGRAMME = PRODUCT.at("reference 3, section 6.1, the window of the review at 6 months", LOCAL)

FOLLOW_UP = question("follow_up", "When is somebody reviewed after a clot?")
AFTER_PE = question("after_pe", "What follows when breathlessness stays after an embolism?")
FUNCTION = question("function_after_clot", "What follows from how far a clot still limits somebody?")

clot_day = date_of_event("last", vte_diagnosis)

PH_ON_ECHO = table(
    "ph_probability_on_echo",
    "Probability of pulmonary hypertension from the velocity and the signs",
    hit="first",
    source=_SHEET,
    rows=[
        row(tricuspid_velocity > "3.4", neutral("ph_high", "High."), id="above 3.4", cite=_SHEET),
        row(
            all_of(tricuspid_velocity > "2.8", two_ph_sign_categories),
            neutral("ph_high_by_signs", "High, by its signs."),
            id="above 2.8 with signs",
            cite=_SHEET,
        ),
        row(
            any_of(tricuspid_velocity > "2.8", two_ph_sign_categories),
            neutral("ph_intermediate", "Intermediate."),
            id="one of both",
            cite=_SHEET,
        ),
        otherwise(neutral("ph_low", "Low."), cite=_SHEET),
    ],
)
CTEPH_SCORE = score(
    "cteph_prediction",
    "Prediction of chronic thromboembolic pulmonary hypertension",
    source=KLOK_2016.at("items; points as tabulated"),
    items=[
        points(6, pe_unprovoked),
        points(3, hypothyroidism),
        points(3, symptom_to_diagnosis_days > 14, "More than 2 weeks from symptoms to diagnosis"),
        points(2, right_heart_strain, "Dysfunction of the right ventricle"),
        points(-3, diabetes_mellitus),
        points(-3, lysis_or_embolectomy),
    ],
    bands=[up_to(6, Band("low", "low risk")), above(6, Band("high", "high risk"))],
    for_whom=adult,
)

DEFER = neutral(
    "cteph_defer",
    "Too early: before 3 months of effective anticoagulation a lung scan does not show chronic disease.",
    short="too early",
)
REFER_CENTRE = escalates(
    "cteph_refer",
    "Mismatched defects after 3 months of anticoagulation: refer to a centre for pulmonary "
    "hypertension.",
    action="refer_cteph",
    short="refer to a centre",
)
VQ = neutral("cteph_vq", "Ventilation and perfusion scan of the lung.", short="V/Q scan")
OTHER_CAUSES = neutral(
    "cteph_other_causes", "Look for other causes; an exercise test may help.", short="other causes"
)
ECHO_MAY = neutral(
    "cteph_echo_may",
    "No symptoms but a risk factor: echocardiography or further visits may be considered.",
    strength=Strength.CONSIDER,
    short="echo may be considered",
)
NO_MORE = neutral(
    "cteph_no_more", "No symptoms and no risk factor: advise to come back if breathless.", short="advice"
)
_high = echo_ph_probability.is_("high")
_intermediate = echo_ph_probability.is_("intermediate")
_low = echo_ph_probability.is_("low")
_more_likely = any_of(nt_probnp_raised, cteph_risk_found, cpet_abnormal)
AFTER_PE_ESC = step(
    "after_pe_esc",
    "Breathlessness that stays after embolism, ESC 2019",
    question=AFTER_PE,
    guideline="esc",
    subject=PERSON,
    source=_FIGURE,
    for_whom=adult,
    conclusion=table(
        "after_pe_conclusion",
        "What follows from symptoms after an embolism",
        hit="first",
        source=_FIGURE,
        rows=[
            row(
                all_of(still_breathless, effective_anticoagulation_days < 90),
                DEFER,
                id="before 3 months",
                cite=PRODUCT.at("reference 3, section 6.4", LOCAL),
            ),
            row(all_of(still_breathless, vq_mismatch), REFER_CENTRE, id="mismatch", cite=_FIGURE),
            row(all_of(still_breathless, _high), VQ, id="high", cite=_FIGURE),
            row(
                all_of(still_breathless, _intermediate, _more_likely),
                VQ,
                id="intermediate, more likely",
                cite=_FIGURE,
            ),
            row(
                all_of(still_breathless, any_of(_intermediate, _low)),
                OTHER_CAUSES,
                id="other causes",
                cite=_FIGURE,
            ),
            row(cteph_risk_found, ECHO_MAY, id="risk factor", cite=_FIGURE),
            otherwise(NO_MORE, cite=_FIGURE),
        ],
    ),
    plan=[],
)

FUNCTION_STEP = step(
    "function_after_clot",
    "Function after a clot",
    question=FUNCTION,
    guideline="veinway",
    subject=PERSON,
    source=PVFS_2020.at("rule of reference 3, section 6.7", LOCAL),
    for_whom=adult,
    conclusion=table(
        "function_after_clot_conclusion",
        "What follows from the functional scale",
        hit="first",
        source=PVFS_2020.at("rule of reference 3, section 6.7", LOCAL),
        rows=[
            row(
                pvfs_grade >= 2,
                escalates("evaluate_function", "Limited: look for the cause in the lung or the leg."),
                id="2 or more",
                cite=PVFS_2020.at("rule of reference 3, section 6.7", LOCAL),
            ),
            otherwise(
                neutral("function_fine", "Not limited, or hardly."),
                cite=PVFS_2020.at("rule of reference 3, section 6.7", LOCAL),
            ),
        ],
    ),
    plan=[],
)

_had_a_clot = all_of(adult, any_event(vte_diagnosis))
# A contact that was missed long ago is no work of today: each review is asked for while it makes sense.
_after_3_months = no(any_event(vte_diagnosis, in_=within(months(3))))
_after_a_year = no(any_event(vte_diagnosis, in_=within(months(12))))
_after_2_years = no(any_event(vte_diagnosis, in_=within(months(24))))
REVIEWS = step(
    "follow_up_after_clot",
    "Reviews after a clot",
    question=FOLLOW_UP,
    guideline="veinway",
    subject=PERSON,
    source=_RULE,
    for_whom=_had_a_clot,
    conclusion=table(
        "follow_up_conclusion",
        "When somebody is reviewed after a clot",
        hit="first",
        source=_RULE,
        rows=[
            otherwise(
                neutral(
                    "reviews_after_clot",
                    "Within 7 days; at 3 months (from 12 weeks on); then at 6 and 12 months and yearly. "
                    "Ask about breathlessness, chest pain, leg swelling, bleeding, missed doses, new "
                    "medicines, mood and work, a filter, contraception and travel.",
                ),
                cite=_RULE,
            )
        ],
    ),
    plan=[
        action(
            "review_within_a_week",
            "Contact within a week: symptoms, bleeding, access to the medicine, results to come.",
            when=_had_a_clot,
            until=_after_3_months,
            gives=clot_review,
            due=in_days(0, 7, of=clot_day),
            act="first_review",
            cite=_SHEET,
        ),
        action(
            "three_month_review",
            "Review at three months: how long to treat, symptoms, bleeding, cause, cancer, filter.",
            when=_had_a_clot,
            until=_after_a_year,
            gives=clot_review,
            due=between_spans(days(84), months(3), of=clot_day),
            act="three_month_review",
            cite=_RULE,
        ),
        action(
            "six_month_review",
            "Review at six months: symptoms, bleeding, whether to go on, the leg.",
            when=_had_a_clot,
            until=_after_a_year,
            gives=clot_review,
            due=between_spans(days(168), months(6), of=clot_day),
            act="six_month_review",
            cite=_PROGRAMME,
        ),
        action(
            "yearly_review",
            "Review a year after the clot.",
            when=_had_a_clot,
            until=_after_2_years,
            gives=clot_review,
            due=between_spans(months(11), months(13), of=clot_day),
            act="yearly_review",
            cite=_SHEET,
        ),
    ],
)
