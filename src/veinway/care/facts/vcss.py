"""The ten items of the venous clinical severity score, one leg (reference 3, section 5.4)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 5.4")

vcss_pain = measure(
    "vcss_pain",
    "VCSS: pain",
    ask="Pain, from 0 to 3: no pain, occasional, daily without limiting activity, or daily "
    "and limiting most of it?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_varicose_veins = measure(
    "vcss_varicose_veins",
    "VCSS: varicose veins",
    ask="Varicose veins, from 0 to 3: none; few, or a corona; of calf or thigh; of calf and thigh?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_oedema = measure(
    "vcss_oedema",
    "VCSS: venous oedema",
    ask="Venous oedema, from 0 to 3: none; foot and ankle; above the ankle, below the knee; "
    "to the knee and above?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_pigmentation = measure(
    "vcss_pigmentation",
    "VCSS: pigmentation",
    ask="Pigmentation, from 0 to 3: none; around the ankle; lower third of the calf; above?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_inflammation = measure(
    "vcss_inflammation",
    "VCSS: inflammation",
    ask="Inflammation, from 0 to 3: none; around the ankle; lower third; above?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_induration = measure(
    "vcss_induration",
    "VCSS: induration",
    ask="Induration, from 0 to 3: none; around the ankle; lower third; above?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_ulcer_number = measure(
    "vcss_ulcer_number",
    "VCSS: number of open ulcers",
    ask="Number of open ulcers, from 0 to 3: 0, 1, 2, 3 or more?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_ulcer_duration = measure(
    "vcss_ulcer_duration",
    "VCSS: duration of the longest open ulcer",
    ask="Duration of the longest open ulcer, from 0 to 3: none; below 3 months; 3 months to "
    "below 1 year; 1 year or more?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_ulcer_size = measure(
    "vcss_ulcer_size",
    "VCSS: size of the largest open ulcer",
    ask="Size of the largest open ulcer, from 0 to 3: none; below 2 cm; 2 to 6 cm; above 6 cm?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
vcss_compression = measure(
    "vcss_compression",
    "VCSS: use of compression",
    ask="Use of compression, from 0 to 3: none; sometimes; most days; always?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
