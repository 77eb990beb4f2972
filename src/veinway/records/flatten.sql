-- Everything an input holds, as one row a coded event. flatten.py runs the parts that begin with "--:"
-- one after the other, and fills in what stands in braces.

--: words
CREATE OR REPLACE TEMP MACRO bare(code) AS upper(replace(code, '.', ''));
CREATE OR REPLACE TEMP MACRO id_in(reference) AS regexp_extract(reference, '([^/:?#]+)(?:/_history/.*)?$', 1);
CREATE OR REPLACE TEMP MACRO person_in(reference) AS CASE
  WHEN starts_with(reference, 'urn:uuid:') THEN reference[10:]
  WHEN starts_with(reference, 'urn:oid:') THEN reference[9:]
  WHEN starts_with(reference, 'Patient/') AND NOT contains(reference[9:], '/') THEN reference[9:]
  ELSE nullif(regexp_extract(reference, '(?:^|/)Patient/([^/?#]+)(?:/_history/.*)?$', 1), '') END;
CREATE OR REPLACE TEMP MACRO value_coding(concept) AS coalesce(
  list_filter(concept.coding, lambda one: one.system = {own_options})[1], concept.coding[1]);
CREATE OR REPLACE TEMP MACRO instant(written) AS CASE
  WHEN length(written) <= 10 THEN NULL
  WHEN ends_with(written, 'Z') OR written[-6] IN ('+', '-') THEN TRY_CAST(written AS TIMESTAMPTZ)
  ELSE TRY_CAST(written AS TIMESTAMP) AT TIME ZONE {zone} END;
CREATE OR REPLACE TEMP MACRO day_of(written, moment) AS CASE length(written)
  WHEN 4 THEN TRY_CAST(written || '-01-01' AS DATE)
  WHEN 7 THEN TRY_CAST(written || '-01' AS DATE)
  WHEN 10 THEN TRY_CAST(written AS DATE)
  ELSE CAST(moment AT TIME ZONE {zone} AS DATE) END;
CREATE OR REPLACE TEMP MACRO last_day_of(written, day) AS CASE length(written)
  WHEN 4 THEN CAST(day + INTERVAL 1 YEAR AS DATE) - 1
  WHEN 7 THEN last_day(day)
  ELSE day END;
CREATE OR REPLACE TEMP MACRO minute_of(moment) AS CAST(floor(epoch_ms(moment) / 60000.0) AS BIGINT);
CREATE OR REPLACE TEMP MACRO midnight(day) AS minute_of(CAST(day AS TIMESTAMP) AT TIME ZONE {zone});
CREATE OR REPLACE TEMP MACRO day_number(day) AS CAST(day - DATE '1970-01-01' AS INTEGER);
CREATE OR REPLACE TEMP MACRO number_in(written) AS CASE
  WHEN abs(TRY_CAST(written AS DECIMAL(38, 10))::DOUBLE - TRY_CAST(written AS DOUBLE))
    <= 1e-9 * abs(TRY_CAST(written AS DOUBLE)) THEN TRY_CAST(written AS DECIMAL(38, 10)) END;
CREATE OR REPLACE TEMP MACRO says_left(words) AS regexp_matches(words, '\b(left|7771000|419161000)\b');
CREATE OR REPLACE TEMP MACRO says_right(words) AS regexp_matches(words, '\b(right|24028007|419465000)\b');
CREATE OR REPLACE TEMP MACRO says_both(words) AS regexp_matches(words, '\b(bilateral|both|51440002)\b');
CREATE OR REPLACE TEMP MACRO side_in(words) AS CASE
  WHEN says_both(words) OR (says_left(words) AND says_right(words)) THEN 'both'
  WHEN says_left(words) THEN 'left' WHEN says_right(words) THEN 'right' ELSE '' END;
CREATE OR REPLACE TEMP MACRO side_of_icd(system, code) AS CASE WHEN system IN {icd_10_cm} THEN
  CASE regexp_extract(bare(code), '^(?:I801|I802.|I82[45].)([123])$', 1)
    WHEN '1' THEN 'right' WHEN '2' THEN 'left' WHEN '3' THEN 'both' END END;

--: event
-- One pass over the files; a line that carries no code of ours is dropped as soon as it is parsed.
CREATE OR REPLACE TEMP TABLE event AS
WITH line AS (
  FROM read_json({files}, format = 'newline_delimited', ignore_errors = true, filename = true,
                 maximum_object_size = {longest_line}, columns = {columns})
), coded AS (
  SELECT *,
    regexp_extract(parse_filename(filename), '(?:^|[^A-Za-z])([A-Z][A-Za-z]+)', 1) AS named,
    unnest(coalesce(
      CASE WHEN component IS NOT NULL THEN list_distinct(list_concat(
        code.coding, flatten(list_transform(component, lambda one: one.code.coding)))) END,
      code.coding, medicationCodeableConcept.coding,
      CASE WHEN starts_with(medicationReference.reference, '#') THEN list_filter(contained,
        lambda one: '#' || one.id = medicationReference.reference)[1].code.coding END,
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
      ELSE coalesce(list_contains({known_types}, named), false) END AS elsewhere,
    coding.system IN {classifications} AS classified
  FROM coded
  WHERE coding.code IN (SELECT key FROM code_list)
     OR coding.system = {own_system}
     OR CASE WHEN classified THEN list_contains({prefixes}, bare(coding.code)[:2]) END
     OR resourceType IN ('Patient', 'Medication') OR medicationReference.reference IS NOT NULL
     OR strange OR elsewhere
     OR CASE WHEN subject.reference IS NULL AND patient.reference IS NULL
       THEN list_contains({person_types}, resourceType) END
), item AS (
  SELECT *,
    unnest(CASE
      WHEN component IS NOT NULL AND (coalesce(NOT list_contains(code.coding, coding), true) OR coalesce(
        valueQuantity.value, valueInteger, valueString, valueCodeableConcept.text,
        valueCodeableConcept.coding[1].code, valueBoolean::VARCHAR, valueRange::VARCHAR) IS NULL)
      THEN coalesce(nullif(list_filter(
        component, lambda one: list_contains(one.code.coding, coding)), []), [NULL])
      ELSE [NULL] END) AS part,
    unnest(CASE WHEN classified THEN [coding.code, bare(coding.code)[:2]] ELSE [coding.code] END) AS key
  FROM ours
), valued AS (
  SELECT *,
    CASE WHEN part IS NULL THEN valueQuantity ELSE part.valueQuantity END AS quantity,
    CASE WHEN part IS NULL THEN valueRange ELSE part.valueRange END AS span,
    value_coding(CASE WHEN part IS NOT NULL THEN part.valueCodeableConcept
      WHEN conclusionCode IS NULL THEN valueCodeableConcept ELSE conclusionCode[1] END) AS answer,
    CASE WHEN part IS NULL THEN coalesce(valueString, conclusion, valueCodeableConcept.text)
      ELSE coalesce(part.valueString, part.valueCodeableConcept.text) END AS words,
    CASE WHEN part IS NULL THEN referenceRange[1].high.value
      ELSE part.referenceRange[1].high.value END AS normal_text,
    coalesce(effectivePeriod.start, onsetPeriod.start, performedPeriod.start, period.start) AS began,
    coalesce(effectivePeriod.end, onsetPeriod.end, performedPeriod.end, period.end) AS ended,
    resourceType IN ('Observation', 'DiagnosticReport', 'Condition') AS lasting_is_unsure,
    coalesce(issued, recordedDate, authoredOn, dateAsserted) AS known_text,
    coalesce(birthDate, effectiveDateTime, effectiveInstant, onsetDateTime, performedDateTime, started,
      whenHandedOver, began, CASE WHEN ended IS NULL THEN known_text END) AS from_text,
    coalesce(CASE WHEN lasting_is_unsure THEN ended END, from_text) AS until_text,
    coalesce(abatementDateTime, abatementPeriod.end, CASE WHEN NOT lasting_is_unsure THEN ended END,
      list_max(list_transform(dosageInstruction, lambda one: one.timing.repeat.boundsPeriod.end))
    ) AS end_text
  FROM item
), timed AS (
  SELECT *,
    instant(from_text) AS from_moment, day_of(from_text, from_moment) AS from_day,
    CASE WHEN until_text = from_text THEN from_moment ELSE instant(until_text) END AS until_moment,
    last_day_of(until_text, CASE WHEN until_text = from_text THEN from_day
      ELSE day_of(until_text, until_moment) END) AS until_day,
    instant(end_text) AS end_moment, day_of(end_text, end_moment) AS end_day,
    instant(known_text) AS known_moment, day_of(known_text, known_moment) AS known_day
  FROM valued
), matched AS (
  SELECT timed.*, l.concepts AS listed, l.system AS listed_system,
    lower(concat_ws(' ', bodySite::VARCHAR, series::VARCHAR, timed.coding.display, timed.code.text,
      l.display)) AS place
  FROM timed LEFT JOIN code_list l ON l.recorded_system = timed.coding.system AND l.key = timed.key
    AND (NOT l.descendants OR starts_with(bare(timed.coding.code), bare(l.code)))
)
SELECT
  filename AS file, resourceType AS resource_type, id,
  CASE WHEN resourceType = 'Patient' THEN id
    ELSE person_in(coalesce(subject.reference, patient.reference)) END AS person,
  CASE WHEN coding.system = {own_system} THEN replace(coding.code, '_', '-') ELSE nullif(array_to_string(
    list_filter(listed, lambda one: ends_with(one, '-request') = (resourceType = 'ServiceRequest')), ' '),
    '') END AS concept,
  CASE resourceType
    WHEN 'Patient' THEN 'patient' WHEN 'Condition' THEN 'condition' WHEN 'Encounter' THEN 'encounter'
    WHEN 'ServiceRequest' THEN 'request' WHEN 'ImagingStudy' THEN 'scan'
    ELSE CASE WHEN starts_with(resourceType, 'Medication') THEN 'medication'
      WHEN concept = 'leg-vein-scan' THEN 'scan'
      WHEN resourceType = 'Procedure' THEN 'procedure'
      ELSE 'observation' END END AS kind,
  coalesce(listed_system, coding.system) AS system, coding.code AS code,
  CASE
    WHEN list_contains({not_done}, matched.status) THEN matched.status
    WHEN verificationStatus.coding[1].code = 'entered-in-error' THEN 'entered-in-error'
    WHEN doNotPerform THEN 'do-not-perform'
    WHEN intent IN ('proposal', 'plan', 'option') THEN intent END AS left_out,
  CASE
    WHEN verificationStatus.coding[1].code = 'refuted' OR matched.status = 'not-taken' THEN 'refuted'
    WHEN verificationStatus.coding[1].code IN ('unconfirmed', 'provisional', 'differential')
      OR matched.status = 'unknown' THEN 'uncertain'
    WHEN matched.status IN ('preliminary', 'registered', 'partial') THEN 'preliminary'
    WHEN end_day IS NULL AND (end_text IS NOT NULL OR abatementString IS NOT NULL
      OR matched.status IN ('stopped', 'on-hold', 'revoked')
      OR clinicalStatus.coding[1].code IN ('inactive', 'remission', 'resolved')) THEN 'stopped'
    ELSE 'final' END AS status,
  from_day, until_day, end_day, last_day_of(end_text, end_day) AS end_until_day,
  coalesce(minute_of(from_moment), midnight(from_day)) AS from_minute,
  coalesce(minute_of(until_moment), midnight(until_day + 1) - 1) AS until_minute,
  coalesce(minute_of(known_moment), midnight(known_day)) AS known_minute,
  from_text IS NULL AND until_text IS NULL AS undated,
  CASE WHEN from_text IS NOT NULL AND from_day IS NULL THEN from_text
    WHEN until_text IS NOT NULL AND until_day IS NULL THEN until_text
    WHEN end_text IS NOT NULL AND end_day IS NULL THEN end_text
    WHEN known_text IS NOT NULL AND known_day IS NULL THEN known_text END AS bad_date,
  coalesce(quantity.value, CASE WHEN part IS NULL THEN valueInteger ELSE part.valueInteger END,
    span.low.value, span.high.value) AS number_text,
  coalesce(quantity.comparator, CASE
    WHEN span.low.value IS NOT NULL THEN '>=' WHEN span.high.value IS NOT NULL THEN '<=' END) AS comparator,
  coalesce(quantity.code, span.low.code, span.high.code) AS unit,
  coalesce(quantity.unit, span.low.unit, span.high.unit) AS unit_text,
  CASE WHEN span.low.value IS NOT NULL THEN span.high.value END AS high_text, normal_text,
  answer.system AS value_system, answer.code AS value_code,
  CASE WHEN part IS NULL THEN valueBoolean ELSE part.valueBoolean END AS truth,
  CASE WHEN part IS NULL THEN dataAbsentReason.coding[1].code
    ELSE part.dataAbsentReason.coding[1].code END AS absent,
  coalesce(words, answer.display, answer.code, coding.display, matched.code.text, coding.code) AS written,
  CASE
    WHEN kind IN ('patient', 'medication', 'encounter') THEN ''
    WHEN side_of_icd(coding.system, coding.code) IS NOT NULL THEN side_of_icd(coding.system, coding.code)
    WHEN contains(place, 'left') OR contains(place, 'right') OR contains(place, 'bilateral')
      OR contains(place, 'both') OR bodySite IS NOT NULL THEN side_in(place)
    ELSE '' END AS side,
  CASE list_filter(extension, lambda one: ends_with(one.url, '/us-core-birthsex'))[1].valueCode
    WHEN 'F' THEN 'female' WHEN 'M' THEN 'male' ELSE gender END AS sex,
  medicationReference.reference AS medicine, strange, elsewhere
FROM matched
WHERE concept IS NOT NULL OR resourceType IN ('Patient', 'Medication')
   OR (medicine IS NOT NULL AND NOT starts_with(medicine, '#'))
   OR person IS NULL OR strange OR elsewhere;

--: record
CREATE OR REPLACE TABLE record AS
WITH told AS (
  SELECT * FROM event WHERE concept IS NOT NULL AND resource_type <> 'Medication'
  UNION ALL BY NAME
  SELECT taken.* REPLACE (
    medicine.system AS system, medicine.code AS code, medicine.concept AS concept,
    medicine.written AS written)
  FROM event taken JOIN event medicine ON medicine.id = id_in(taken.medicine)
  WHERE taken.concept IS NULL AND medicine.resource_type = 'Medication' AND medicine.concept IS NOT NULL
  UNION ALL BY NAME
  SELECT * REPLACE ('veinway' AS system, 'birth-date' AS code, 'birth-date' AS concept)
  FROM event WHERE resource_type = 'Patient' AND from_day IS NOT NULL
  UNION ALL BY NAME
  SELECT * REPLACE ('veinway' AS system, 'gender' AS code, 'gender' AS concept, sex AS written, sex AS value_code,
    'http://hl7.org/fhir/administrative-gender' AS value_system, NULL AS from_day, NULL AS until_day,
    NULL AS from_minute, NULL AS until_minute)
  FROM event WHERE resource_type = 'Patient' AND sex IS NOT NULL
)
SELECT
  person, resource_type || '/' || coalesce(id, '') AS resource, kind, system, code, concept, status,
  day_number(from_day) AS day_low, day_number(until_day) AS day_high,
  from_minute AS minute_low, until_minute AS minute_high,
  day_number(end_day) AS end_day_low, day_number(end_until_day) AS end_day_high,
  CASE WHEN kind <> 'patient' THEN coalesce(known_minute, from_minute) END AS known_minute,
  number_in(number_text) AS value, comparator, unit, unit_text,
  number_in(high_text) AS value_high, number_in(normal_text) AS range_high,
  value_system, value_code, truth AS value_truth, absent,
  CASE WHEN number_text IS NULL THEN coalesce(truth::VARCHAR, written) ELSE trim(concat(
    CASE WHEN high_text IS NULL THEN comparator END, number_text, ' to ' || high_text, ' ', coalesce(unit_text, unit))) END AS recorded,
  side
FROM told WHERE left_out IS NULL AND person IS NOT NULL;

--: problems
WITH problem AS (
  SELECT file, resource_type || '/' || coalesce(id, '') AS resource, rowid AS row, unnest([
    CASE WHEN resource_type IS NULL THEN struct_pack(code := 'S340', detail := '') END,
    CASE WHEN strange AND resource_type IS NOT NULL THEN struct_pack(code := 'S342', detail := resource_type) END,
    CASE WHEN elsewhere AND resource_type IS NOT NULL THEN struct_pack(code := 'S343', detail := resource_type) END,
    CASE WHEN person IS NULL AND (list_contains({person_types}, resource_type) OR resource_type = 'Patient')
      THEN struct_pack(code := 'S344', detail := '') END,
    CASE WHEN bad_date IS NOT NULL THEN struct_pack(code := 'S346', detail := bad_date) END,
    CASE WHEN undated AND concept IS NOT NULL AND left_out IS NULL AND resource_type <> 'Medication'
      THEN struct_pack(code := 'S347', detail := '') END,
    CASE WHEN number_text IS NOT NULL AND number_in(number_text) IS NULL
      THEN struct_pack(code := 'S348', detail := number_text) END,
    CASE WHEN left_out IS NOT NULL THEN struct_pack(code := 'S349', detail := left_out) END,
    CASE WHEN medicine IS NOT NULL AND NOT starts_with(medicine, '#') AND concept IS NULL AND id_in(medicine) NOT IN (
        SELECT id FROM event WHERE resource_type = 'Medication' AND id IS NOT NULL)
      THEN struct_pack(code := 'S350', detail := medicine) END,
    CASE WHEN resource_type <> 'Patient' AND concept IS NOT NULL AND person IS NOT NULL AND person NOT IN (
        SELECT person FROM event WHERE resource_type = 'Patient' AND person IS NOT NULL)
      THEN struct_pack(code := 'S345', detail := person) END
  ]) AS found
  FROM event
)
SELECT found.code, count(DISTINCT coalesce(resource, row::VARCHAR)),
  min(struct_pack(file := file, resource := coalesce(resource, ''), detail := found.detail), {places})
FROM problem WHERE found IS NOT NULL GROUP BY ALL ORDER BY ALL;
