"""What stands around the passages of a leaflet: its title, for whom it is, and where it comes from."""

FRAME = {
    "title": "Blood clots in a vein",
    "title_personal": "Blood clots in a vein: your leaflet",
    "for_whom": "For people who have, had or may have a blood clot in a vein, and for their families.",
    "for_one": "For one patient. It says what is noted or decided by {day}. It may not be complete.",
    "not_a_doctor": "It does not replace your doctor or nurse. Ask them what you do not understand.",
    "not_signed": "No clinician has signed this leaflet yet.",
    "numbers": "The numbers to call are those for this country: {country}.",
    "numbers_unknown": "We do not know your country. Numbers to call differ from country to country.",
    "numbers_not_confirmed": "Nobody has checked these numbers yet.",
    "terms": "What these words mean",
    "professional": "For your doctor or nurse",
    "edition": "Veinway, knowledge edition {edition}.",
    "presumed": "The dose, and what is said of tests, rest on this, because nothing else is noted:",
    "sources": "Where this comes from:",
    "not_confirmed": "not confirmed",
    "local": "our own choice, not signed",
    "secondary": "read in another source",
    "print": "Print this page",
}
"""By name. {day}, {country} and {edition} are filled in."""
