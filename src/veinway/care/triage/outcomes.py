"""What triage may say to a member of the public (reference 1, section 1.2), highest rank most urgent.

The sentences name no number and no service: `words` says them again in the words of a country.
None of them says that there is or is not a clot.
"""

from veinway.language import *

EMERGENCY_NOW = escalates(
    "emergency_now",
    "Call the emergency number or go to a hospital emergency department now, and do not drive yourself.",
    action="call_emergency",
    timing="now",
    rank=70,
    short="emergency, now",
)
OTHER_EMERGENCY = escalates(
    "other_emergency",
    "Call the emergency number now: this is an emergency, even if a blood clot is not the cause.",
    action="call_emergency",
    timing="now",
    rank=60,
    short="another emergency, now",
)
CHILD = neutral(
    "out_of_scope_child",
    "These questions are made for adults; someone under 18 should be seen by a doctor today.",
    action="child_seen_today",
    timing="today",
    rank=50,
    short="under 18: a doctor, today",
)
HOSPITAL_TODAY = neutral(
    "urgent_same_day_hospital",
    "Be assessed in a hospital today: the maternity unit if pregnant or within 6 weeks of a birth.",
    action="same_day_hospital",
    timing="today",
    rank=40,
    short="hospital, today",
)
URGENT_SAME_DAY = neutral(
    "urgent_same_day",
    "See a doctor or nurse today.",
    action="see_doctor_today",
    timing="today",
    rank=30,
    short="a doctor, today",
)
ROUTINE = commits(
    "routine",
    "Book an ordinary appointment with a doctor.",
    action="book_appointment",
    timing="within days",
    rank=20,
    short="an ordinary appointment",
)
SELF_CARE = commits(
    "self_care",
    "Nothing that was answered needs a doctor now; know the warning signs, and how to lower the risk.",
    action="self_care",
    rank=10,
    short="looking after yourself",
)
