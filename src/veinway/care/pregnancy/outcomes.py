"""What the steps for pregnancy and the 6 weeks after birth may conclude."""

from veinway.language import *

CONFIRMED = commits(
    "vte_confirmed_in_pregnancy",
    "A clot is confirmed: continue or start low-molecular-weight heparin, unless it is contraindicated. "
    "No further imaging is needed to treat.",
    action="start_treatment",
    timing="now",
    short="confirmed: treat",
)
EXCLUDED = commits(
    "vte_excluded_in_pregnancy",
    "A clot is excluded as far as this pathway goes: stop the heparin that was started for this "
    "suspicion (never an anticoagulant taken for another reason), think of other diagnoses, and say "
    "which symptoms to watch for.",
    action="stop_interim_anticoagulation",
    short="excluded: stop",
)
ILIAC_IMAGING = neutral(
    "iliac_imaging_needed",
    "A clot in an iliac vein is suspected, which compression ultrasound cannot exclude: Doppler of the "
    "iliac vein, MR venography or conventional venography.",
    action="mr_venography",
    short="image the iliac veins",
)
CALF_VEINS_ONLY = neutral(
    "calf_veins_only_in_pregnancy",
    "A clot in calf veins only: a clot is not excluded, so treatment goes "
    "on until a specialist decides.",
    short="calf veins only",
)
SUPERFICIAL_IN_PREGNANCY = neutral(
    "superficial_clot_in_pregnancy",
    "A clot in a superficial vein only. The pathway for superficial vein thrombosis is not meant for "
    "pregnancy: low-molecular-weight heparin goes on until a specialist decides, above all within 3 cm "
    "of a junction with a deep vein.",
    short="superficial: heparin, specialist",
)
NOT_SETTLED = neutral(
    "not_settled_in_pregnancy",
    "A clot is not excluded: treatment goes on, and another or a repeated test is needed.",
    short="not settled: treat on",
)
REPEAT_IMAGING = neutral(
    "repeat_lung_imaging_in_pregnancy",
    "Imaging is normal and the suspicion persists: repeat it or use another test, and treat until an "
    "embolism is excluded.",
    action="second_read",
    short="repeat, treat on",
)
SECOND_READ = escalates(
    "experienced_reading_needed",
    "Lung imaging shows a clot or is indeterminate: a reader with experience of embolism in pregnancy "
    "reviews it, while treatment goes on.",
    action="second_read",
    short="second reading",
)
D_DIMER_REFUSED = neutral(
    "d_dimer_not_in_pregnancy",
    "Do not use a D-dimer to look for a clot in pregnancy: image instead, and "
    "treat until it is excluded.",
    action="d_dimer",
    strength=Strength.DO_NOT,
    short="do not",
)
D_DIMER_OPTION = neutral(
    "d_dimer_option_in_pregnancy",
    "A D-dimer together with a clinical rule should be considered. It rises through pregnancy: by the "
    "third trimester it is above the usual threshold in about a quarter.",
    action="d_dimer",
    strength=Strength.CONSIDER,
    short="should be considered",
)
NOT_PREGNANT = neutral(
    "not_in_pregnancy", "Neither pregnant nor within 6 weeks of birth.", short="not pregnant"
)
AMNIOTIC_EMBOLISM = escalates(
    "consider_amniotic_fluid_embolism",
    "Unexplained arrest, shock or respiratory failure: consider an amniotic fluid embolism.",
    strength=Strength.CONSIDER,
    timing="now",
    short="consider",
)
AMNIOTIC_EMBOLISM_LIKELIER = escalates(
    "consider_amniotic_fluid_embolism_with_dic",
    "Unexplained arrest, shock or respiratory failure with disseminated intravascular coagulation: "
    "consider an amniotic fluid embolism above all.",
    strength=Strength.CONSIDER,
    timing="now",
    short="consider above all",
)
NO_AMNIOTIC_EMBOLISM = neutral(
    "nothing_points_to_amniotic_fluid_embolism",
    "No unexplained arrest, shock or respiratory failure.",
    short="nothing points to it",
)
