"""What is read of a FHIR R4 resource: the columns that DuckDB parses, and the names of resource types.

A value of another shape reads as missing. Numbers are read as text, so that 0.1 stays 0.1. Every column
costs time, whether a line has it or not, and a nested one most: a file of one type is read with the
columns of that type, and what few lines have is kept as JSON until it is known to be needed.
"""

from __future__ import annotations

_CODING = "STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)"
_CONCEPT = f"STRUCT(coding {_CODING}[], text VARCHAR)"
_QUANTITY = "STRUCT(value VARCHAR, comparator VARCHAR, unit VARCHAR, code VARCHAR)"
_PERIOD = 'STRUCT("start" VARCHAR, "end" VARCHAR)'
_REFERENCE = "STRUCT(reference VARCHAR)"

_VALUES = {
    "valueQuantity": _QUANTITY,
    "valueCodeableConcept": _CONCEPT,
    "valueBoolean": "BOOLEAN",
    "valueInteger": "VARCHAR",
    "valueString": "VARCHAR",
    "valueRange": "JSON",
    "dataAbsentReason": "JSON",
    "referenceRange": "JSON",
}

_OF_ALL = {
    "resourceType": "VARCHAR",
    "id": "VARCHAR",
    "status": "VARCHAR",
    "subject": _REFERENCE,
    "patient": _REFERENCE,
}
_CODE = {"code": _CONCEPT}
_PLACE = {"bodySite": "JSON"}
_EFFECTIVE = {"effectiveDateTime": "VARCHAR", "effectivePeriod": "JSON"}
_ORDER = {"intent": "VARCHAR", "doNotPerform": "BOOLEAN", "authoredOn": "VARCHAR"}
_MEDICINE = {
    "medicationCodeableConcept": _CONCEPT,
    "medicationReference": _REFERENCE,
    "contained": f"STRUCT(resourceType VARCHAR, id VARCHAR, code {_CONCEPT})[]",
}
_DOSAGE = {
    "dosageInstruction": f'STRUCT(timing STRUCT("repeat" STRUCT(boundsPeriod {_PERIOD})))[]',
}

_OWN: dict[str, dict[str, str]] = {
    "Observation": {
        **_CODE,
        **_PLACE,
        **_EFFECTIVE,
        "effectiveInstant": "VARCHAR",
        "issued": "VARCHAR",
        **_VALUES,
        "component": "JSON",
    },
    "DiagnosticReport": {
        **_CODE,
        **_EFFECTIVE,
        "issued": "VARCHAR",
        "conclusion": "VARCHAR",
        "conclusionCode": f"{_CONCEPT}[]",
    },
    "Condition": {
        **_CODE,
        **_PLACE,
        "clinicalStatus": _CONCEPT,
        "verificationStatus": _CONCEPT,
        "onsetDateTime": "VARCHAR",
        "onsetPeriod": _PERIOD,
        "abatementDateTime": "VARCHAR",
        "abatementPeriod": _PERIOD,
        "abatementString": "VARCHAR",
        "recordedDate": "VARCHAR",
    },
    "Procedure": {**_CODE, **_PLACE, "performedDateTime": "VARCHAR", "performedPeriod": _PERIOD},
    "ImagingStudy": {"started": "VARCHAR", "procedureCode": f"{_CONCEPT}[]", "series": "JSON"},
    "ServiceRequest": {**_CODE, **_PLACE, **_ORDER},
    "MedicationRequest": {**_MEDICINE, **_ORDER, **_DOSAGE},
    "MedicationDispense": {**_MEDICINE, **_DOSAGE, "whenHandedOver": "VARCHAR"},
    "MedicationStatement": {**_MEDICINE, **_EFFECTIVE, "dateAsserted": "VARCHAR"},
    "MedicationAdministration": {**_MEDICINE, **_EFFECTIVE},
    "Medication": _CODE,
    "Encounter": {"period": _PERIOD, "class": _CODING, "type": f"{_CONCEPT}[]"},
    "Patient": {
        "birthDate": "VARCHAR",
        "gender": "VARCHAR",
        "extension": "STRUCT(url VARCHAR, valueCode VARCHAR)[]",
    },
}
COLUMNS_OF = {name: {**_OF_ALL, **own} for name, own in _OWN.items()}
"""What is read of each type."""
COLUMNS = {name: kind for columns in COLUMNS_OF.values() for name, kind in columns.items()}
"""What is read of any type."""

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
