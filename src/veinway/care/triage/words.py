"""What is said to the public, in plain words; {emergency} and its like are filled in by `countries`."""

from veinway.care.triage.outcomes import (
    CHILD,
    EMERGENCY_NOW,
    HOSPITAL_TODAY,
    OTHER_EMERGENCY,
    ROUTINE,
    SELF_CARE,
    URGENT_SAME_DAY,
)

TODAY_BY_DOCTOR = "Ask for an urgent appointment with {doctor} today."
ELSE_ADVICE_LINE = "If you cannot get one, contact {advice_line}."

WHAT_TO_DO = {
    EMERGENCY_NOW.key: (
        "Call {emergency}, or go to {department}, now.",
        "Do not drive yourself: ask someone to drive you, or call {emergency}.",
    ),
    OTHER_EMERGENCY.key: (
        "Call {emergency}, or go to {department}, now.",
        "Do not drive yourself. What you describe may have another cause than a blood clot, and it is "
        "an emergency all the same.",
    ),
    CHILD.key: (
        "Someone under 18 needs to be seen by a doctor today.",
        "These questions are made for adults. " + TODAY_BY_DOCTOR + " " + ELSE_ADVICE_LINE,
    ),
    HOSPITAL_TODAY.key: (
        "You need to be seen in a hospital today.",
        "If you are pregnant or had a baby in the last 6 weeks, call your maternity unit now. Otherwise "
        "go to {department}. Do not wait for an appointment with {doctor}.",
    ),
    URGENT_SAME_DAY.key: (TODAY_BY_DOCTOR, ELSE_ADVICE_LINE),
    ROUTINE.key: (
        "Book an ordinary appointment with {doctor}.",
        "Nothing that you answered needs to be seen today.",
    ),
    SELF_CARE.key: (
        "Nothing that you answered needs a doctor now.",
        "Know the warning signs below. To lower your risk: keep moving, drink enough water, do not "
        "smoke; on a long journey walk about and bend your feet up and down every hour, and leave "
        "alcohol and sleeping pills alone. Long-lasting worries are always a reason to ask {doctor}.",
    ),
}
"""What to do, and what goes with it, for each outcome."""

WHY = {
    "TR-E1": "fainting or collapse",
    "TR-E2": "severe difficulty breathing",
    "TR-E3": "a heart that beats very fast",
    "TR-E4": "new pain in the chest or upper back",
    "TR-E5": "a change in an arm or leg together with a sign from the chest",
    "TR-E6": "coughing up more than streaks of blood",
    "TR-E7": "sudden breathlessness in someone at higher risk of a clot",
    "TR-E8a": "a wholly swollen arm or leg that is blue, very pale, mottled or black",
    "TR-E8b": "severe, worsening pain in a wholly swollen, very tight arm or leg",
    "TR-E8c": "a swollen arm or leg that is cold, numb or weak",
    "TR-E8d": "severe, worsening pain in an arm or leg that is blue, very pale, mottled or black",
    "TR-E8e": "a cold, numb or weak arm or leg with severe pain or a changed colour",
    "TR-E8f": "an arm or leg that became cold, numb or weak within the last 2 weeks",
    "TR-E9": "drowsiness or confusion, or a measurement far from normal",
    "TR-E10": "fever and feeling very unwell",
    "TR-E11": "signs of a stroke, a sudden very bad headache, heavy bleeding, or a head injury",
    "TR-child": "an age under 18",
    "TR-U1": "new pain or swelling in one leg",
    "TR-U2": "new swelling, pain or colour change in an arm",
    "TR-U3": "new breathlessness, or streaks of blood when coughing",
    "TR-U4": "symptoms while pregnant, or within 6 weeks of a birth",
    "TR-U5": "symptoms in a leg or groin of someone who injects drugs",
    "TR-U6": "a new change in an arm or leg although a blood thinner is taken",
    "TR-U7": "new swollen veins that are hard or sore",
    "TR-U8": "new swelling of both legs",
    "TR-U9": "fever with a warm, red or darker arm or leg",
    "TR-U10": "an unanswered emergency question, with something wrong in an arm or leg",
    "TR-U11": "a change in an arm or leg that is new, or that should not wait",
    "TR-U12": "fever with cancer, or after treatment for it",
    "TR-U13": "fever after an operation, an injury or a stay in hospital or bed",
    "TR-U14": "fever while pregnant, or within 6 weeks of a birth",
    "TR-R1": "a long-standing change in an arm or leg",
    "TR-R2": "a question about the pill, HRT or clots in the family",
    "TR-R3": "a long journey, with a higher risk of a clot",
    "TR-R4": "a fever with no other sign",
    "TR-S": "no sign and no question that needs a doctor",
    "cold_limb": "a cold, numb or weak arm or leg, while not everything is known",
    "unknown_red_flag": "an emergency question that is not answered",
}
"""Why, for each rule that holds."""

AND_ALSO = {
    "bleeding": "Because you take a blood thinner: call {emergency} for bleeding that does not stop, "
    "black or bloody stools, vomiting blood, coughing up more blood, a sudden very bad headache, or a "
    "knock to the head.",
    "fever_and_cancer": "If you have chemotherapy or a treatment that weakens the body's defences, "
    "or had it in the last 6 weeks, a fever may be sepsis: do not wait for an appointment. Call the "
    "emergency line of your cancer team now, day or night; if you do not reach it at once, call "
    "{emergency}.",
    "fever_after_operation": "If you had an operation: call your ward or surgical team today too, and "
    "call {emergency} if the wound opens, smells or turns dark, or if redness spreads fast.",
    "fever_and_pregnancy": "If you are pregnant or had a baby in the last 6 weeks: call your maternity "
    "unit now and tell them about the fever.",
    "sepsis": "A fever can be the beginning of sepsis. Call {emergency} at once if you begin to feel "
    "very unwell, are confused or hard to wake, shake uncontrollably, breathe fast or with effort, pass "
    "hardly any urine, have blue, very pale or blotchy skin, or a rash that does not fade when pressed.",
}
"""What is said beside the instruction, where `watch` says that it is."""

NOT_KNOWN = (
    "You could not answer everything, so an emergency cannot be excluded. If you can find out any of "
    "this, do it now, and call {emergency} if it is so:"
)
NOT_ENOUGH_KNOWN = "Not everything that matters is known, so this is on the safe side."

CALL_AT_ONCE = "Call {emergency} at once if any of this starts:"
CALL_AGAIN = (
    "While you wait for help or are on your way: call {emergency} (again) if any of this starts:"
)
WARNING_SIGNS = {
    "collapse": "fainting or collapse",
    "drowsy": "confusion or drowsiness",
    "breathing": "breathing that is suddenly much harder, or severely hard: short of breath at rest, or "
    "unable to finish a sentence",
    "chest": "pain in the chest or upper back",
    "heart": "a very fast heartbeat",
    "blood": "coughing up more than streaks of blood",
    "limb_and_chest": "any harder breathing, or any blood when coughing, together with something wrong "
    "in an arm or leg",
    "colour": "an arm or leg that turns blue, very pale, mottled or black",
    "cold": "an arm or leg that becomes cold, numb or weak",
    "tight": "swelling of a whole arm or leg that is very tight",
    "pain": "pain in an arm or leg that is severe and gets worse",
    "stroke": "a drooping face or arm, or muddled speech",
    "headache": "a sudden very bad headache",
}
"""What is an emergency when it starts."""
WORSE_SIGNS = {
    "collapse": "fainting or collapse once more",
    "drowsy": "more confusion or drowsiness than now",
    "breathing": "breathing that becomes harder than it is now",
    "chest": "more pain in the chest or upper back than now",
    "heart": "a heart that beats faster than now",
    "blood": "coughing up more blood than now",
    "limb_and_chest": "harder breathing, or more blood when coughing, than now",
    "colour": "a colour of the arm or leg that spreads, deepens or gets paler",
    "cold": "an arm or leg that gets colder, weaker or more numb than now",
    "tight": "an arm or leg that swells more than now",
    "pain": "pain in an arm or leg that becomes more than you can bear",
    "stroke": "a face, arm or speech that gets worse than now",
    "headache": "a headache that gets worse than now",
}
"""What is said of a sign that is there already: only what is worse."""
CALL_BACK = (
    "Call back if it gets worse, if anything new starts, or if you are still worried: you do not need "
    "to have every sign."
)
NO_VERDICT = (
    "This does not tell whether there is a blood clot: only an examination and tests can. A clot can be "
    "there with few signs or with none."
)
FOR_WHOM = (
    "For adults with signs of a clot in an arm, a leg or the lungs, or questions about one. It does not "
    "replace a doctor or nurse. No clinician has signed these rules and words yet."
)
