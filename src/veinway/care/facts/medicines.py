"""Medicines that matter to an anticoagulant, by ingredient (reference 2, section 1.5).

An interaction goes on after the last dose: 14 days after a drug that speeds up removal (an inducer), 7
days after one that slows it down (an inhibitor), 3 months after amiodarone. What is about to be started
counts as taken today. Whether a list is complete is never presumed: without it a drug stays undecided.
"""

from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11, current medications")

ingredient = choice(
    "ingredient",
    "Its ingredient",
    {
        # Azoles, macrolides, antivirals.
        "ketoconazole": "ketoconazole",
        "itraconazole": "itraconazole",
        "voriconazole": "voriconazole",
        "posaconazole": "posaconazole",
        "fluconazole": "fluconazole",
        "ritonavir": "ritonavir",
        "hiv_protease_inhibitor": "another HIV protease inhibitor (atazanavir, darunavir, lopinavir, "
        "fosamprenavir, saquinavir, tipranavir)",
        "cobicistat": "cobicistat",
        "nirmatrelvir": "nirmatrelvir with ritonavir",
        "clarithromycin": "clarithromycin",
        "erythromycin": "erythromycin",
        "azithromycin": "azithromycin",
        "glecaprevir_pibrentasvir": "glecaprevir with pibrentasvir",
        # Immune system and heart.
        "ciclosporin": "ciclosporin",
        "tacrolimus": "tacrolimus",
        "dronedarone": "dronedarone",
        "amiodarone": "amiodarone",
        "verapamil": "verapamil",
        "diltiazem": "diltiazem",
        "quinidine": "quinidine",
        # What speeds up removal.
        "rifampicin": "rifampicin (rifampin)",
        "phenytoin": "phenytoin",
        "carbamazepine": "carbamazepine",
        "phenobarbital": "phenobarbital",
        "st_johns_wort": "St John's wort",
        # What the labels do not settle.
        "cancer_drug": "a cancer drug such as enzalutamide, apalutamide, imatinib or vincristine",
        "dexamethasone": "dexamethasone",
        "other_antiepileptic": "levetiracetam, valproate or primidone",
        # What makes bleeding likelier.
        "ticagrelor": "ticagrelor",
        "clopidogrel": "clopidogrel",
        "prasugrel": "prasugrel",
        "aspirin": "aspirin",
        "nsaid": "naproxen or another NSAID",
        "ssri": "an SSRI",
        "snri": "an SNRI",
        # Anticoagulants.
        "apixaban": "apixaban",
        "rivaroxaban": "rivaroxaban",
        "edoxaban": "edoxaban",
        "dabigatran": "dabigatran",
        "warfarin": "warfarin or another vitamin K antagonist",
        "enoxaparin": "enoxaparin",
        "dalteparin": "dalteparin",
        "tinzaparin": "tinzaparin",
        "nadroparin": "nadroparin",
        "heparin": "unfractionated heparin",
        "fondaparinux": "fondaparinux",
        "argatroban": "argatroban",
        "other": "something that no anticoagulant interacts with",
    },
    ask="Which ingredient does it have?",
    source=_D,
)
medicine = Event(
    "medicine",
    "A medicine that acts on the whole body, on the day of its last dose (today if it goes on)",
    attributes=(ingredient,),
    ask="Which medicines are taken or about to be started, by mouth or injection, herbal ones included, "
    "and which were stopped in the last 3 months, and when? (Creams, drops and a single dose for the "
    "vagina do not count.)",
    find=(Find("medication", "medicine", last_day=True),),
    source=_D,
)

INHIBITOR_WINDOW = within(days(7))
INDUCER_WINDOW = within(days(14))
AMIODARONE_WINDOW = within(months(3))

takes_ketoconazole = any_event(medicine, ingredient.is_("ketoconazole"), in_=INHIBITOR_WINDOW)
takes_itraconazole = any_event(medicine, ingredient.is_("itraconazole"), in_=INHIBITOR_WINDOW)
takes_voriconazole = any_event(medicine, ingredient.is_("voriconazole"), in_=INHIBITOR_WINDOW)
takes_posaconazole = any_event(medicine, ingredient.is_("posaconazole"), in_=INHIBITOR_WINDOW)
takes_fluconazole = any_event(medicine, ingredient.is_("fluconazole"), in_=INHIBITOR_WINDOW)
takes_hiv_booster_or_protease_inhibitor = any_event(
    medicine,
    ingredient.one_of("ritonavir", "hiv_protease_inhibitor", "cobicistat"),
    in_=INHIBITOR_WINDOW,
)
takes_nirmatrelvir = any_event(medicine, ingredient.is_("nirmatrelvir"), in_=INHIBITOR_WINDOW)
takes_clarithromycin = any_event(medicine, ingredient.is_("clarithromycin"), in_=INHIBITOR_WINDOW)
takes_erythromycin = any_event(medicine, ingredient.is_("erythromycin"), in_=INHIBITOR_WINDOW)
takes_azithromycin = any_event(medicine, ingredient.is_("azithromycin"), in_=INHIBITOR_WINDOW)
takes_glecaprevir = any_event(medicine, ingredient.is_("glecaprevir_pibrentasvir"), in_=INHIBITOR_WINDOW)
takes_ciclosporin = any_event(medicine, ingredient.is_("ciclosporin"), in_=INHIBITOR_WINDOW)
takes_tacrolimus = any_event(medicine, ingredient.is_("tacrolimus"), in_=INHIBITOR_WINDOW)
takes_dronedarone = any_event(medicine, ingredient.is_("dronedarone"), in_=INHIBITOR_WINDOW)
takes_amiodarone = any_event(medicine, ingredient.is_("amiodarone"), in_=AMIODARONE_WINDOW)
takes_verapamil = any_event(medicine, ingredient.is_("verapamil"), in_=INHIBITOR_WINDOW)
takes_diltiazem = any_event(medicine, ingredient.is_("diltiazem"), in_=INHIBITOR_WINDOW)
takes_quinidine = any_event(medicine, ingredient.is_("quinidine"), in_=INHIBITOR_WINDOW)
takes_inducer = any_event(
    medicine,
    ingredient.one_of("rifampicin", "phenytoin", "carbamazepine", "phenobarbital", "st_johns_wort"),
    in_=INDUCER_WINDOW,
)
takes_cancer_drug_or_antiepileptic = any_event(
    medicine,
    ingredient.one_of("cancer_drug", "dexamethasone", "other_antiepileptic"),
    in_=INDUCER_WINDOW,
)
takes_ticagrelor = any_event(medicine, ingredient.is_("ticagrelor"), in_=INHIBITOR_WINDOW)
takes_antiplatelet = any_event(
    medicine, ingredient.one_of("aspirin", "clopidogrel", "prasugrel"), in_=INHIBITOR_WINDOW
)
takes_nsaid = any_event(medicine, ingredient.is_("nsaid"), in_=INHIBITOR_WINDOW)
# Today or yesterday: what was stopped before that is no second anticoagulant.
takes_an_anticoagulant = any_event(
    medicine,
    ingredient.one_of(
        "apixaban",
        "rivaroxaban",
        "edoxaban",
        "dabigatran",
        "warfarin",
        "enoxaparin",
        "dalteparin",
        "tinzaparin",
        "nadroparin",
        "heparin",
        "fondaparinux",
        "argatroban",
    ),
    in_=within(days(1)),
)
takes_ssri_or_snri = any_event(medicine, ingredient.one_of("ssri", "snri"), in_=INHIBITOR_WINDOW)

other_anticoagulant_goes_on = yes_no(
    "other_anticoagulant_goes_on",
    "Another anticoagulant has to go on beside this one",
    ask="Does another anticoagulant have to go on beside the new one (not a switch, a lead-in or "
    "bridging, and not heparin that keeps a line open)?",
    source=_D,
)
second_anticoagulant = presume(
    other_anticoagulant_goes_on,
    NO,
    because="none is said to go on, and a change from one to another is a switch",
    source=PRODUCT.at("presumption on a second anticoagulant", LOCAL),
)
