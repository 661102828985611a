-- What comes up again because its return was taken back comes as it was handed in.

-- The scores, judgements, cases and words of a side are those of its last submission that stands.
CREATE FUNCTION is_as_handed_in(sheet appraisal, of_side "Side") RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH last AS (
    SELECT m.sheet FROM submission m
    WHERE m.appraisal_id = sheet.id AND m.side = of_side AND NOT EXISTS (SELECT FROM submission_fate f
      WHERE (f.appraisal_id, f.side, f.number) = (m.appraisal_id, m.side, m.number) AND f.fate = 'taken_back')
    ORDER BY m.number DESC LIMIT 1
  ), was AS (
    SELECT v.id AS value_id, last.sheet ? 'scores' AS scored, (last.sheet -> 'scores' ->> v.key)::int AS half_points, one.*
    FROM last, jsonb_array_elements(last.sheet -> 'values') AS line
      CROSS JOIN jsonb_to_record(line) AS one (key text, judgements jsonb, cases jsonb, justification text)
      JOIN cycle c ON c.id = sheet.cycle_id
      JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = one.key
  )
  SELECT EXISTS (SELECT FROM last) AND NOT EXISTS (
    SELECT FROM was LEFT JOIN value_score s ON s.appraisal_id = sheet.id AND s.side = of_side AND s.value_id = was.value_id
    WHERE (was.scored AND s.half_points IS DISTINCT FROM was.half_points)
      OR (of_side = 'manager' AND coalesce(s.justification, '') <> coalesce(was.justification, ''))
      OR coalesce((SELECT jsonb_object_agg(j.point::text, j.verdict) FROM judgement j
        WHERE j.appraisal_id = sheet.id AND j.side = of_side AND j.value_id = was.value_id), '{}') <> coalesce(was.judgements, '{}')
      OR EXISTS (
        SELECT FROM (SELECT * FROM appraisal_case c WHERE c.appraisal_id = sheet.id AND c.side = of_side AND c.value_id = was.value_id) here
          FULL JOIN jsonb_to_recordset(coalesce(was.cases, '[]')) AS kept (id uuid, rung int, title text, happened text, action text, outcome text)
            ON kept.id = here.id
        WHERE (here.id, here.point, here.title, here.happened, here.action, here.outcome)
          IS DISTINCT FROM (kept.id, kept.rung, kept.title, kept.happened, kept.action, kept.outcome))
  )
$$;

CREATE FUNCTION refuse_altered_on_the_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF taken_back_to(NEW, NEW.state) AND NOT (is_as_handed_in(NEW, 'self')
    AND (NEW.state = 'manager_scoring' OR is_as_handed_in(NEW, 'manager'))) THEN
    RAISE EXCEPTION 'a sheet goes up again as it was handed in' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_goes_up_as_it_was AFTER UPDATE OF state ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IN ('self_review', 'manager_scoring') AND NEW.state NOT IN ('self_review', OLD.state))
  EXECUTE FUNCTION refuse_altered_on_the_way();
