"""What is read of a FHIR R4 resource: the columns that DuckDB parses, and the names of resource types.

One set of columns serves every type: a column that a line does not have costs nothing, and a value of
another shape reads as missing. Numbers are read as text, so that 0.1 stays 0.1.
"""

from __future__ import annotations

_CODING = "STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)"
_CONCEPT = f"STRUCT(coding {_CODING}[], text VARCHAR)"
_QUANTITY = "STRUCT(value VARCHAR, comparator VARCHAR, unit VARCHAR, code VARCHAR)"
_RANGE = f"STRUCT(low {_QUANTITY}, high {_QUANTITY})"
_PERIOD = 'STRUCT("start" VARCHAR, "end" VARCHAR)'
_REFERENCE = "STRUCT(reference VARCHAR)"

_VALUES = {
    "valueQuantity": _QUANTITY,
    "valueCodeableConcept": _CONCEPT,
    "valueBoolean": "BOOLEAN",
    "valueInteger": "VARCHAR",
    "valueString": "VARCHAR",
    "valueRange": _RANGE,
    "dataAbsentReason": _CONCEPT,
    "referenceRange": f"STRUCT(high {_QUANTITY})[]",
}
_COMPONENT = f"STRUCT(code {_CONCEPT}, {', '.join(f'{name} {kind}' for name, kind in _VALUES.items())})"

COLUMNS = {
    "resourceType": "VARCHAR",
    "id": "VARCHAR",
    "status": "VARCHAR",
    "intent": "VARCHAR",
    "doNotPerform": "BOOLEAN",
    "subject": _REFERENCE,
    "patient": _REFERENCE,
    "code": _CONCEPT,
    "bodySite": "JSON",
    "issued": "VARCHAR",
    "authoredOn": "VARCHAR",
    "recordedDate": "VARCHAR",
    "dateAsserted": "VARCHAR",
    # Observation and DiagnosticReport
    "effectiveDateTime": "VARCHAR",
    "effectiveInstant": "VARCHAR",
    "effectivePeriod": _PERIOD,
    **_VALUES,
    "component": f"{_COMPONENT}[]",
    "conclusion": "VARCHAR",
    "conclusionCode": f"{_CONCEPT}[]",
    # Condition
    "clinicalStatus": _CONCEPT,
    "verificationStatus": _CONCEPT,
    "onsetDateTime": "VARCHAR",
    "onsetPeriod": _PERIOD,
    "abatementDateTime": "VARCHAR",
    "abatementPeriod": _PERIOD,
    "abatementString": "VARCHAR",
    # Procedure and ImagingStudy
    "performedDateTime": "VARCHAR",
    "performedPeriod": _PERIOD,
    "started": "VARCHAR",
    "procedureCode": f"{_CONCEPT}[]",
    "series": "JSON",
    # medicines
    "medicationCodeableConcept": _CONCEPT,
    "medicationReference": _REFERENCE,
    "contained": f"STRUCT(resourceType VARCHAR, id VARCHAR, code {_CONCEPT})[]",
    "dosageInstruction": f'STRUCT(timing STRUCT("repeat" STRUCT(boundsPeriod {_PERIOD})))[]',
    "whenHandedOver": "VARCHAR",
    # Encounter
    "period": _PERIOD,
    "class": _CODING,
    "type": f"{_CONCEPT}[]",
    # Patient
    "birthDate": "VARCHAR",
    "gender": "VARCHAR",
    "extension": "STRUCT(url VARCHAR, valueCode VARCHAR)[]",
}

PERSON_TYPES = (
    "Condition", "DiagnosticReport", "Encounter", "ImagingStudy", "MedicationAdministration",
    "MedicationDispense", "MedicationRequest", "MedicationStatement", "Observation", "Procedure",
    "ServiceRequest",
)  # fmt: skip
"""The types that tell something of a person, and are read."""
READ_TYPES = ("Patient", "Medication", *PERSON_TYPES)
"""All types that are read."""
_NAMES = """
Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent
Basic Binary BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement CarePlan CareTeam
CatalogEntry ChargeItem ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem
Communication CommunicationRequest CompartmentDefinition Composition ConceptMap Condition Consent
Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue Device
DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest
DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest EnrollmentResponse
EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit
FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy
Immunization ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan
Invoice Library Linkage List Location Measure MeasureReport Media Medication
MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest
MedicationStatement MedicinalProduct MedicinalProductAuthorization
MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient
MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged
MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition MessageHeader
MolecularSequence NamingSystem NutritionOrder Observation ObservationDefinition OperationDefinition
OperationOutcome Organization OrganizationAffiliation Parameters Patient PaymentNotice
PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole Procedure Provenance
Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition
ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis
Schedule SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition
StructureMap Subscription Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein
SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification SupplyDelivery
SupplyRequest Task TerminologyCapabilities TestReport TestScript ValueSet VerificationResult
VisionPrescription
"""
RESOURCE_TYPES = frozenset(_NAMES.split())
"""All resource types of FHIR R4."""
