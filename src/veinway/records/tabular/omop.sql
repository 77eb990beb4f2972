-- The rows of OMOP tables as the columns of FHIR resources. omop.py fills in the parts that begin with
-- "--:"; each table comes with columns of the same names, all of them text, NULL where it has none.

--: words
CREATE OR REPLACE MACRO omop_id(written) AS nullif(TRY_CAST(written AS BIGINT), 0);
-- The time where it says more than the day and agrees with it: midnight stands for any time of the day.
CREATE OR REPLACE MACRO omop_moment(day, moment) AS CASE
  WHEN TRY_CAST(moment AS TIMESTAMPTZ) <> date_trunc('day', TRY_CAST(moment AS TIMESTAMPTZ))
    AND CAST(TRY_CAST(moment AS TIMESTAMPTZ) AS DATE) = TRY_CAST(coalesce(day, moment) AS DATE)
  THEN strftime(TRY_CAST(moment AS TIMESTAMPTZ), '%Y-%m-%dT%H:%M:%S')
  ELSE coalesce(CAST(TRY_CAST(coalesce(day, moment) AS DATE) AS VARCHAR), day, moment) END;
CREATE OR REPLACE MACRO omop_coding(concept) AS CASE WHEN concept.code IS NOT NULL
  THEN struct_pack(system := concept.system, code := concept.code, display := concept.display) END;
CREATE OR REPLACE MACRO omop_one(coding) AS CASE WHEN coding IS NOT NULL
  THEN struct_pack(coding := [coding], text := NULL::VARCHAR) END;
-- Where nobody mapped a value, its text may be a number with a sign, as in "<500".
CREATE OR REPLACE MACRO omop_number_in(written) AS nullif(
  regexp_extract(written, '^\s*(?:<=|>=|<|>)?\s*(\d+(?:\.\d+)?)\s*$', 1), '');
CREATE OR REPLACE MACRO omop_sign_in(written) AS nullif(
  regexp_extract(written, '^\s*(<=|>=|<|>)\s*\d+(?:\.\d+)?\s*$', 1), '');
CREATE OR REPLACE MACRO omop_verified(status) AS CASE
  WHEN regexp_matches(status, '(?i)preliminary|differential|suspected|provisional|to be diagnosed')
  THEN 'provisional'
  WHEN regexp_matches(status, '(?i)refuted|ruled.out|excluded') THEN 'refuted' END;

--: concepts
CREATE OR REPLACE TABLE omop_concept AS
SELECT omop_id(concept_id) AS concept_id, vocabulary_id AS vocabulary, concept_name AS display,
  concept_class_id AS class,
  coalesce(MAP {systems}[vocabulary_id], 'omop:' || vocabulary_id) AS system,
  CASE WHEN vocabulary_id = 'Visit' THEN coalesce(MAP {visits}[concept_code], concept_code)
    ELSE concept_code END AS code
FROM ({concept}) WHERE omop_id(concept_id) IN ({used})

--: coded
SELECT t.*, c.class AS class, s.class AS source_class,
  list_distinct(list_filter([omop_coding(c), omop_coding(s)], lambda one: one IS NOT NULL)) AS codings,
  struct_pack(coding := codings, text := NULL::VARCHAR) AS concepts,
  omop_coding(a) AS answer_coding, st.display AS status_words, op.display AS sign_words,
  concat_ws(' ', si.code, si.display, t.side_words) AS side_said,
  CASE WHEN u.vocabulary = 'UCUM' THEN u.code END AS unit_code, u.display AS unit_display,
  omop_moment(day, moment) AS begins, omop_moment(end_day, end_moment) AS ends,
  concat('{name}-', key) AS id, struct_pack(reference := 'Patient/' || person) AS subject,
  {number}::INTEGER AS file
FROM ({rows}) t
LEFT JOIN omop_concept c ON c.concept_id = omop_id(t.concept)
LEFT JOIN omop_concept s ON s.concept_id = omop_id(t.source_concept)
LEFT JOIN omop_concept a ON a.concept_id = omop_id(t.answer)
LEFT JOIN omop_concept st ON st.concept_id = omop_id(t.status)
LEFT JOIN omop_concept op ON op.concept_id = omop_id(t.operator)
LEFT JOIN omop_concept si ON si.concept_id = omop_id(t.side)
LEFT JOIN omop_concept u ON u.concept_id = omop_id(t.unit)

--: person
SELECT 'Patient' AS "resourceType", 'Patient' AS named, person AS id,
  CASE WHEN omop_id(year) IS NULL THEN CAST(TRY_CAST(moment AS DATE) AS VARCHAR)
    WHEN omop_id(month) IS NULL THEN format('{{:04d}}', omop_id(year))
    WHEN omop_id(day) IS NULL THEN format('{{:04d}}-{{:02d}}', omop_id(year), omop_id(month))
    ELSE format('{{:04d}}-{{:02d}}-{{:02d}}', omop_id(year), omop_id(month), omop_id(day)) END
    AS "birthDate",
  MAP {{'M': 'male', 'F': 'female', 'O': 'other'}}[c.code] AS gender, {number}::INTEGER AS file
FROM ({rows}) t LEFT JOIN omop_concept c ON c.concept_id = omop_id(t.concept)

--: visit_occurrence
SELECT 'Encounter' AS "resourceType", 'Encounter' AS named, id, subject, file, 'finished' AS status,
  codings[1] AS class, struct_pack("start" := begins, "end" := ends) AS period
FROM ({coded})

--: condition_occurrence
SELECT 'Condition' AS "resourceType", 'Condition' AS named, id, subject, file, concepts AS code,
  begins AS "onsetDateTime", ends AS "abatementDateTime",
  CASE WHEN omop_verified(status_words) IS NOT NULL THEN omop_one(struct_pack(
    system := NULL::VARCHAR, code := omop_verified(status_words), display := NULL::VARCHAR)) END
    AS "verificationStatus"
FROM ({coded})

--: drug_exposure
-- An end on the day of the beginning, without any supply, was only filled in: the end is not known.
SELECT 'MedicationAdministration' AS "resourceType", 'MedicationAdministration' AS named, id, subject,
  file, concepts AS "medicationCodeableConcept", begins AS "effectiveDateTime",
  CASE WHEN filled_in THEN 'stopped' ELSE 'completed' END AS status,
  to_json(struct_pack("end" := CASE WHEN NOT filled_in THEN coalesce(verbatim_end, ends) END))
    AS "effectivePeriod"
FROM (SELECT *, coalesce(verbatim_end IS NULL AND omop_id(supply) IS NULL AND ends[:10] = begins[:10],
  false) AS filled_in FROM ({coded}))

--: procedure_occurrence
SELECT 'Procedure' AS "resourceType", 'Procedure' AS named, id, subject, file, 'completed' AS status,
  concepts AS code, begins AS "performedDateTime",
  struct_pack("start" := NULL::VARCHAR, "end" := ends) AS "performedPeriod",
  to_json(nullif(side_said, '')) AS "bodySite"
FROM ({coded})

--: measurement
SELECT * FROM ({observed})

--: observation
-- A finding says something by being there; another concept asks, and without an answer says nothing.
SELECT * EXCLUDE (found), CASE WHEN found AND "valueQuantity" IS NULL AND "valueCodeableConcept" IS NULL
  THEN true END AS "valueBoolean"
FROM ({observed})

--: observed
SELECT 'Observation' AS "resourceType", 'Observation' AS named, id, subject, file, 'final' AS status,
  concepts AS code, begins AS "effectiveDateTime", to_json(nullif(side_said, '')) AS "bodySite",
  CASE WHEN amount IS NOT NULL THEN struct_pack(value := amount, comparator := nullif(sign, '='),
    unit := coalesce(unit_words, CASE WHEN unit_code IS NULL THEN unit_display END),
    code := unit_code) END AS "valueQuantity",
  omop_one(coalesce(answer_coding, CASE WHEN amount IS NULL AND stated IS NOT NULL
    THEN struct_pack(system := 'omop:not mapped', code := left(stated, 40), display := NULL::VARCHAR) END))
    AS "valueCodeableConcept",
  CASE WHEN high IS NOT NULL THEN to_json([struct_pack(high := struct_pack(value := high))]) END
    AS "referenceRange",
  coalesce(class IN ({findings}), false) OR coalesce(source_class IN ({findings}), false) AS found
FROM (SELECT *, coalesce(number, omop_number_in(written_value)) AS amount,
  coalesce(words, written_value) AS stated,
  -- The operator may be lost where the number is kept; the text that it was made from still has it.
  coalesce(CASE WHEN sign_words <> '=' THEN sign_words END,
    CASE WHEN coalesce(TRY_CAST(number AS DOUBLE) = TRY_CAST(omop_number_in(written_value) AS DOUBLE),
      number IS NULL) THEN omop_sign_in(written_value) END, sign_words) AS sign
  FROM ({coded}))

--: unmapped
SELECT kind, said, count(*) AS rows FROM (
  SELECT CASE WHEN codings = [] THEN 'none' ELSE 'unlisted' END AS kind,
    CASE WHEN codings = [] THEN coalesce(written, 'nothing written')
      ELSE replace(codings[1].system, 'omop:', '') END AS said
  FROM ({coded})
  WHERE NOT coalesce(list_bool_or(list_transform(codings, lambda one: one.system IN ({spoken}))), false)
) GROUP BY ALL ORDER BY rows DESC, said
