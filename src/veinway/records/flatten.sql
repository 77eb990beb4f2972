-- Everything an input holds, as one row a coded event. flatten.py runs the parts that begin with "--:"
-- one after the other, and fills in what stands in {{braces}}.

--: macros
CREATE OR REPLACE TEMP MACRO bare(code) AS upper(replace(code, '.', ''));
CREATE OR REPLACE TEMP MACRO value_coding(concept) AS coalesce(
  list_filter(concept.coding, lambda one: one.system = {own_options})[1], concept.coding[1]);
CREATE OR REPLACE TEMP MACRO person_in(reference) AS CASE
  WHEN starts_with(reference, 'urn:uuid:') THEN reference[10:]
  WHEN starts_with(reference, 'urn:oid:') THEN reference[9:]
  WHEN starts_with(reference, 'Patient/') AND NOT contains(reference[9:], '/') THEN reference[9:]
  ELSE nullif(regexp_extract(reference, '/Patient/([^/?#]+)(?:/_history/.*)?$', 1), '') END;
CREATE OR REPLACE TEMP MACRO instant(written) AS CASE
  WHEN length(written) <= 10 THEN NULL
  WHEN ends_with(written, 'Z') OR written[-6] IN ('+', '-') THEN TRY_CAST(written AS TIMESTAMPTZ)
  ELSE TRY_CAST(written AS TIMESTAMP) AT TIME ZONE {zone} END;
CREATE OR REPLACE TEMP MACRO day_of(written, moment) AS CASE
  WHEN written IS NULL THEN NULL
  WHEN length(written) > 10 THEN CAST(moment AT TIME ZONE {zone} AS DATE)
  WHEN length(written) IN (4, 7, 10) THEN TRY_CAST(written || '-01-01'[length(written) - 3:] AS DATE) END;
CREATE OR REPLACE TEMP MACRO last_day_of(written, day) AS CASE length(written)
  WHEN 4 THEN CAST(day + INTERVAL 1 YEAR AS DATE) - 1
  WHEN 7 THEN last_day(day)
  ELSE day END;
CREATE OR REPLACE TEMP MACRO minute_of(moment) AS CAST(floor(epoch_ms(moment) / 60000.0) AS BIGINT);
CREATE OR REPLACE TEMP MACRO midnight(day) AS minute_of(CAST(day AS TIMESTAMP) AT TIME ZONE {zone});
CREATE OR REPLACE TEMP MACRO number_in(written) AS TRY_CAST(written AS DECIMAL(38, 10));
CREATE OR REPLACE TEMP MACRO says_left(words) AS regexp_matches(words, '\b(left|7771000|419161000)\b');
CREATE OR REPLACE TEMP MACRO says_right(words) AS regexp_matches(words, '\b(right|24028007|419465000)\b');
CREATE OR REPLACE TEMP MACRO says_both(words) AS regexp_matches(words, '\b(bilateral|both|51440002)\b');
CREATE OR REPLACE TEMP MACRO side_in(words) AS CASE
  WHEN says_both(words) OR (says_left(words) AND says_right(words)) THEN 'both'
  WHEN says_left(words) THEN 'left' WHEN says_right(words) THEN 'right' ELSE '' END;
CREATE OR REPLACE TEMP MACRO side_of_icd(system, code) AS CASE
  WHEN system IN {icd_10_cm} THEN CASE regexp_extract(bare(code), '^(?:I801|I802.|I82[45].)([123])$', 1)
    WHEN '1' THEN 'right' WHEN '2' THEN 'left' WHEN '3' THEN 'both' END END;

--: flat
-- One pass over the files; a line that carries no code of ours is dropped as soon as it is parsed.
CREATE OR REPLACE TEMP TABLE flat AS
WITH line AS (
  FROM read_json({files}, format = 'newline_delimited', ignore_errors = true, filename = true,
                 maximum_object_size = {largest_line}, columns = {columns})
), coded AS (
  SELECT *,
    regexp_extract(parse_filename(filename), '(?:^|[^A-Za-z])([A-Z][A-Za-z]+)', 1) AS named,
    unnest(coalesce(
      CASE WHEN component IS NOT NULL THEN list_distinct(list_concat(
        code.coding, flatten(list_transform(component, lambda one: one.code.coding)))) END,
      code.coding, medicationCodeableConcept.coding,
      CASE WHEN procedureCode IS NOT NULL
        THEN flatten(list_transform(procedureCode, lambda one: one.coding)) END,
      CASE WHEN resourceType = 'Encounter' THEN list_prepend(
        class, coalesce(flatten(list_transform("type", lambda one: one.coding)), [])) END,
      [NULL])) AS coding
  FROM line
), ours AS (
  SELECT *,
    CASE WHEN resourceType = named THEN false
      ELSE resourceType IS NULL OR NOT list_contains({known_types}, resourceType) END AS strange,
    CASE WHEN resourceType = named THEN false
      ELSE list_contains({known_types}, named) END AS elsewhere,
    coding.system IN {classifications} AS classified
  FROM coded
  WHERE coding.code IN (SELECT key FROM code_list)
     OR coding.system = {own_system}
     OR CASE WHEN classified THEN list_contains({prefixes}, bare(coding.code)[:2]) END
     OR resourceType = 'Patient' OR medicationReference.reference IS NOT NULL
     OR strange OR elsewhere
     OR CASE WHEN subject.reference IS NULL AND patient.reference IS NULL
       THEN list_contains({of_a_person}, resourceType) END
), item AS (
  SELECT *,
    unnest(CASE
      WHEN component IS NOT NULL AND (NOT list_contains(code.coding, coding) OR coalesce(
        valueQuantity.value, valueInteger, valueString, valueCodeableConcept.text,
        valueCodeableConcept.coding[1].code, valueBoolean::VARCHAR, valueRange::VARCHAR) IS NULL)
      THEN coalesce(nullif(list_filter(
        component, lambda one: list_contains(one.code.coding, coding)), []), [NULL])
      ELSE [NULL] END) AS part,
    unnest(CASE WHEN classified THEN [coding.code, bare(coding.code)[:2]] ELSE [coding.code] END) AS key
  FROM ours
), valued AS (
  SELECT * EXCLUDE (part),
    CASE WHEN part IS NULL THEN valueQuantity ELSE part.valueQuantity END AS quantity,
    CASE WHEN part IS NULL THEN valueRange ELSE part.valueRange END AS span,
    CASE WHEN part IS NOT NULL THEN part.valueCodeableConcept WHEN conclusionCode IS NULL
      THEN valueCodeableConcept ELSE conclusionCode[1] END AS answer,
    CASE WHEN part IS NULL THEN valueBoolean ELSE part.valueBoolean END AS truth,
    CASE WHEN part IS NULL THEN valueInteger ELSE part.valueInteger END AS whole,
    CASE WHEN part IS NULL THEN coalesce(valueString, conclusion) ELSE part.valueString END AS words,
    CASE WHEN part IS NULL THEN dataAbsentReason ELSE part.dataAbsentReason END.coding[1].code AS absent,
    CASE WHEN part IS NULL THEN referenceRange ELSE part.referenceRange END[1].high AS normal,
    coalesce(effectivePeriod.start, onsetPeriod.start, performedPeriod.start, period.start) AS began,
    coalesce(effectivePeriod.end, onsetPeriod.end, performedPeriod.end, period.end) AS ended,
    coalesce(issued, recordedDate, authoredOn, dateAsserted) AS known_text,
    coalesce(birthDate, effectiveDateTime, effectiveInstant, onsetDateTime, performedDateTime, started,
      whenHandedOver, began, CASE WHEN ended IS NULL THEN known_text END) AS from_text,
    coalesce(CASE WHEN resourceType IN ('Observation', 'DiagnosticReport', 'Condition') THEN ended END,
      from_text) AS until_text,
    coalesce(abatementDateTime, abatementPeriod.end,
      CASE WHEN resourceType NOT IN ('Observation', 'DiagnosticReport', 'Condition') THEN ended END,
      list_max(list_transform(dosageInstruction, lambda one: one.timing.repeat.boundsPeriod.end))
    ) AS end_text
  FROM item
), timed AS (
  SELECT *,
    value_coding(answer) AS answer_coding,
    instant(from_text) AS from_moment, day_of(from_text, from_moment) AS from_day,
    CASE WHEN until_text = from_text THEN from_moment ELSE instant(until_text) END AS until_moment,
    last_day_of(until_text, CASE WHEN until_text = from_text THEN from_day
      ELSE day_of(until_text, until_moment) END) AS until_day,
    instant(end_text) AS end_moment, day_of(end_text, end_moment) AS end_day,
    instant(known_text) AS known_moment,
    CASE WHEN known_moment IS NULL THEN day_of(known_text, NULL::TIMESTAMPTZ) END AS known_day
  FROM valued
), matched AS (
  SELECT timed.*, l.concept AS listed, l.system AS listed_system, l.display AS listed_display,
    l.means AS listed_means, l.family AS listed_family
, lower(concat_ws(' ', bodySite::VARCHAR, series::VARCHAR, timed.coding.display, timed.code.text, l.display)) AS place
  FROM timed LEFT JOIN code_list l ON l.system = timed.coding.system AND l.key = timed.key
    AND (NOT l.descendants OR starts_with(bare(timed.coding.code), bare(l.code)))
)
SELECT
  filename AS file, resourceType AS resource_type,
  resourceType || '/' || coalesce(id, '') AS resource, id,
  CASE WHEN resourceType = 'Patient' THEN id
    ELSE person_in(coalesce(subject.reference, patient.reference)) END AS person,
  CASE
    WHEN resourceType = 'Patient' THEN 'patient'
    WHEN resourceType = 'Condition' THEN 'condition'
    WHEN resourceType = 'Encounter' THEN 'encounter'
    WHEN resourceType = 'ServiceRequest' THEN 'request'
    WHEN starts_with(resourceType, 'Medication') THEN 'medication'
    WHEN resourceType = 'ImagingStudy' OR ends_with(listed, '-scan') OR ends_with(coding.code, '-scan') THEN 'scan'
    WHEN resourceType = 'Procedure' THEN 'procedure'
    ELSE 'observation' END AS kind,
  coalesce(listed_system, coding.system) AS system, coding.code AS code,
  CASE WHEN coding.system = {own_system} THEN replace(coding.code, '_', '-')
       || CASE WHEN resourceType = 'ServiceRequest' AND NOT ends_with(coding.code, '-request') THEN '-request' ELSE '' END
    WHEN (resourceType = 'ServiceRequest') = ends_with(listed, '-request') THEN listed END AS concept,
  nullif(listed_means, 'uncertain') AS means, listed_family AS family,
  CASE
    WHEN list_contains({not_done}, status) THEN status
    WHEN verificationStatus.coding[1].code = 'entered-in-error' THEN 'entered-in-error'
    WHEN doNotPerform THEN 'do-not-perform'
    WHEN intent IN ('proposal', 'plan', 'option') THEN intent END AS left_out,
  CASE
    WHEN verificationStatus.coding[1].code = 'refuted' OR status = 'not-taken' THEN 'refuted'
    WHEN verificationStatus.coding[1].code IN ('unconfirmed', 'provisional', 'differential')
      OR status = 'unknown' OR listed_means = 'uncertain' THEN 'uncertain'
    WHEN status IN ('preliminary', 'registered', 'partial') THEN 'preliminary'
    WHEN end_text IS NULL AND (status IN ('stopped', 'on-hold', 'revoked') OR abatementString IS NOT NULL
      OR clinicalStatus.coding[1].code IN ('inactive', 'remission', 'resolved')) THEN 'stopped'
    ELSE 'final' END AS status,
  from_day, until_day,
  coalesce(minute_of(from_moment), midnight(from_day)) AS from_minute,
  coalesce(minute_of(until_moment), midnight(until_day + 1) - 1) AS until_minute,
  end_day, last_day_of(end_text, end_day) AS end_until_day,
  coalesce(minute_of(known_moment), midnight(known_day)) AS known_minute,
  from_text, until_text, end_text, known_text,
  coalesce(quantity.value, whole, span.low.value, span.high.value) AS number_text,
  coalesce(quantity.comparator, CASE WHEN span.low.value IS NULL AND span.high.value IS NOT NULL THEN '<='
    WHEN span.high.value IS NULL AND span.low.value IS NOT NULL THEN '>=' END) AS comparator,
  coalesce(quantity.code, span.low.code, span.high.code) AS unit,
  coalesce(quantity.unit, span.low.unit, span.high.unit) AS unit_text,
  CASE WHEN span.low.value IS NOT NULL THEN span.high.value END AS high_text,
  normal.value AS normal_text,
  answer_coding.system AS value_system, answer_coding.code AS value_code, truth, absent,
  coalesce(words, answer.text, answer_coding.display, answer_coding.code, truth::VARCHAR,
    coding.display, code.text, coding.code) AS written,
  CASE
    WHEN kind IN ('patient', 'medication', 'encounter') THEN ''
    WHEN side_of_icd(coding.system, coding.code) IS NOT NULL THEN side_of_icd(coding.system, coding.code)
    WHEN contains(place, 'left') OR contains(place, 'right') OR contains(place, 'bilateral')
      OR contains(place, 'both') OR bodySite IS NOT NULL THEN side_in(place)
    ELSE '' END AS side,
  gender, list_filter(extension, lambda one: ends_with(one.url, '/us-core-birthsex'))[1].valueCode AS birth_sex,
  medicationReference.reference AS medicine,
  list_filter(contained, lambda one: '#' || one.id = medicationReference.reference)[1].code.coding AS contained_codings,
  strange, elsewhere
FROM matched
WHERE concept IS NOT NULL OR resourceType = 'Patient' OR medicine IS NOT NULL
   OR person IS NULL OR strange OR elsewhere;
