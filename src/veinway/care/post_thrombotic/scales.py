"""The Villalta scale with its ulcer rule, Ginsberg's measure, VCSS, and the predictors of SOX-PTS."""

from veinway.care.facts.person import adult
from veinway.care.facts.post_thrombotic import (
    days_since_dvt,
    dvt_in_iliac_vein,
    pain_and_swelling_for_a_month,
    venous_reflux_shown,
    venous_ulcer,
    villalta_at_diagnosis,
    villalta_compression_pain,
    villalta_cramps,
    villalta_ectasia,
    villalta_heaviness,
    villalta_induration,
    villalta_oedema,
    villalta_pain,
    villalta_paraesthesia,
    villalta_pigmentation,
    villalta_pruritus,
    villalta_redness,
)
from veinway.care.facts.vcss import (
    vcss_compression,
    vcss_induration,
    vcss_inflammation,
    vcss_oedema,
    vcss_pain,
    vcss_pigmentation,
    vcss_ulcer_duration,
    vcss_ulcer_number,
    vcss_ulcer_size,
    vcss_varicose_veins,
)
from veinway.care.measures import body_mass_index
from veinway.care.sources import LOCAL, PRODUCT, PTS_SCALES, SOX_PTS, TC_PTS, VCSS_2010, S, U
from veinway.language import *

_VILLALTA = TC_PTS.at("Villalta scale")
_WHEN = PRODUCT.at("reference 3, rule PTS-01", LOCAL)
NONE, MILD = Band("none", "no post-thrombotic syndrome"), Band("mild", "mild")
MODERATE, SEVERE = Band("moderate", "moderate"), Band("severe", "severe")

VILLALTA = score(
    "villalta",
    "Villalta scale of the post-thrombotic syndrome",
    source=_VILLALTA,
    items=[
        points_from(villalta_pain),
        points_from(villalta_cramps),
        points_from(villalta_heaviness),
        points_from(villalta_paraesthesia),
        points_from(villalta_pruritus),
        points_from(villalta_oedema),
        points_from(villalta_induration),
        points_from(villalta_pigmentation),
        points_from(villalta_redness),
        points_from(villalta_ectasia),
        points_from(villalta_compression_pain),
    ],
    bands=[below(5, NONE), below(10, MILD), below(15, MODERATE), from_(15, SEVERE)],
    # An open ulcer is severe whatever the total, and adds nothing to it.
    overridden=override(venous_ulcer, SEVERE, cite=_VILLALTA),
    # Before three months it measures the acute clot.
    for_whom=all_of(adult, days_since_dvt >= 90),
)
HOW_SURE = table(
    "villalta_how_sure",
    "How far a Villalta score may be relied on by now",
    hit="first",
    source=_WHEN,
    rows=[
        row(
            days_since_dvt < 90,
            neutral("not_assessable_yet", "Too early: before 3 months it measures the acute clot."),
            cite=_WHEN,
        ),
        row(
            days_since_dvt < 180,
            neutral("provisional", "Provisional: score again from 6 months on."),
            cite=_WHEN,
        ),
        otherwise(neutral("confirmable", "From 6 months on the score can confirm."), cite=_WHEN),
    ],
)
GINSBERG = table(
    "ginsberg",
    "Ginsberg's measure of the post-thrombotic syndrome, by symptoms alone",
    hit="first",
    source=PTS_SCALES.at("Ginsberg", S, "a trial's article"),
    rows=[
        row(
            days_since_dvt < 180,
            neutral("ginsberg_too_early", "Too early: it is assessed from 6 months on."),
            cite=PTS_SCALES.at("Ginsberg"),
        ),
        row(
            pain_and_swelling_for_a_month,
            neutral("ginsberg_yes", "Post-thrombotic syndrome by Ginsberg's measure."),
            cite=PTS_SCALES.at("Ginsberg"),
        ),
        otherwise(neutral("ginsberg_no", "None by Ginsberg's measure."), cite=PTS_SCALES.at("Ginsberg")),
    ],
)
GINSBERG_WITH_REFLUX = table(
    "ginsberg_with_reflux",
    "Ginsberg's measure as first published, with reflux shown by a test",
    hit="first",
    source=PTS_SCALES.at("Ginsberg, original"),
    rows=[
        row(
            all_of(days_since_dvt >= 180, pain_and_swelling_for_a_month, venous_reflux_shown),
            neutral("ginsberg_original_yes", "Post-thrombotic syndrome by the original measure."),
            cite=PTS_SCALES.at("Ginsberg, original"),
        ),
        otherwise(
            neutral("ginsberg_original_no", "None by the original measure, or too early."),
            cite=PTS_SCALES.at("Ginsberg, original"),
        ),
    ],
)
VCSS = score(
    "vcss",
    "Venous clinical severity score, revised 2010",
    source=VCSS_2010.at("items", S, "two reprints"),
    items=[
        points_from(vcss_pain),
        points_from(vcss_varicose_veins),
        points_from(vcss_oedema),
        points_from(vcss_pigmentation),
        points_from(vcss_inflammation),
        points_from(vcss_induration),
        points_from(vcss_ulcer_number),
        points_from(vcss_ulcer_duration),
        points_from(vcss_ulcer_size),
        points_from(vcss_compression),
    ],
    bands=[below(8, Band("below_8", "below 8")), from_(8, Band("severe", "severe venous disease"))],
    for_whom=adult,
)
# How the points are split is from memory: what is shipped is the three predictors, as an experiment.
SOX = score(
    "sox_pts",
    "SOX-PTS prediction (experimental: the split of its points is not confirmed)",
    source=SOX_PTS.at("abstract; points", U),
    items=[
        points(1, dvt_in_iliac_vein, cite=SOX_PTS.at("points", U)),
        points(2, body_mass_index >= 35, "Body mass index 35 or more", SOX_PTS.at("points", U)),
        only_one(
            points(2, villalta_at_diagnosis > 14, "Villalta above 14", SOX_PTS.at("points", U)),
            points(1, villalta_at_diagnosis >= 10, "Villalta from 10", SOX_PTS.at("points", U)),
            label="Villalta at the time of the clot",
        ),
    ],
    bands=[below(4, Band("not_high", "below 4")), from_(4, Band("high", "4 or more"))],
    for_whom=adult,
    warning="Poor discrimination: it must never be used to deny treatment.",
)
