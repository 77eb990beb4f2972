"""Words that not everybody knows. Each is explained at the end of every leaflet that uses it."""

from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_OURS = PRODUCT.at("reference 4, section 9.4, plain words", LOCAL)

TERMS = (
    term("anticoagulant", "anticoagulant", "another name for a blood thinner", source=_OURS),
    term("artery", "artery|arteries", "a vessel that carries blood away from the heart", source=_OURS),
    term(
        "blood_thinner",
        "blood thinner",
        "a medicine that makes blood clot less easily. It does not make the blood thin",
        source=_OURS,
    ),
    term("catheter", "catheter", "a thin, soft tube that goes into a vessel", source=_OURS),
    term(
        "combined_pill",
        "combined pill",
        "a pill against pregnancy that has 2 hormones in it",
        source=_OURS,
    ),
    term("ct_scan", "CT scan", "a scan that makes pictures of the inside of the body", source=_OURS),
    term(
        "d_dimer",
        "D-dimer",
        "a blood test for small bits that are left when a clot breaks down",
        source=_OURS,
    ),
    term("dvt", "deep vein thrombosis|DVT", "a blood clot in a deep vein", source=_OURS),
    term(
        "maternity_unit", "maternity unit", "the part of a hospital where babies are born", source=_OURS
    ),
    term("filter", "filter", "a small cage of wire that catches clots in a big vein", source=_OURS),
    term("heparin", "heparin", "a blood thinner that is injected", source=_OURS),
    term("hrt", "HRT", "hormones that help with the signs of the menopause", source=_OURS),
    term("ibuprofen", "ibuprofen", "a medicine for pain and fever", source=_OURS),
    term("inr", "INR", "a blood test that shows how slowly your blood clots", source=_OURS),
    term(
        "local_anaesthetic",
        "local anaesthetic",
        "an injection that makes one place numb while you stay awake",
        source=_OURS,
    ),
    term("menopause", "menopause", "the time when a woman's periods end", source=_OURS),
    term("pe", "pulmonary embolism|PE", "a blood clot in the lungs", source=_OURS),
    term(
        "post_thrombotic",
        "post-thrombotic syndrome",
        "lasting trouble in a leg after a clot",
        source=_OURS,
    ),
    term("stent", "stent", "a small mesh tube that keeps a vein open", source=_OURS),
    term("thrombectomy", "thrombectomy", "taking a clot out, or breaking it up", source=_OURS),
    term(
        "ultrasound",
        "ultrasound",
        "a scan with sound that you cannot hear. It does not hurt",
        source=_OURS,
    ),
    term("valves", "valves", "small flaps in a vein that keep blood flowing to the heart", source=_OURS),
    term(
        "varicose_veins", "varicose veins", "wide, twisted veins under the skin of a leg", source=_OURS
    ),
    term("vte", "VTE", "a clot in a deep vein or in the lungs", source=_OURS),
)
