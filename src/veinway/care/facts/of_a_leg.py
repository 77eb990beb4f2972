"""What the two legs of one patient may answer differently, though no record keeps it leg by leg."""

from veinway.care.facts.post_thrombotic import (
    ceap_class,
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
from veinway.care.facts.stents_filters import (
    ankle_brachial_index,
    dvt_same_leg_in_3_months,
    inflow_adequate,
    stenosis_percent,
    stented_before,
    venous_claudication,
)

VILLALTA_SYMPTOMS = (
    villalta_pain,
    villalta_cramps,
    villalta_heaviness,
    villalta_paraesthesia,
    villalta_pruritus,
)
"""What the patient says."""
VILLALTA_SIGNS = (
    villalta_oedema,
    villalta_induration,
    villalta_pigmentation,
    villalta_redness,
    villalta_ectasia,
    villalta_compression_pain,
)
"""What a clinician sees."""
OF_A_LEG = (
    *VILLALTA_SYMPTOMS,
    *VILLALTA_SIGNS,
    venous_ulcer,
    days_since_dvt,
    pain_and_swelling_for_a_month,
    venous_reflux_shown,
    dvt_in_iliac_vein,
    villalta_at_diagnosis,
    ceap_class,
    venous_claudication,
    stenosis_percent,
    dvt_same_leg_in_3_months,
    inflow_adequate,
    ankle_brachial_index,
    stented_before,
)
