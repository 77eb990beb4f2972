"""ESC 2019, section 4.11 and figure 5: suspected embolism in stable adults. Rows E1 to E20."""

from veinway.care.facts.chest_tests import ctpa, ctpa_request, ctpa_second_reading, lung_scintigraphy
from veinway.care.facts.tests import d_dimer, d_dimer_request, d_dimer_sample, interim_anticoagulant
from veinway.care.questions import SUSPECTED_PE
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.care.suspected_pe.esc_results import (
    calf_clot_only,
    clot_in_leg,
    clot_seen,
    excluded_by_d_dimer,
    imaging_needed,
    last_ct,
    legs_clear,
    lung_scan,
)
from veinway.care.suspected_pe.outcomes import (
    FURTHER_IMAGING_OF_CHEST,
    PE_CONFIRMED,
    PE_REJECTED,
    PE_REJECTED_THOUGH_HIGH,
    PE_SUBSEGMENTAL,
    TREAT_UNTIL_LOCATED,
)
from veinway.care.suspected_pe.patients import (
    high,
    intermediate_or_high,
    low,
    low_or_intermediate,
    stable_adult_with_suspected_pe,
)
from veinway.care.suspected_pe.results import (
    clot_is_segmental_or_more,
    clot_is_subsegmental,
    ct_unsuitable,
    last_ctpa,
    not_settled,
)
from veinway.care.suspected_pe.settled import limbs_settled
from veinway.language import *

_FIGURE = ESC_2019.at("figure 5")

CONCLUSION = table(
    "suspected_pe_esc_conclusion",
    "What became of the suspected embolism, by ESC",
    hit="first",
    source=ESC_2019.section("4.11"),
    rows=[
        row(
            all_of(clot_seen, clot_is_segmental_or_more, intermediate_or_high),
            PE_CONFIRMED,
            id="E11",
            cite=ESC_2019.section("4.11, row E11"),
        ),
        # The recommendation names intermediate and high; the figure treats what CT shows.
        row(
            all_of(clot_seen, clot_is_segmental_or_more),
            PE_CONFIRMED,
            id="E11_low",
            cite=ESC_2019.at("figure 5, diagnostic from segmental level up"),
        ),
        row(clot_in_leg, PE_CONFIRMED, id="E17", cite=ESC_2019.section("4.11, row E17")),
        row(
            lung_scan.is_("high_probability"),
            PE_CONFIRMED,
            id="E14",
            cite=ESC_2019.section("4.11, row E14"),
        ),
        row(
            all_of(clot_seen, clot_is_subsegmental),
            PE_SUBSEGMENTAL,
            id="E12",
            cite=ESC_2019.section("4.11, row E12"),
        ),
        row(
            all_of(no(clot_seen), excluded_by_d_dimer),
            PE_REJECTED,
            id="E7",
            cite=ESC_2019.section("4.11, rows E3, E4 and E7"),
        ),
        row(
            all_of(no(clot_seen), lung_scan.is_("normal")),
            PE_REJECTED,
            id="E13",
            cite=ESC_2019.section("4.11, row E13"),
        ),
        row(
            all_of(no(clot_seen), last_ct.is_("negative"), low_or_intermediate),
            PE_REJECTED,
            id="E9",
            cite=ESC_2019.section("4.11, row E9"),
        ),
        row(
            all_of(no(clot_seen), last_ct.is_("negative")),
            PE_REJECTED_THOUGH_HIGH,
            id="E10",
            cite=ESC_2019.section("4.11, row E10"),
        ),
        row(
            all_of(no(clot_seen), lung_scan.is_("nondiagnostic"), legs_clear, low),
            PE_REJECTED,
            id="E15",
            cite=ESC_2019.section("4.11, row E15"),
        ),
        row(
            calf_clot_only,
            FURTHER_IMAGING_OF_CHEST,
            id="E18",
            cite=ESC_2019.section("4.11, row E18"),
        ),
        not_settled,
    ],
    meanwhile=[
        row(
            last_ctpa.is_("pe"),
            TREAT_UNTIL_LOCATED,
            id="meanwhile",
            cite=PRODUCT.at("section 3.5, a clot on CT whose place is not told", LOCAL),
        )
    ],
)

# The plan --------------------------------------------------------------------------------------

settled = CONCLUSION.one_of(PE_CONFIRMED, PE_REJECTED, PE_REJECTED_THOUGH_HIGH)

SUSPECTED_PE_ESC = step(
    "suspected_pe_esc",
    "Suspected pulmonary embolism, ESC 2019",
    question=SUSPECTED_PE,
    guideline="esc",
    subject=EPISODE,
    source=ESC_2019.section("4.11"),
    for_whom=stable_adult_with_suspected_pe,
    conclusion=CONCLUSION,
    plan=[
        action(
            "interim_anticoagulation_by_probability",
            "Start anticoagulation without delay while the work-up proceeds.",
            act="interim_anticoagulation",
            when=intermediate_or_high,
            until=settled,
            gives=interim_anticoagulant,
            cite=ESC_2019.section("4.11, row E2"),
        ),
        action(
            "d_dimer_unless_high",
            "D-dimer, preferably by a highly sensitive assay, and before anticoagulation.",
            act="d_dimer",
            when=low_or_intermediate,
            until=settled,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            before=interim_anticoagulant,
            cite=ESC_2019.section("4.11, row E3"),
        ),
        action(
            "no_d_dimer_if_high",
            "Do not measure D-dimer: no value of it excludes embolism when the probability is high.",
            act="d_dimer",
            when=high,
            strength=Strength.DO_NOT,
            cite=ESC_2019.section("4.11, row E6"),
        ),
        action(
            "ctpa_by_esc",
            "CT pulmonary angiography, unless contrast allergy or renal failure speaks against it.",
            act="ctpa",
            when=imaging_needed,
            until=any_of(settled, ct_unsuitable),
            gives=ctpa,
            request=ctpa_request,
            cite=_FIGURE,
        ),
        action(
            "spect_by_esc",
            "Lung scintigraphy instead of CT, where something speaks against CT; "
            "SPECT may be considered.",
            act="lung_scintigraphy",
            when=all_of(imaging_needed, ct_unsuitable),
            until=settled,
            gives=lung_scintigraphy,
            strength=Strength.CONSIDER,
            cite=ESC_2019.section("4.11, row E16, and table 6"),
        ),
        action(
            "no_ct_venography",
            "Do not add CT venography to CT pulmonary angiography.",
            act="ct_venography",
            when=imaging_needed,
            until=settled,
            strength=Strength.DO_NOT,
            cite=ESC_2019.section("4.11, row E19"),
        ),
        action(
            "no_mr_angiography",
            "Do not use MR angiography to rule embolism out.",
            act="mr_angiography",
            when=imaging_needed,
            until=settled,
            strength=Strength.DO_NOT,
            cite=ESC_2019.section("4.11, row E20"),
        ),
        action(
            "second_read_by_esc",
            "Discuss the subsegmental clot with the radiologist, and have it read a second time.",
            act="second_read",
            when=all_of(clot_seen, clot_is_subsegmental),
            gives=ctpa_second_reading,
            strength=Strength.CONSIDER,
            cite=ESC_2019.at("key message 4"),
        ),
        action(
            "second_read_though_low",
            "Have the CT read a second time: a clot in a patient of low "
            "probability is more often false.",
            act="second_read",
            when=all_of(clot_seen, clot_is_segmental_or_more, low),
            gives=ctpa_second_reading,
            strength=Strength.CONSIDER,
            cite=PRODUCT.at("section 3.5, row E11 with low probability", LOCAL),
        ),
        action(
            "further_imaging_though_negative",
            "Further imaging may be considered: CT is negative although the probability was high.",
            act="further_imaging",
            when=CONCLUSION.is_(PE_REJECTED_THOUGH_HIGH),
            strength=Strength.CONSIDER,
            cite=ESC_2019.at("figure 5, note e"),
        ),
        action(
            "further_test_after_distal_clot",
            "Further testing for embolism should be considered: the only clot is in the calf.",
            act="further_imaging",
            when=all_of(calf_clot_only, no(clot_in_leg)),
            until=settled,
            strength=Strength.CONSIDER,
            cite=ESC_2019.section("4.11, row E18"),
        ),
        action(
            "start_treatment_by_esc",
            "Anticoagulate, or continue it, unless it is contraindicated.",
            act="start_treatment",
            when=CONCLUSION.is_(PE_CONFIRMED),
            cite=_FIGURE,
        ),
        action(
            "assess_severity_of_pe",
            "Judge how severe the embolism is.",
            when=CONCLUSION.is_(PE_CONFIRMED),
            cite=ESC_2019.section("4.11, row E17"),
        ),
        action(
            "stop_by_esc",
            "No treatment: stop anticoagulation that was started for this suspicion, and think of other "
            "diagnoses.",
            act="stop_interim_anticoagulation",
            when=all_of(CONCLUSION.is_(PE_REJECTED), limbs_settled),
            cite=_FIGURE,
        ),
    ],
)
