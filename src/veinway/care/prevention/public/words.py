"""What the public is told before a journey and about hormones; {doctor} is filled in by country."""

from veinway.care.prevention.public import outcomes as said

WHAT_TO_DO = {
    said.DELAY.key: (
        "Do not set out yet. Ask your clinic and your airline first.",
        "They decide with you when it is safe to travel. Take what you have told us with you. The way "
        "to your clinic or hospital is not meant: go there as planned.",
    ),
    said.TALK.key: (
        "Talk to {doctor}, your clinic or your midwife before this journey.",
        "Your risk of a clot on a long journey is higher than usual. Well-fitted stockings up to the "
        "knee are often advised, and sometimes a medicine. They decide that with you. Wear no tight "
        "stockings before somebody has looked at your legs.",
    ),
    said.ASK_FIRST.key: (
        "Ask a pharmacist or {doctor} before this journey.",
        "Not everything that matters is known, so this is on the safe side.",
    ),
    said.NO_STOCKINGS.key: (
        "Your risk is a little higher. Do not wear tight stockings before somebody has looked at your "
        "legs.",
        "Ask a pharmacist, a nurse or {doctor}. Stockings can harm legs like those that you describe.",
    ),
    said.STOCKINGS.key: (
        "Your risk is a little higher: consider stockings up to the knee.",
        "Let a pharmacist measure your legs, so that the stockings fit. Put them on before you set out, "
        "and take them off if they hurt. If you are pregnant, tell your midwife of the journey.",
    ),
    said.MOVING.key: (
        "Keep moving on the way. Nothing that you told us calls for more against clots.",
        "Did you have a baby in the last 6 weeks? Do you take the pill or other hormones? Do you have "
        "varicose veins? Then ask a pharmacist, too, if stockings are right for you. If you take a "
        "blood thinner, take every dose on time, also on the day of the journey.",
    ),
    said.NOT_COMBINED.key: (
        "Talk to a doctor or a nurse before you use the combined pill, the patch or the ring.",
        "With what you told us, its risk of a clot is usually higher than its benefit. There are other "
        "methods, without oestrogen. If you use it now, do not wait for your next check: ask {doctor} "
        "this week. Do not just stop it: ask first.",
    ),
    said.HORMONES_ASK.key: (
        "Ask a doctor, a nurse or a pharmacist who knows your history.",
        "Not everything that matters is known, so this is on the safe side.",
    ),
    said.DISCUSS.key: (
        "Tell the doctor or the nurse what you told us here. The combined pill, patch or ring is "
        "usually still possible.",
        "They weigh it with you, and they look at other things that matter, such as your blood pressure "
        "and migraine.",
    ),
    said.NOTHING_AGAINST.key: (
        "As far as blood clots go, nothing that you told us speaks against it.",
        "A doctor or a nurse still looks at other things that matter, such as your blood pressure and "
        "migraine, before you start.",
    ),
    said.THROUGH_THE_SKIN.key: (
        "If you want hormones in the menopause, ask about a patch, gel or spray rather than tablets.",
        "Tablets raise the risk of a clot. Through the skin no higher risk was found. {doctor} decides "
        "it with you.",
    ),
    said.EITHER_WAY.key: (
        "Talk with {doctor} about tablets, or a patch, gel or spray.",
        "Tablets raise the risk of a clot a little. Through the skin no higher risk was found.",
    ),
    said.WITHOUT_OESTROGEN.key: (
        "Ask a doctor or a nurse. Methods without oestrogen are usually possible.",
        "Tell them if you ever had a blood clot, or take a blood thinner: for some methods it matters.",
    ),
}
"""What to do, and what goes with it, for each outcome."""

ALWAYS = {
    "travel": (
        "Walk about, or bend your feet up and down and tense your calves, every hour or two.",
        "Drink enough, and no alcohol.",
        "Take no sleeping pill or sedative: you would sit still for hours.",
        "Do not smoke, and do not sit with your legs crossed.",
        "Aspirin does not prevent a clot on a journey. Do not take it for that.",
        "The risk stays a little higher for up to 8 weeks after a long journey.",
    ),
    "hormones": (
        "In a year, about 2 of 10,000 women who use no hormones and are not pregnant get a blood clot.",
        "With the combined pill, patch or ring it is 5 to 12 of 10,000: it depends on the hormone.",
        "In pregnancy and the weeks after it is about 20 of 10,000.",
    ),
}
"""What is good to know whatever the result."""

WHY = {
    "PT-new": "a clot in the last 28 days",
    "PT-untreated": "a clot in the last 90 days, and no blood thinner at full dose, every dose",
    "PT-symptoms": "a clot in the last 90 days whose symptoms are not gone",
    "PT-operation": "an operation or a plaster cast just before the journey",
    "PT-surgery": "a long operation in the last 28 days",
    "PT-clot-and": "an earlier clot together with another risk",
    "PT-clot-6-hours": "an earlier clot, and a journey of more than 6 hours",
    "PT-cancer": "cancer now or in the last 6 months",
    "PT-missed": "doses of a blood thinner that were missed",
    "PT-child": "an age under 18",
    "PT-legs": "legs that stockings could harm",
    "PT-moderate": "an earlier clot, a long operation in the last 56 days, blood that clots too "
    "easily, pregnancy, or a body mass index over 30",
    "PT-low": "a short journey, a blood thinner at full dose, every dose, or none of the risks that "
    "were asked",
    "PT-unknown": "an answer that is missing",
    "PH-clot": "a blood clot before",
    "PH-major_immobile": "a big operation after which you can hardly move",
    "PH-thrombophilia": "blood that clots too easily",
    "PH-antiphospholipid": "sticky blood (antiphospholipid syndrome)",
    "PH-15_cigarettes_at_35": "15 cigarettes a day or more at 35 or over",
    "PH-breastfeeding_6_weeks": "breastfeeding in the first 6 weeks after a birth",
    "PH-3_weeks_other_risk": "the first 3 weeks after a birth, with another risk",
    "PH-relative_below_45": "a parent, brother, sister or child who had a clot before 45",
    "PH-immobile": "a wheelchair, or an illness in bed",
    "PH-bmi_35": "a body mass index of 35 or more",
    "PH-smokes_at_35": "smoking at 35 or over",
    "PH-stopped_under_a_year": "35 or over, and smoking stopped less than a year ago",
    "PH-3_weeks": "the first 3 weeks after a birth",
    "PH-3_to_6_weeks_other_risk": "3 to 6 weeks after a birth, with another risk",
    "PH-relative": "a parent, brother, sister or child who had a clot",
    "PH-major_surgery": "a big operation",
    "PH-superficial": "a clot in a vein just under the skin",
    "PH-bmi_30": "a body mass index of 30 or more",
    "PH-smokes_below_35": "smoking",
    "PH-stopped": "35 or over, and smoking in the past",
    "PH-breastfeeding_6_months": "breastfeeding in the first 6 months after a birth",
    "PH-3_to_6_weeks": "3 to 6 weeks after a birth",
    "PH-child": "an age under 18",
    "PH-skin": "an earlier clot, blood that clots too easily, or sticky blood",
    "PH-route": "hormones in the menopause",
    "PH-without-oestrogen": "a method without oestrogen",
    "PH-1": "none of the risks that were asked",
    "PH-unknown": "an answer that is missing",
}
"""Why, for each rule that holds."""

NOT_ENOUGH_KNOWN = "Not everything that matters is known. It would help to find out:"
NO_VERDICT = "This is general advice. It does not examine you, and it decides nothing about a medicine."
SYMPTOMS_FIRST = (
    "Do you have symptoms now? A swollen or painful arm or leg, trouble breathing, pain in the chest, "
    "or coughing up blood: do not go on here. Check your symptoms, or call {emergency} if you feel very "
    "unwell."
)
FOR_WHOM = (
    "For adults who want to know before they ask somebody. It does not replace a doctor, a nurse or a "
    "pharmacist. No clinician has signed off these rules and words yet."
)
