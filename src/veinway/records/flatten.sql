-- Everything an input holds, as one row a coded event. flatten.py runs the parts that begin with "--:"
-- one after the other, in a session whose time zone is the site's.
--
-- The lines are read once, in one stream. What is irrelevant is dropped before anything else is worked
-- out; what only few lines have (several codings, components, lists) stands behind a CASE, which DuckDB
-- works out for those lines alone.

--: words
CREATE OR REPLACE TEMP MACRO bare(code) AS upper(replace(code, '.', ''));
-- What a code is looked up by: any code of our own system counts, and a classification's by its chapter.
CREATE OR REPLACE TEMP MACRO key_of(coding) AS CASE
  WHEN coding.system = {own_system} THEN '*'
  WHEN coding.system IN ({classifications}) THEN bare(coding.code)[:2]
  ELSE coding.code END;
CREATE OR REPLACE TEMP MACRO says_left(words) AS coalesce(
  regexp_matches(lower(words), '\b(left|bilateral|both|7771000|419161000|51440002)\b'), false);
CREATE OR REPLACE TEMP MACRO says_right(words) AS coalesce(
  regexp_matches(lower(words), '\b(right|bilateral|both|24028007|419465000|51440002)\b'), false);
CREATE OR REPLACE TEMP MACRO id_in(reference) AS regexp_extract(reference, '([^/:?#]+)(?:/_history/.*)?$', 1);
CREATE OR REPLACE TEMP MACRO person_in(reference) AS CASE
  WHEN starts_with(reference, 'urn:uuid:') THEN reference[10:]
  WHEN regexp_matches(reference, '^Patient/[A-Za-z0-9._~-]+$') THEN substring(reference, 9)
  ELSE nullif(regexp_extract(
    reference, '(?:^urn:oid:|^Patient/|/Patient/)([^/?#]+)(?:/_history/.*)?$', 1), '') END;
CREATE OR REPLACE TEMP MACRO start_of(written) AS CASE
  WHEN length(written) > 9 THEN TRY_CAST(written AS TIMESTAMPTZ)
  WHEN length(written) = 4 THEN TRY_CAST(written || '-01-01' AS TIMESTAMPTZ)
  WHEN length(written) = 7 THEN TRY_CAST(written || '-01' AS TIMESTAMPTZ) END;
CREATE OR REPLACE TEMP MACRO after(written, start) AS CASE length(written)
  WHEN 4 THEN start + INTERVAL 1 YEAR WHEN 7 THEN start + INTERVAL 1 MONTH
  WHEN 10 THEN start + INTERVAL 1 DAY END;
CREATE OR REPLACE TEMP MACRO codings_of(part) AS from_json(part, '{coded}').code.coding;
CREATE OR REPLACE TEMP MACRO codings_in(parts) AS flatten(list_transform(
  from_json(parts, '[{coded}]'), lambda part: part.code.coding));
-- Whether a code that is needed may stand in some JSON; `key_of` has the last word.
CREATE OR REPLACE TEMP MACRO may_matter(codings) AS contains(codings, {own_system}) OR list_bool_or(
  list_transform(regexp_extract_all(codings, '"code":"?([^",}}]+)', 1), lambda code:
    list_contains(getvariable('keys'), code) OR list_contains(getvariable('keys'), bare(code)[:2])));
CREATE OR REPLACE TEMP MACRO number_in(written) AS CASE
  WHEN TRY_CAST(written AS DECIMAL(38, 10)) = 0 AND TRY_CAST(written AS DOUBLE) <> 0 THEN NULL
  ELSE TRY_CAST(written AS DECIMAL(38, 10)) END;
-- Down to whole units, before 1970 too; `epoch_ms` rounds, which could make it the next day's.
CREATE OR REPLACE TEMP MACRO whole(number, unit) AS (number - (number % unit + unit) % unit) // unit;
-- In UTC every day has the same length, and needs no calendar.
CREATE OR REPLACE TEMP MACRO day_number(moment) AS CASE WHEN current_setting('TimeZone') = 'UTC'
  THEN whole(epoch_us(moment), 86400000000) ELSE CAST(moment AS DATE) - DATE '1970-01-01' END;
CREATE OR REPLACE TEMP MACRO second_number(moment) AS whole(epoch_us(moment), 1000000);
CREATE OR REPLACE TEMP MACRO minute_number(moment) AS whole(epoch_us(moment), 60000000);

--: times
-- When it began, until when it may have been, when it ended and when it was recorded, as written.
coalesce(issued, recordedDate, authoredOn, dateAsserted) AS known_text,
coalesce(effectivePeriod->>'$.start', onsetPeriod.start, performedPeriod.start, period.start) AS period_start,
coalesce(effectivePeriod->>'$.end', onsetPeriod.end, performedPeriod.end, period.end) AS period_end,
coalesce(birthDate, effectiveDateTime, effectiveInstant, onsetDateTime, performedDateTime, started,
  whenHandedOver, period_start, CASE WHEN period_end IS NULL THEN known_text END) AS from_text,
resourceType IN ('Observation', 'DiagnosticReport', 'Condition') AND period_end IS NOT NULL AS spread,
CASE WHEN spread THEN period_end ELSE from_text END AS until_text,
coalesce(abatementDateTime, abatementPeriod.end, CASE WHEN NOT spread THEN period_end END,
  CASE WHEN dosageInstruction IS NOT NULL THEN list_max(list_transform(
    dosageInstruction, lambda one: one.timing.repeat.boundsPeriod.end)) END) AS end_text

--: record
CREATE OR REPLACE TABLE record AS
WITH line AS ({lines}
), listed AS (
  SELECT *, coalesce(
      CASE WHEN resourceType = 'Patient'
        THEN [{{'system': 'veinway', 'code': 'birth-date', 'display': NULL::VARCHAR}},
              {{'system': 'veinway', 'code': 'gender', 'display': NULL::VARCHAR}}] END,
      code.coding, medicationCodeableConcept.coding,
      CASE WHEN contained IS NOT NULL AND medicationReference IS NOT NULL THEN list_filter(
        contained, lambda one: '#' || one.id = medicationReference.reference)[1].code.coding END,
      CASE WHEN procedureCode IS NOT NULL
        THEN flatten(list_transform(procedureCode, lambda one: one.coding)) END,
      CASE WHEN resourceType = 'Encounter' THEN list_prepend(
        class, coalesce(flatten(list_transform("type", lambda one: one.coding)), [])) END,
      [NULL]) AS codings,
    coalesce(subject.reference, patient.reference) AS whose,
    CASE WHEN resourceType = named THEN false
      ELSE NOT coalesce(list_contains(getvariable('known_types'), resourceType), false) END AS strange,
    CASE WHEN resourceType = named THEN false
      ELSE list_contains(getvariable('known_types'), named) END AS elsewhere,
    coalesce(resourceType = named OR list_contains(getvariable('read_types'), resourceType), false) AS read
  FROM line
), needed AS (
  SELECT * FROM listed
  WHERE key_of(codings[1]) IN (SELECT key FROM code_list) OR key_of(codings[2]) IN (SELECT key FROM code_list)
     OR key_of(codings[3]) IN (SELECT key FROM code_list) OR len(codings) > 3
     OR CASE WHEN component IS NOT NULL THEN list_bool_or(list_transform(
       codings_in(component), lambda one: list_contains(getvariable('keys'), key_of(one)))) END
     OR medicationReference IS NOT NULL
     OR resourceType IN ('Patient', 'Medication') OR strange OR elsewhere
     OR CASE WHEN whose IS NULL THEN list_contains(getvariable('person_types'), resourceType) END
), told AS (
  SELECT file, resourceType, id, strange, elsewhere, read, whose, codings, component,
    code.text AS code_text, status, medicationReference.reference AS medicine,
    verificationStatus.coding[1].code AS verified, clinicalStatus.coding[1].code AS course,
    intent, doNotPerform, abatementString,
    $times,
    CASE WHEN bodySite IS NOT NULL OR series IS NOT NULL OR code_text IS NOT NULL
      THEN concat_ws(' ', bodySite, series, code_text) END AS place,
    valueQuantity.value AS amount, valueQuantity.comparator AS comparator,
    valueQuantity.code AS unit, valueQuantity.unit AS unit_text, valueInteger AS whole,
    valueRange, valueBoolean AS truth,
    coalesce(valueString, conclusion) AS words,
    coalesce(conclusionCode[1].coding, valueCodeableConcept.coding) AS answers,
    coalesce(conclusionCode[1].text, valueCodeableConcept.text) AS answer_text,
    coalesce(amount, whole, words, valueCodeableConcept.text, valueCodeableConcept.coding[1].code,
      truth::VARCHAR, valueRange->>'$.low.value', valueRange->>'$.high.value') IS NULL AS silent,
    dataAbsentReason->>'$.coding[0].code' AS absent, referenceRange->>'$[0].high.value' AS normal_text,
    CASE WHEN extension IS NOT NULL THEN CASE
      list_filter(extension, lambda one: ends_with(one.url, '/us-core-birthsex'))[1].valueCode
      WHEN 'F' THEN 'female' WHEN 'M' THEN 'male' ELSE gender END ELSE gender END AS sex
  FROM needed
), coded AS (
  SELECT *, unnest(CASE WHEN component IS NULL THEN codings ELSE list_distinct(list_concat(
    codings, codings_in(component))) END) AS coding
  FROM told
), matched AS (
  SELECT coded.*, l.on_left AS code_on_left, l.on_right AS code_on_right,
    coalesce(l.system, coding.system) AS system,
    CASE WHEN NOT read OR (coding.system = 'veinway') <> (resourceType = 'Patient') THEN NULL
      WHEN coding.system = {own_system} THEN replace(coding.code, '_', '-')
      WHEN resourceType = 'ServiceRequest' THEN l.asked ELSE l.told END AS concept
  FROM coded LEFT JOIN code_list l ON l.recorded_system = coding.system AND l.key = key_of(coding)
    AND CASE WHEN l.descendants THEN starts_with(bare(coding.code), bare(l.code))
      ELSE l.code IS NULL OR l.code = coding.code END
), parted AS (
  -- A component speaks for its own codings, and for those of the whole where the whole says nothing.
  SELECT * EXCLUDE (codings, silent), unnest(CASE
      WHEN component IS NULL THEN [NULL]
      WHEN silent OR coalesce(NOT list_contains(codings, coding), true)
      THEN coalesce(nullif(list_filter(
        json_extract(component, '$[*]'), lambda one: list_contains(codings_of(one), coding)), []), [NULL])
      ELSE [NULL] END) AS part
  FROM matched
  WHERE concept IS NOT NULL OR whose IS NULL OR strange OR elsewhere
     OR resourceType IN ('Patient', 'Medication') OR medicine IS NOT NULL
), valued AS (
  SELECT * EXCLUDE (component, part) REPLACE (
      CASE WHEN part IS NULL THEN amount ELSE part->>'$.valueQuantity.value' END AS amount,
      CASE WHEN part IS NULL THEN comparator ELSE part->>'$.valueQuantity.comparator' END AS comparator,
      CASE WHEN part IS NULL THEN unit ELSE part->>'$.valueQuantity.code' END AS unit,
      CASE WHEN part IS NULL THEN unit_text ELSE part->>'$.valueQuantity.unit' END AS unit_text,
      CASE WHEN part IS NULL THEN whole ELSE part->>'$.valueInteger' END AS whole,
      CASE WHEN part IS NULL THEN valueRange ELSE part->'$.valueRange' END AS valueRange,
      CASE WHEN part IS NULL THEN truth ELSE TRY_CAST(part->>'$.valueBoolean' AS BOOLEAN) END AS truth,
      CASE WHEN part IS NULL THEN words ELSE part->>'$.valueString' END AS words,
      CASE WHEN part IS NULL THEN answers
        ELSE from_json(part->'$.valueCodeableConcept.coding', '[{coding}]') END AS answers,
      CASE WHEN part IS NULL THEN answer_text
        ELSE part->>'$.valueCodeableConcept.text' END AS answer_text,
      CASE WHEN part IS NULL THEN absent ELSE part->>'$.dataAbsentReason.coding[0].code' END AS absent,
      CASE WHEN part IS NULL THEN normal_text
        ELSE part->>'$.referenceRange[0].high.value' END AS normal_text)
  FROM parted
), timed AS (
  SELECT *,
    CASE WHEN resourceType = 'Patient' THEN id ELSE person_in(whose) END AS person,
    CASE resourceType
      WHEN 'Observation' THEN 'observation' WHEN 'Condition' THEN 'condition'
      WHEN 'Encounter' THEN 'encounter' WHEN 'Patient' THEN 'patient' WHEN 'ServiceRequest' THEN 'request'
      WHEN 'ImagingStudy' THEN 'scan' WHEN 'Procedure' THEN 'procedure'
      WHEN 'DiagnosticReport' THEN 'observation' ELSE 'medication' END AS kind,
    resourceType = 'Patient' AND coding.code = 'gender' AS is_sex,
    CASE WHEN NOT is_sex THEN start_of(from_text) END AS from_start,
    until_text = from_text AS same_text,
    CASE WHEN same_text THEN from_start WHEN NOT is_sex THEN start_of(until_text) END AS until_start,
    after(until_text, until_start) AS after_until,
    start_of(end_text) AS end_start, start_of(known_text) AS known_start,
    valueRange->>'$.low.value' AS low, valueRange->>'$.high.value' AS high,
    coalesce(amount, whole, low, high) AS number_text, number_in(number_text) AS number,
    CASE WHEN low IS NOT NULL THEN high END AS high_text,
    coalesce(unit, valueRange->>'$.low.code', valueRange->>'$.high.code') AS unit_code,
    coalesce(unit_text, valueRange->>'$.low.unit', valueRange->>'$.high.unit') AS unit_words,
    CASE WHEN len(answers) > 1 THEN coalesce(
      list_filter(answers, lambda one: one.system = {own_options})[1], answers[1]) ELSE answers[1] END AS answer,
    coalesce(words, answer_text, (answer).display, (answer).code, coding.display, code_text, coding.code)
      AS wording,
    CASE WHEN place IS NOT NULL OR coding.display IS NOT NULL
      THEN concat_ws(' ', place, coding.display) END AS place_words,
    coalesce(code_on_left, false) OR says_left(place_words) AS on_left,
    coalesce(code_on_right, false) OR says_right(place_words) AS on_right,
    CASE WHEN system = {icd_10_cm}
      THEN regexp_extract(bare(coding.code), '^(?:I801|I802.|I82[45].)([123])$', 1) END AS digit,
    CASE
      WHEN list_contains(getvariable('not_done'), status) THEN status
      WHEN verified = 'entered-in-error' THEN verified
      WHEN doNotPerform THEN 'do-not-perform'
      WHEN intent IN ('proposal', 'plan', 'option') THEN intent END AS left_out,
    CASE WHEN is_sex THEN NULL
      WHEN from_start IS NULL AND from_text IS NOT NULL THEN from_text
      WHEN until_start IS NULL AND until_text IS NOT NULL THEN until_text
      WHEN end_start IS NULL AND end_text IS NOT NULL THEN end_text
      WHEN known_start IS NULL AND known_text IS NOT NULL THEN known_text END AS unread_date,
    CASE WHEN number IS NULL THEN number_text END AS unread_number,
    from_text IS NULL AND until_text IS NULL AND kind <> 'patient' AS undated
  FROM valued
)
SELECT
  person, resourceType || '/' || coalesce(id, '') AS resource,
  CASE WHEN concept = 'leg-vein-scan' AND kind IN ('observation', 'procedure') THEN 'scan'
    ELSE kind END AS kind,
  system, coding.code AS code, concept,
  CASE
    WHEN verified = 'refuted' OR status = 'not-taken' THEN 'refuted'
    WHEN verified IN ('unconfirmed', 'provisional', 'differential') OR status = 'unknown' THEN 'uncertain'
    WHEN status IN ('preliminary', 'registered', 'partial') THEN 'preliminary'
    WHEN end_start IS NULL AND (end_text IS NOT NULL OR abatementString IS NOT NULL
      OR status IN ('stopped', 'on-hold', 'revoked') OR course IN ('inactive', 'remission', 'resolved'))
    THEN 'stopped'
    ELSE 'final' END AS status,
  day_number(from_start) AS day_low,
  CASE WHEN after_until IS NOT NULL THEN CASE WHEN same_text AND length(until_text) = 10 THEN day_low
      ELSE day_number(after_until - INTERVAL 1 DAY) END
    WHEN same_text THEN day_low ELSE day_number(until_start) END AS day_high,
  minute_number(from_start) AS minute_low,
  coalesce(minute_number(after_until) - 1, minute_number(until_start)) AS minute_high,
  day_number(end_start) AS end_day_low,
  day_number(coalesce(after(end_text, end_start) - INTERVAL 1 DAY, end_start)) AS end_day_high,
  CASE WHEN kind <> 'patient' THEN minute_number(coalesce(known_start, from_start)) END AS known_minute,
  number AS value,
  coalesce(comparator, CASE WHEN low IS NOT NULL THEN '>=' WHEN high IS NOT NULL THEN '<=' END)
    AS comparator,
  unit_code AS unit, unit_words AS unit_text,
  TRY_CAST(high_text AS DECIMAL(38, 10)) AS value_high,
  TRY_CAST(normal_text AS DECIMAL(38, 10)) AS range_high,
  CASE WHEN is_sex THEN 'http://hl7.org/fhir/administrative-gender' ELSE (answer).system END AS value_system,
  CASE WHEN is_sex THEN sex ELSE (answer).code END AS value_code, truth AS value_truth, absent,
  {recorded} AS recorded,
  CASE
    WHEN kind IN ('patient', 'medication', 'encounter') THEN ''
    WHEN (on_left AND on_right) OR digit = '3' THEN 'both'
    WHEN on_left OR digit = '2' THEN 'left'
    WHEN on_right OR digit = '1' THEN 'right'
    ELSE '' END AS side,
  coalesce(concept IS NOT NULL AND person IS NOT NULL AND left_out IS NULL AND CASE resourceType
    WHEN 'Patient' THEN CASE WHEN is_sex THEN sex IS NOT NULL ELSE from_start IS NOT NULL END
    ELSE resourceType <> 'Medication' END, false) AS usable,
  CASE WHEN NOT usable OR strange OR elsewhere OR undated OR unread_date IS NOT NULL
      OR unread_number IS NOT NULL
    THEN struct_pack(resource_type := resourceType, id, known := concept IS NOT NULL, strange, elsewhere,
      medicine, left_out, undated, unread_date, unread_number) END AS doubt,
  file
FROM timed;

--: problems
WITH problem AS (
  SELECT DISTINCT file, CASE WHEN doubt IS NULL OR resource_type IS NOT NULL THEN resource END AS resource,
    CASE WHEN doubt IS NOT NULL AND resource_type IS NULL THEN rowid END AS row, unnest([
    CASE WHEN doubt IS NOT NULL AND resource_type IS NULL THEN ['S340', ''] END,
    CASE WHEN strange AND resource_type IS NOT NULL THEN ['S342', resource_type] END,
    CASE WHEN elsewhere AND resource_type IS NOT NULL THEN ['S343', resource_type] END,
    CASE WHEN person IS NULL AND list_contains(getvariable('person_types'), resource_type)
      THEN ['S344', ''] END,
    CASE WHEN is_missing AND coalesce(known, true) THEN ['S345', person] END,
    CASE WHEN unread_date IS NOT NULL THEN ['S346', unread_date] END,
    CASE WHEN undated AND known AND left_out IS NULL AND resource_type <> 'Medication'
      THEN ['S347', ''] END,
    CASE WHEN unread_number IS NOT NULL THEN ['S348', unread_number] END,
    CASE WHEN left_out IS NOT NULL THEN ['S349', left_out] END,
    CASE WHEN medicine IS NOT NULL AND NOT known AND NOT starts_with(medicine, '#')
      AND id_in(medicine) NOT IN (SELECT doubt.id FROM record
        WHERE doubt.resource_type = 'Medication' AND doubt.id IS NOT NULL)
      THEN ['S350', medicine] END
  ]) AS found
  FROM (SELECT file, resource, person, rowid, doubt, unnest(doubt),
      kind <> 'patient' AND person NOT IN ($people) AS is_missing
    FROM record)
  WHERE doubt IS NOT NULL OR is_missing
  $plain
)
SELECT found[1], count(DISTINCT coalesce(resource, row::VARCHAR)),
  min(struct_pack(file := file, resource := coalesce(resource, ''), detail := found[2]), {places})
FROM problem WHERE found IS NOT NULL GROUP BY found[1] ORDER BY found[1];

--: people
SELECT person FROM record WHERE kind = 'patient' AND person IS NOT NULL

--: plain_people
SELECT person FROM entry WHERE shape IN (SELECT shape FROM way WHERE kind = 'patient')

--: plain_problems
UNION ALL
  SELECT DISTINCT file, prefix || resource, NULL, ['S345', person] FROM entry JOIN way USING (shape)
  WHERE way.kind <> 'patient' AND person NOT IN ($people)

--: medicines
-- A medicine that is a resource of its own gives its code to those that refer to it.
INSERT INTO record BY NAME
SELECT taken.* REPLACE (medicine.system AS system, medicine.code AS code, medicine.concept AS concept,
  medicine.recorded AS recorded, true AS usable)
FROM record taken JOIN record medicine ON medicine.doubt.id = id_in(taken.doubt.medicine)
WHERE NOT taken.doubt.known AND taken.doubt.left_out IS NULL AND taken.person IS NOT NULL
  AND medicine.doubt.resource_type = 'Medication' AND medicine.doubt.known;

--: used
DELETE FROM record WHERE NOT usable;
ALTER TABLE record DROP COLUMN usable;
ALTER TABLE record DROP COLUMN doubt;
ALTER TABLE record DROP COLUMN file;
