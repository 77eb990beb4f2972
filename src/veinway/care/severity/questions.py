"""The questions on the severity of an embolism, in the order in which they arise."""

from veinway.language import *

PE_SEVERITY = question("pe_severity", "How severe is the embolism?")
PE_HOME = question("pe_home", "Can the embolism be treated at home?")
PE_REPERFUSION = question("pe_reperfusion", "Is the clot in the lung dissolved or removed?")
PE_LYSIS_BARS = question("pe_lysis_bars", "What speaks against systemic thrombolysis?")
PE_TEAM = question("pe_team", "Is the embolism response team called?")
HIGH_RISK_ANTICOAGULANT = question(
    "high_risk_anticoagulant", "Which anticoagulant comes first in high-risk embolism?"
)
HEPARIN_DURING_LYSIS = question(
    "heparin_during_lysis", "Does heparin run on during thrombolysis of embolism?"
)
