"""What quality standards ask beside the pathway: what was expected, and what was agreed."""

from veinway.care.sources import QS29, QS201
from veinway.language import *

dvt_investigations_over_4_hours = yes_no(
    "dvt_investigations_over_4_hours",
    "Investigations for DVT were expected to take more than 4 hours from the first suspicion",
    ask="Were investigations for DVT expected to take more than 4 hours from the first suspicion?",
    source=QS29.at("statement 1"),
)
pe_investigations_over_1_hour = yes_no(
    "pe_investigations_over_1_hour",
    "Investigations for embolism were expected to take more than 1 hour from the first suspicion",
    ask="Were investigations for embolism expected to take more than 1 hour from the first suspicion?",
    source=QS29.at("statement 3"),
)
outpatient_pe_treatment = yes_no(
    "outpatient_pe_treatment",
    "Treated as an outpatient for suspected or confirmed low-risk embolism",
    ask="Is the patient treated as an outpatient for suspected or confirmed low-risk embolism?",
    find=(Find("observation", "outpatient-pe-treatment", within=days(1), after=days(14)),),
    source=QS201.at("statement 5"),
)
follow_up_plan_agreed = yes_no(
    "follow_up_plan_agreed",
    "A plan for monitoring and follow-up was agreed",
    ask="Was a plan for monitoring and follow-up agreed with the patient?",
    find=(Find("observation", "follow-up-plan-agreed", within=days(1), after=days(14)),),
    source=QS201.at("statement 5"),
)
