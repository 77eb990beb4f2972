-- Everything an input holds, as one row a coded event. flatten.py runs the parts that begin with "--:"
-- one after the other, in a session whose time zone is the site's.

--: words
CREATE OR REPLACE TEMP MACRO bare(code) AS upper(replace(code, '.', ''));
CREATE OR REPLACE TEMP MACRO id_in(reference) AS regexp_extract(reference, '([^/:?#]+)(?:/_history/.*)?$', 1);
CREATE OR REPLACE TEMP MACRO person_in(reference) AS CASE
  WHEN starts_with(reference, 'urn:uuid:') THEN reference[10:]
  ELSE nullif(regexp_extract(
    reference, '(?:^urn:oid:|^Patient/|/Patient/)([^/?#]+)(?:/_history/.*)?$', 1), '') END;
CREATE OR REPLACE TEMP MACRO start_of(written) AS TRY_CAST(CASE
  WHEN length(written) > 9 THEN written
  WHEN length(written) = 4 THEN written || '-01-01'
  WHEN length(written) = 7 THEN written || '-01' END AS TIMESTAMPTZ);
CREATE OR REPLACE TEMP MACRO after(written, start) AS CASE length(written)
  WHEN 4 THEN start + INTERVAL 1 YEAR WHEN 7 THEN start + INTERVAL 1 MONTH
  WHEN 10 THEN start + INTERVAL 1 DAY END;
CREATE OR REPLACE TEMP MACRO number_in(written) AS CASE
  WHEN TRY_CAST(written AS DECIMAL(38, 10)) = 0 AND TRY_CAST(written AS DOUBLE) <> 0 THEN NULL
  ELSE TRY_CAST(written AS DECIMAL(38, 10)) END;
CREATE OR REPLACE TEMP MACRO day_number(moment) AS CAST(moment AS DATE) - DATE '1970-01-01';
CREATE OR REPLACE TEMP MACRO minute_number(moment) AS CAST(floor(epoch_ms(moment) / 60000) AS BIGINT);

--: event
-- One pass over the files; a line that carries no code of ours is dropped as soon as it is parsed.
CREATE OR REPLACE TEMP TABLE event AS
WITH line AS (
  SELECT filename, resourceType, id, status, intent, doNotPerform,
    coalesce(subject.reference, patient.reference) AS subject,
    code.coding AS codings, code.text AS code_text, component, bodySite, series, contained,
    medicationCodeableConcept.coding AS medicine_codings, medicationReference.reference AS medicine,
    procedureCode, class, "type" AS kinds, extension, gender,
    verificationStatus.coding AS verified, clinicalStatus.coding AS course, abatementString,
    birthDate, effectiveDateTime, effectiveInstant, onsetDateTime, performedDateTime, started, whenHandedOver,
    coalesce(effectivePeriod.start, onsetPeriod.start, performedPeriod.start, period.start) AS period_start,
    coalesce(effectivePeriod.end, onsetPeriod.end, performedPeriod.end, period.end) AS period_end,
    coalesce(abatementDateTime, abatementPeriod.end) AS abated, dosageInstruction,
    coalesce(issued, recordedDate, authoredOn, dateAsserted) AS known_text,
    valueQuantity.value AS amount, valueQuantity.comparator AS comparator,
    valueQuantity.code AS unit, valueQuantity.unit AS unit_text, valueInteger,
    valueRange.low.value AS low, valueRange.low.code AS low_unit, valueRange.low.unit AS low_unit_text,
    valueRange.high.value AS high, valueRange.high.code AS high_unit, valueRange.high.unit AS high_unit_text,
    valueBoolean, coalesce(valueString, conclusion) AS words, conclusionCode,
    valueCodeableConcept.coding AS answer_codings, valueCodeableConcept.text AS answer_text,
    dataAbsentReason.coding AS absent, referenceRange
  FROM read_json({files}, format = 'newline_delimited', ignore_errors = true, filename = true,
                 maximum_object_size = {longest_line}, columns = {columns})
), coded AS (
  SELECT * EXCLUDE (codings, medicine_codings, procedureCode, class, kinds, contained),
    regexp_extract(parse_filename(filename), '(?:^|[^A-Za-z])([A-Z][A-Za-z]+)', 1) AS named,
    CASE WHEN component IS NOT NULL THEN codings END AS own_codings,
    unnest(coalesce(
      CASE WHEN component IS NOT NULL THEN list_distinct(list_concat(
        codings, flatten(list_transform(component, lambda one: one.code.coding)))) END,
      codings, medicine_codings,
      CASE WHEN contained IS NOT NULL AND medicine IS NOT NULL
        THEN list_filter(contained, lambda one: '#' || one.id = medicine)[1].code.coding END,
      CASE WHEN procedureCode IS NOT NULL
        THEN flatten(list_transform(procedureCode, lambda one: one.coding)) END,
      CASE WHEN resourceType = 'Encounter' THEN list_prepend(
        class, coalesce(flatten(list_transform(kinds, lambda one: one.coding)), [])) END,
      [NULL])) AS coding
  FROM line
), ours AS (
  SELECT *,
    CASE WHEN resourceType = named THEN false
      ELSE NOT coalesce(list_contains(getvariable('known_types'), resourceType), false) END AS strange,
    CASE WHEN resourceType = named THEN false
      ELSE list_contains(getvariable('known_types'), named) END AS elsewhere,
    list_contains(getvariable('classifications'), coding.system) AS classified
  FROM coded
  WHERE coding.code IN (SELECT key FROM code_list)
     OR coding.system = {own_system}
     OR CASE WHEN classified THEN list_contains(getvariable('prefixes'), bare(coding.code)[:2]) END
     OR resourceType = 'Patient' OR resourceType = 'Medication' OR medicine IS NOT NULL
     OR strange OR elsewhere
     OR CASE WHEN subject IS NULL THEN list_contains(getvariable('person_types'), resourceType) END
), item AS (
  SELECT * EXCLUDE (component, own_codings),
    unnest(CASE
      WHEN component IS NOT NULL AND (coalesce(NOT list_contains(own_codings, coding), true) OR coalesce(
        amount, valueInteger, words, answer_text, answer_codings[1].code, valueBoolean::VARCHAR, low, high
      ) IS NULL)
      THEN coalesce(nullif(list_filter(
        component, lambda one: list_contains(one.code.coding, coding)), []), [NULL])
      ELSE [NULL] END) AS part,
    unnest(CASE WHEN classified THEN [coding.code, bare(coding.code)[:2]] ELSE [coding.code] END) AS key
  FROM ours
), valued AS (
  SELECT * EXCLUDE (part, conclusionCode, referenceRange) REPLACE (
      CASE WHEN part IS NULL THEN amount ELSE part.valueQuantity.value END AS amount,
      CASE WHEN part IS NULL THEN comparator ELSE part.valueQuantity.comparator END AS comparator,
      CASE WHEN part IS NULL THEN unit ELSE part.valueQuantity.code END AS unit,
      CASE WHEN part IS NULL THEN unit_text ELSE part.valueQuantity.unit END AS unit_text,
      CASE WHEN part IS NULL THEN valueInteger ELSE part.valueInteger END AS valueInteger,
      CASE WHEN part IS NULL THEN low ELSE part.valueRange.low.value END AS low,
      CASE WHEN part IS NULL THEN coalesce(low_unit, high_unit)
        ELSE coalesce(part.valueRange.low.code, part.valueRange.high.code) END AS low_unit,
      CASE WHEN part IS NULL THEN coalesce(low_unit_text, high_unit_text)
        ELSE coalesce(part.valueRange.low.unit, part.valueRange.high.unit) END AS low_unit_text,
      CASE WHEN part IS NULL THEN high ELSE part.valueRange.high.value END AS high,
      CASE WHEN part IS NULL THEN valueBoolean ELSE part.valueBoolean END AS valueBoolean,
      CASE WHEN part IS NULL THEN words ELSE part.valueString END AS words,
      CASE WHEN part IS NULL THEN coalesce(conclusionCode[1].coding, answer_codings)
        ELSE part.valueCodeableConcept.coding END AS answer_codings,
      CASE WHEN part IS NULL THEN coalesce(conclusionCode[1].text, answer_text)
        ELSE part.valueCodeableConcept.text END AS answer_text,
      CASE WHEN part IS NULL THEN absent ELSE part.dataAbsentReason.coding END[1].code AS absent),
    CASE WHEN part IS NULL THEN referenceRange ELSE part.referenceRange END[1].high.value AS normal_text,
    resourceType IN ('Observation', 'DiagnosticReport', 'Condition') AS spread
  FROM item
), written AS (
  SELECT * REPLACE (verified[1].code AS verified, course[1].code AS course),
    lower(concat_ws(' ', bodySite, series, coding.display, code_text)) AS place,
    coalesce(birthDate, effectiveDateTime, effectiveInstant, onsetDateTime, performedDateTime, started,
      whenHandedOver, period_start, CASE WHEN period_end IS NULL THEN known_text END) AS from_text,
    coalesce(abated, CASE WHEN NOT spread THEN period_end END,
      list_max(list_transform(dosageInstruction, lambda one: one.timing.repeat.boundsPeriod.end))
    ) AS end_text,
    coalesce(amount, valueInteger, low, high) AS number_text,
    coalesce(list_filter(answer_codings, lambda one: one.system = {own_options})[1],
      answer_codings[1]) AS answer
  FROM valued
), timed AS (
  SELECT *,
    CASE WHEN spread AND period_end IS NOT NULL THEN period_end ELSE from_text END AS until_text,
    start_of(from_text) AS from_start, start_of(end_text) AS end_start, start_of(known_text) AS known_start
  FROM written
), matched AS (
  SELECT timed.*, l.system AS listed_system, l.display,
    CASE WHEN until_text = from_text THEN from_start ELSE start_of(until_text) END AS until_start,
    CASE WHEN resourceType = 'Patient' THEN timed.id ELSE person_in(timed.subject) END AS person,
    CASE WHEN timed.coding.system = {own_system} THEN replace(timed.coding.code, '_', '-')
      WHEN resourceType = 'ServiceRequest' THEN l.asked ELSE l.told END AS concept,
    CASE resourceType
      WHEN 'Patient' THEN 'patient' WHEN 'Condition' THEN 'condition' WHEN 'Encounter' THEN 'encounter'
      WHEN 'ServiceRequest' THEN 'request' WHEN 'ImagingStudy' THEN 'scan' WHEN 'Procedure' THEN 'procedure'
      WHEN 'Observation' THEN 'observation' WHEN 'DiagnosticReport' THEN 'observation'
      ELSE 'medication' END AS kind
  FROM timed LEFT JOIN code_list l ON l.recorded_system = timed.coding.system AND l.key = timed.key
    AND (NOT l.descendants OR starts_with(bare(timed.coding.code), bare(l.code)))
)
SELECT
  filename AS file, resourceType AS resource_type, id, person, concept,
  CASE WHEN concept = 'leg-vein-scan' AND kind IN ('observation', 'procedure') THEN 'scan'
    ELSE kind END AS kind,
  coalesce(listed_system, coding.system) AS system, coding.code AS code,
  CASE
    WHEN list_contains(getvariable('not_done'), status) THEN status
    WHEN verified = 'entered-in-error' THEN verified
    WHEN doNotPerform THEN 'do-not-perform'
    WHEN intent IN ('proposal', 'plan', 'option') THEN intent END AS left_out,
  CASE
    WHEN verified = 'refuted' OR status = 'not-taken' THEN 'refuted'
    WHEN verified IN ('unconfirmed', 'provisional', 'differential') OR status = 'unknown' THEN 'uncertain'
    WHEN status IN ('preliminary', 'registered', 'partial') THEN 'preliminary'
    WHEN end_start IS NULL AND (end_text IS NOT NULL OR abatementString IS NOT NULL
      OR status IN ('stopped', 'on-hold', 'revoked') OR course IN ('inactive', 'remission', 'resolved'))
    THEN 'stopped'
    ELSE 'final' END AS status,
  from_text, from_start, until_text, until_start, end_text, end_start, known_text, known_start,
  number_text, number_in(number_text) AS value,
  coalesce(comparator, CASE WHEN low IS NOT NULL THEN '>=' WHEN high IS NOT NULL THEN '<=' END) AS comparator,
  coalesce(unit, low_unit) AS unit, coalesce(unit_text, low_unit_text) AS unit_text,
  CASE WHEN low IS NOT NULL THEN high END AS high_text, normal_text,
  answer.system AS value_system, answer.code AS value_code, valueBoolean AS truth, absent,
  coalesce(words, answer_text, answer.display, answer.code, coding.display, code_text, coding.code)
    AS wording,
  concat_ws(' ', place, lower(display)) AS place,
  CASE WHEN extension IS NOT NULL THEN CASE
    list_filter(extension, lambda one: ends_with(one.url, '/us-core-birthsex'))[1].valueCode
    WHEN 'F' THEN 'female' WHEN 'M' THEN 'male' ELSE gender END ELSE gender END AS sex,
  medicine, strange, elsewhere
FROM matched
WHERE concept IS NOT NULL OR person IS NULL OR strange OR elsewhere
   OR kind = 'patient' OR resourceType = 'Medication' OR medicine IS NOT NULL;

--: record
CREATE OR REPLACE TABLE record AS
WITH told AS (
  SELECT * FROM event WHERE concept IS NOT NULL AND resource_type <> 'Medication'
  UNION ALL
  SELECT taken.* REPLACE (medicine.system AS system, medicine.code AS code, medicine.concept AS concept,
    medicine.wording AS wording)
  FROM event taken JOIN event medicine ON medicine.id = id_in(taken.medicine)
  WHERE taken.concept IS NULL AND medicine.resource_type = 'Medication' AND medicine.concept IS NOT NULL
  UNION ALL
  SELECT * REPLACE ('veinway' AS system, 'birth-date' AS code, 'birth-date' AS concept, from_text AS wording)
  FROM event WHERE kind = 'patient' AND from_start IS NOT NULL
  UNION ALL
  SELECT * REPLACE ('veinway' AS system, 'gender' AS code, 'gender' AS concept, sex AS wording,
    'http://hl7.org/fhir/administrative-gender' AS value_system, sex AS value_code,
    NULL AS from_start, NULL AS until_start)
  FROM event WHERE kind = 'patient' AND sex IS NOT NULL
), sided AS (
  SELECT *,
    regexp_matches(place, '\b(left|bilateral|both|7771000|419161000|51440002)\b') AS on_left,
    regexp_matches(place, '\b(right|bilateral|both|24028007|419465000|51440002)\b') AS on_right,
    CASE WHEN system = {icd_10_cm}
      THEN regexp_extract(bare(code), '^(?:I801|I802.|I82[45].)([123])$', 1) END AS digit,
    after(until_text, until_start) AS after_until
  FROM told WHERE left_out IS NULL AND person IS NOT NULL
)
SELECT
  person, resource_type || '/' || coalesce(id, '') AS resource, kind, system, code, concept, status,
  day_number(from_start) AS day_low,
  day_number(coalesce(after_until - INTERVAL 1 DAY, until_start)) AS day_high,
  minute_number(from_start) AS minute_low,
  coalesce(minute_number(after_until) - 1, minute_number(until_start)) AS minute_high,
  day_number(end_start) AS end_day_low,
  day_number(coalesce(after(end_text, end_start) - INTERVAL 1 DAY, end_start)) AS end_day_high,
  CASE WHEN kind <> 'patient' THEN minute_number(coalesce(known_start, from_start)) END AS known_minute,
  value, comparator, unit, unit_text, TRY_CAST(high_text AS DECIMAL(38, 10)) AS value_high,
  TRY_CAST(normal_text AS DECIMAL(38, 10)) AS range_high,
  value_system, value_code, truth AS value_truth, absent,
  CASE WHEN number_text IS NULL THEN coalesce(truth::VARCHAR, wording) ELSE trim(concat(
    CASE WHEN high_text IS NULL THEN comparator END, number_text, ' to ' || high_text, ' ',
    coalesce(unit_text, unit))) END AS recorded,
  CASE
    WHEN kind IN ('patient', 'medication', 'encounter') THEN ''
    WHEN (on_left AND on_right) OR digit = '3' THEN 'both'
    WHEN on_left OR digit = '2' THEN 'left'
    WHEN on_right OR digit = '1' THEN 'right'
    ELSE '' END AS side
FROM sided;

--: problems
WITH problem AS (
  SELECT file, resource_type || '/' || coalesce(id, '') AS resource, rowid AS row, unnest([
    CASE WHEN resource_type IS NULL THEN ['S340', ''] END,
    CASE WHEN strange AND resource_type IS NOT NULL THEN ['S342', resource_type] END,
    CASE WHEN elsewhere AND resource_type IS NOT NULL THEN ['S343', resource_type] END,
    CASE WHEN person IS NULL AND list_contains(getvariable('person_types'), resource_type)
      THEN ['S344', ''] END,
    CASE WHEN concept IS NOT NULL AND kind <> 'patient' AND person NOT IN (
      SELECT person FROM event WHERE kind = 'patient' AND person IS NOT NULL) THEN ['S345', person] END,
    CASE WHEN from_text IS NOT NULL AND from_start IS NULL THEN ['S346', from_text]
      WHEN until_text IS NOT NULL AND until_start IS NULL THEN ['S346', until_text]
      WHEN end_text IS NOT NULL AND end_start IS NULL THEN ['S346', end_text]
      WHEN known_text IS NOT NULL AND known_start IS NULL THEN ['S346', known_text] END,
    CASE WHEN concept IS NOT NULL AND from_text IS NULL AND until_text IS NULL AND left_out IS NULL
      AND resource_type <> 'Medication' THEN ['S347', ''] END,
    CASE WHEN number_text IS NOT NULL AND value IS NULL THEN ['S348', number_text] END,
    CASE WHEN left_out IS NOT NULL THEN ['S349', left_out] END,
    CASE WHEN medicine IS NOT NULL AND concept IS NULL AND NOT starts_with(medicine, '#')
      AND id_in(medicine) NOT IN (
      SELECT id FROM event WHERE resource_type = 'Medication' AND id IS NOT NULL) THEN ['S350', medicine] END
  ]) AS found
  FROM event
)
SELECT found[1], count(DISTINCT coalesce(resource, row::VARCHAR)),
  min(struct_pack(file := file, resource := coalesce(resource, ''), detail := found[2]), {places})
FROM problem WHERE found IS NOT NULL GROUP BY found[1] ORDER BY found[1];
