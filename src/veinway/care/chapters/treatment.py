"""From the diagnosis to the end of treatment: which drug, which dose, how long, and what to check."""

from veinway.care import episodes, measures
from veinway.care.treatment import barred as barred
from veinway.care.treatment import laws, questions
from veinway.care.treatment.bleeding import chest_factors as bleeding_chest_factors
from veinway.care.treatment.bleeding import has_bled as bleeding_has_bled
from veinway.care.treatment.bleeding import improve_bleeding as bleeding_improve_bleeding
from veinway.care.treatment.bleeding import riete as bleeding_riete
from veinway.care.treatment.bleeding import vte_bleed as bleeding_vte_bleed
from veinway.care.treatment.choice import chest as choice_chest
from veinway.care.treatment.choice import esc as choice_esc
from veinway.care.treatment.choice import in_brief as choice_in_brief
from veinway.care.treatment.choice import nice as choice_nice
from veinway.care.treatment.choice import points as choice_points
from veinway.care.treatment.choice import tc as choice_tc
from veinway.care.treatment.heparin import four_ts as heparin_four_ts
from veinway.care.warfarin import control, fennerty, high_inr, maintenance, recall, roberts, weekly
from veinway.language.knowledge import Knowledge

TREATMENT = Knowledge.of(
    "treatment",
    modules=(
        questions,
        measures,
        choice_nice,
        choice_chest,
        choice_esc,
        choice_tc,
        choice_in_brief,
        choice_points,
        fennerty,
        roberts,
        weekly,
        maintenance,
        high_inr,
        recall,
        control,
        barred,
        heparin_four_ts,
        bleeding_has_bled,
        bleeding_vte_bleed,
        bleeding_riete,
        bleeding_chest_factors,
        bleeding_improve_bleeding,
    ),
    episodes=(episodes.TREATED_VTE,),
    invariants=laws.INVARIANTS,
    constraints=(),
)
