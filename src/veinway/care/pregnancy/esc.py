"""ESC 2019, section 9.5 and figure 7: suspected embolism in pregnancy or within 6 weeks of birth."""

from veinway.care.d_dimer import d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest_tests import (
    chest_x_ray,
    ctpa,
    ctpa_result,
    lung_scintigraphy,
    scintigraphy_result,
)
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import (
    chest_x_ray_result,
    clinical_suspicion,
    expecting_or_new_mother,
    experienced_reading,
)
from veinway.care.facts.tests import d_dimer, d_dimer_sample, interim_anticoagulant, leg_scan
from veinway.care.imaging.scans import NO_FIRST_ASKED_FOR, NOT_ASKED_FOR
from veinway.care.pregnancy.outcomes import CONFIRMED, EXCLUDED, NOT_SETTLED, SECOND_READ
from veinway.care.pregnancy.scans import leg_and_arm_settled, leg_needs_no_scan, lung_excluded
from veinway.care.questions import SUSPECTED_PE_IN_PREGNANCY
from veinway.care.sources import DG_REFERRAL, ESC_2019
from veinway.care.special.imaging import any_leg_clot
from veinway.care.special.outcomes import KEEP_ANTICOAGULANT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

_FIGURE = ESC_2019.at("figure 7")
_PART = ESC_2019.section("9.5")

_high = clinical_suspicion.is_("high")
_excluded_by_d_dimer = all_of(no(_high), d_dimer_negative_at_fixed_cut_off)
_work_up = any_of(_high, no(d_dimer_negative_at_fixed_cut_off))
_enough = any_of(_excluded_by_d_dimer, lung_excluded)
_leg_clot = presume(any_leg_clot, NO, when=_enough, because=NO_FIRST_ASKED_FOR, source=NOT_ASKED_FOR)
# Whatever is not clearly normal goes to a reader with experience, an apparent clot included.
_needs_reading = presume(
    any_of(
        any_event(ctpa, ctpa_result.one_of("pe", "indeterminate")),
        any_event(lung_scintigraphy, scintigraphy_result.one_of("high_probability", "nondiagnostic")),
    ),
    NO,
    when=_enough,
    because=NO_FIRST_ASKED_FOR,
    source=NOT_ASKED_FOR,
)

_read_as_free = all_of(_needs_reading, experienced_reading.is_("refutes"))
_excluded = any_of(
    _read_as_free, all_of(no(_needs_reading), any_of(_excluded_by_d_dimer, lung_excluded))
)

CONCLUSION = table(
    "pe_in_pregnancy_esc_conclusion",
    "What became of the suspected embolism in pregnancy, by ESC",
    hit="first",
    source=_FIGURE,
    rows=[
        row(_leg_clot, CONFIRMED, id="leg", cite=_FIGURE),
        row(
            all_of(_needs_reading, experienced_reading.is_("confirms")),
            CONFIRMED,
            id="reading confirms",
            cite=_FIGURE,
        ),
        row(
            all_of(_excluded, on_therapeutic_anticoagulation),
            KEEP_ANTICOAGULANT,
            id="own drug",
            cite=DG_REFERRAL.at("suspected DVT: only the interim drug is stopped"),
        ),
        row(
            _read_as_free,
            EXCLUDED,
            id="reading refutes",
            cite=_FIGURE,
        ),
        row(_needs_reading, SECOND_READ, id="reading", cite=_FIGURE),
        row(_excluded_by_d_dimer, EXCLUDED, id="D-dimer", cite=_FIGURE),
        row(lung_excluded, EXCLUDED, id="lung", cite=_FIGURE),
        otherwise(NOT_SETTLED, id="not settled", cite=_FIGURE),
    ],
)
_ended = CONCLUSION.one_of(CONFIRMED, EXCLUDED, KEEP_ANTICOAGULANT)
_lung_needed = all_of(_work_up, leg_needs_no_scan)

SUSPECTED_PE_IN_PREGNANCY_ESC = step(
    "suspected_pe_in_pregnancy_esc",
    "Suspected embolism in pregnancy or within 6 weeks of birth, ESC 2019",
    question=SUSPECTED_PE_IN_PREGNANCY,
    guideline="esc",
    subject=EPISODE,
    source=_PART,
    for_whom=all_of(adult, expecting_or_new_mother, chest_symptoms, no(unstable)),
    conclusion=CONCLUSION,
    plan=[
        action(
            "d_dimer_with_clinical_rule",
            "D-dimer, where the clinical probability is low or intermediate.",
            act="d_dimer",
            strength=Strength.CONSIDER,
            when=no(_high),
            until=_ended,
            gives=d_dimer_sample,
            result=d_dimer,
            before=interim_anticoagulant,
            cite=_PART,
        ),
        action(
            "heparin_while_awaiting",
            "Low-molecular-weight heparin while the work-up goes on.",
            act="interim_anticoagulation",
            when=all_of(_work_up, no(on_therapeutic_anticoagulation)),
            until=_ended,
            gives=interim_anticoagulant,
            cite=_FIGURE,
        ),
        action(
            "chest_x_ray_before_lung_imaging",
            "Chest X-ray.",
            act="chest_x_ray",
            when=_work_up,
            until=_ended,
            gives=chest_x_ray,
            result=chest_x_ray_result,
            cite=_FIGURE,
        ),
        action(
            "leg_scan_first",
            "Compression ultrasound of the leg, because it has symptoms of DVT.",
            act="proximal_scan",
            strength=Strength.CONSIDER,
            when=all_of(_work_up, leg_symptoms),
            gives=leg_scan,
            cite=_PART,
        ),
        action(
            "perfusion_scan_or_low_dose_ctpa",
            "Perfusion scan or low-dose CT pulmonary angiography: the chest X-ray is normal.",
            act="lung_scintigraphy",
            strength=Strength.CONSIDER,
            when=all_of(_lung_needed, chest_x_ray_result.is_("normal")),
            until=_ended,
            gives=lung_scintigraphy,
            cite=_PART,
        ),
        action(
            "ctpa_first",
            "CT pulmonary angiography first: the chest X-ray is abnormal.",
            act="ctpa",
            strength=Strength.CONSIDER,
            when=all_of(_lung_needed, chest_x_ray_result.is_("abnormal")),
            until=_ended,
            gives=ctpa,
            cite=_PART,
        ),
        action(
            "explain_radiation",
            "Explain the radiation to her. Harm to a foetus begins far higher, at 50 to 100 mSv. CT: "
            "foetus 0.05 to 0.5 mGy, breast 3 to 10 mGy. Perfusion scan: foetus 0.02 to 0.6 mGy, breast "
            "0.16 to 1.2 mGy. With modern CT the added risk of breast cancer is negligible (factor "
            "1.0003 to 1.0007); the older figure of 13.6 per cent no longer holds.",
            when=_lung_needed,
            until=_ended,
            cite=ESC_2019.table(12),
        ),
        action(
            "experienced_reading",
            "A radiologist with experience of embolism in pregnancy reviews the imaging.",
            act="second_read",
            when=_needs_reading,
            result=experienced_reading,
            cite=_FIGURE,
        ),
        action(
            "treat_pe_in_pregnancy_esc",
            "Treat: continue low-molecular-weight heparin.",
            act="start_treatment",
            when=CONCLUSION.is_(CONFIRMED),
            cite=_FIGURE,
        ),
        action(
            "stop_as_pe_excluded_esc",
            "Stop the heparin started for this suspicion, never an anticoagulant "
            "taken for another reason.",
            act="stop_interim_anticoagulation",
            # The same heparin treats the leg, on which a D-dimer and imaging of the lung are silent.
            when=all_of(CONCLUSION.is_(EXCLUDED), leg_and_arm_settled),
            cite=_FIGURE,
        ),
    ],
)
