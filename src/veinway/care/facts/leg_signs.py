"""What of the leg speaks for an embolism: items of other scores than the Wells scores for DVT."""

from veinway.care.facts.chest import previous_pe
from veinway.care.facts.leg import localised_tenderness, previous_dvt
from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

_D = DICTIONARY.at("section 8, leg")
_ONE_EXAMINATION = PRODUCT.at("one examination of the leg answers every score", LOCAL)
_TODAY = {"within": days(7), "after": days(7)}

leg_pain = yes_no(
    "leg_pain",
    "Pain in one leg",
    ask="Is there pain in one leg?",
    tell="Does one of your legs hurt?",
    find=(Find("condition", "leg-pain", **_TODAY),),
    source=_D,
)
leg_swelling = choice(
    "leg_swelling",
    "Swelling of the legs",
    {
        "none": "neither leg is swollen",
        "one_leg": "one leg is swollen",
        "one_leg_more": "both legs are swollen, one visibly more",
        "both_equally": "both legs are swollen equally",
    },
    ask="Are the legs swollen: neither, one, both but one more, or both equally?",
    tell="Is a leg swollen: neither, one, both but one more, or both the same?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "leg-swelling", **_TODAY),),
    source=_D,
)
unilateral_leg_swelling = leg_swelling.one_of("one_leg", "one_leg_more")
leg_trauma_absent = yes_no(
    "leg_trauma_absent",
    "No injury of the leg explains it",
    ask="Is it so that the leg was not injured?",
    tell="Is it true that you have not hurt this leg?",
    find=(Find("observation", "leg-trauma-absent", **_TODAY),),
    source=_D,
)
stated_dvt_signs = yes_no(
    "dvt_signs_and_symptoms",
    "Signs and symptoms of DVT: a swollen leg and pain on pressing the deep veins",
    ask="Is a leg swollen, and are its deep veins painful when pressed? (Swelling alone is no.)",
    cost=Cost.EXAMINE,
    find=(Find("observation", "dvt-signs-and-symptoms", **_TODAY),),
    source=_D,
)
stated_palpation_pain_and_oedema = yes_no(
    "leg_palpation_pain_and_oedema",
    "Pain on pressing the deep veins and oedema, of one leg",
    ask="Are the deep veins of a leg painful when pressed, and is that leg alone swollen?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "leg-palpation-pain-and-oedema", **_TODAY),),
    source=_D,
)

# An item that was answered and the examination of the leg are one thing recorded twice: either answers
# alone, and where they contradict each other the item is open.
_NO, _YES = Band("no", "no"), Band("yes", "yes")
_NO_OR_YES = [below(1, _NO), from_(1, _YES)]
dvt_signs_and_symptoms = (
    Derived(
        "dvt_signs_stated_or_examined",
        "Signs and symptoms of DVT, stated or examined (0 is no, 1 is yes)",
        "1",
        agreed(
            score(
                "dvt_signs_as_stated",
                "signs and symptoms of DVT as stated",
                source=_ONE_EXAMINATION,
                items=[points(1, stated_dvt_signs)],
                bands=_NO_OR_YES,
                for_whom=None,
            ).total,
            score(
                "dvt_signs_as_examined",
                "a swollen leg with tenderness along the deep veins",
                source=_ONE_EXAMINATION,
                items=[points(1, all_of(localised_tenderness, no(leg_swelling.is_("none"))))],
                bands=_NO_OR_YES,
                for_whom=None,
            ).total,
        ),
        _ONE_EXAMINATION,
    )
    >= 1
)
leg_palpation_pain_and_oedema = (
    Derived(
        "palpation_pain_and_oedema_stated_or_examined",
        "Pain on pressing the deep veins and oedema of one leg, stated or examined (0 is no, 1 is yes)",
        "1",
        agreed(
            score(
                "palpation_pain_and_oedema_as_stated",
                "pain on pressing the deep veins and oedema of one leg, as stated",
                source=_ONE_EXAMINATION,
                items=[points(1, stated_palpation_pain_and_oedema)],
                bands=_NO_OR_YES,
                for_whom=None,
            ).total,
            score(
                "palpation_pain_and_oedema_as_examined",
                "tenderness along the deep veins with swelling of one leg",
                source=_ONE_EXAMINATION,
                items=[points(1, all_of(localised_tenderness, unilateral_leg_swelling))],
                bands=_NO_OR_YES,
                for_whom=None,
            ).total,
        ),
        _ONE_EXAMINATION,
    )
    >= 1
)
previous_vte = any_of(previous_dvt, previous_pe)
