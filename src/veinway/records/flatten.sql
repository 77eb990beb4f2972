-- Everything that one input holds, as one row a coded event. Read by flatten.py, which runs the parts
-- between the lines that begin with "--:" one after the other, and fills in what stands in {{braces}}.

--: macros
CREATE OR REPLACE TEMP MACRO first_coding(concept) AS coalesce(
  list_filter(concept.coding, lambda one: one.system = {own_options})[1], concept.coding[1]);
CREATE OR REPLACE TEMP MACRO bare(code) AS upper(replace(code, '.', ''));
CREATE OR REPLACE TEMP MACRO person_in(reference) AS CASE
  WHEN starts_with(reference, 'urn:uuid:') OR starts_with(reference, 'urn:oid:')
  THEN regexp_extract(reference, '^urn:(?:uuid|oid):(.+)$', 1)
  ELSE nullif(regexp_extract(reference, '(?:^|/)Patient/([A-Za-z0-9.-]{{1,64}})(?:/_history/.*)?$', 1), '') END;
CREATE OR REPLACE TEMP MACRO instant(written) AS CASE
  WHEN length(written) <= 10 THEN NULL
  WHEN regexp_matches(written, '(Z|[+-][0-9]{{2}}:[0-9]{{2}})$') THEN TRY_CAST(written AS TIMESTAMPTZ)
  ELSE TRY_CAST(written AS TIMESTAMP) AT TIME ZONE {zone} END;
CREATE OR REPLACE TEMP MACRO day_in(written, moment) AS CASE
  WHEN length(written) > 10 THEN CAST(moment AT TIME ZONE {zone} AS DATE)
  WHEN length(written) = 10 THEN TRY_CAST(written AS DATE)
  WHEN length(written) = 7 THEN TRY_CAST(written || '-01' AS DATE)
  WHEN length(written) = 4 THEN TRY_CAST(written || '-01-01' AS DATE) END;
CREATE OR REPLACE TEMP MACRO day_until(written, day) AS CASE length(written)
  WHEN 4 THEN day + INTERVAL 1 YEAR - INTERVAL 1 DAY
  WHEN 7 THEN day + INTERVAL 1 MONTH - INTERVAL 1 DAY
  ELSE day END;
CREATE OR REPLACE TEMP MACRO minute_of(moment) AS CAST(floor(epoch_ms(moment) / 60000.0) AS BIGINT);
CREATE OR REPLACE TEMP MACRO midnight(day) AS minute_of(CAST(day AS TIMESTAMP) AT TIME ZONE {zone});
CREATE OR REPLACE TEMP MACRO day_number(day) AS CAST(CAST(day AS DATE) - DATE '1970-01-01' AS INTEGER);
CREATE OR REPLACE TEMP MACRO side_in(words) AS CASE
  WHEN words IS NULL THEN ''
  WHEN regexp_matches(words, '\b(bilateral|both|51440002)\b') THEN 'both'
  WHEN regexp_matches(words, '\b(left|lt|7771000|419161000)\b')
    THEN CASE WHEN regexp_matches(words, '\b(right|rt|24028007|419465000)\b') THEN 'both' ELSE 'left' END
  WHEN regexp_matches(words, '\b(right|rt|24028007|419465000)\b') THEN 'right'
  ELSE '' END;
CREATE OR REPLACE TEMP MACRO side_of_icd(code) AS CASE
  regexp_extract(bare(code), '^(?:I801|I802.|I82[45].)([123])$', 1)
  WHEN '1' THEN 'right' WHEN '2' THEN 'left' WHEN '3' THEN 'both' ELSE '' END;

--: kept
-- One pass over the files. A line that carries no code of ours is dropped as soon as it is parsed.
CREATE OR REPLACE TEMP TABLE kept AS
WITH line AS (
  FROM read_json({files}, format = 'newline_delimited', ignore_errors = true, filename = true,
                 maximum_object_size = {largest_line}, columns = {columns})
), coded AS (
  SELECT *,
    unnest(coalesce(
      code.coding, medicationCodeableConcept.coding,
      CASE WHEN procedureCode IS NOT NULL
        THEN flatten(list_transform(procedureCode, lambda one: one.coding)) END,
      CASE WHEN resourceType = 'Encounter'
        THEN list_prepend(class, coalesce(flatten(list_transform(type, lambda one: one.coding)), [])) END,
      [NULL])) AS coding,
    unnest(CASE WHEN component IS NOT NULL
      THEN flatten(list_transform(component, lambda one: list_transform(
        one.code.coding, lambda name: struct_pack(coding := name, item := one)))) END) AS part,
    regexp_extract(parse_filename(filename), '(?:^|[^A-Za-z])([A-Z][A-Za-z]+)', 1) AS named
  FROM line
)
SELECT * EXCLUDE (component, procedureCode, class, type),
  resourceType IS NULL OR resourceType NOT IN {known_types} AS strange,
  named IN {known_types} AND named <> resourceType AS elsewhere
FROM coded
WHERE coding.code IN (SELECT code FROM code_list WHERE NOT descendants)
   OR coding.system = {own_system}
   OR (coding.system IN (SELECT system FROM code_list WHERE descendants)
       AND bare(coding.code)[:2] IN (SELECT bare(code)[:2] FROM code_list WHERE descendants))
   OR part.coding.code IN (SELECT code FROM code_list WHERE NOT descendants)
   OR part.coding.system = {own_system}
   OR resourceType = 'Patient'
   OR medicationReference IS NOT NULL
   OR (coalesce(subject.reference, patient.reference) IS NULL AND resourceType IN {of_a_person})
   OR strange OR elsewhere;

--: record
CREATE OR REPLACE TABLE record AS
WITH item AS (
  SELECT *, part: NULL FROM kept
)
SELECT 1;
