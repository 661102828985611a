-- A draw is of the scores as they were. What was drawn until now takes the score that stands; where the manager has the sheet
-- back it is not known, so HR looks at it.
ALTER TABLE "sample_item" ADD COLUMN "half_points" SMALLINT;

ALTER TABLE sample_item DISABLE TRIGGER sample_item_append_only;
UPDATE sample_item i SET half_points = s.half_points
FROM appraisal a, value v, cycle c, value_score s
WHERE a.id = i.appraisal_id AND a.state NOT IN ('self_review', 'manager_scoring') AND c.id = a.cycle_id
  AND v.framework_version_id = c.framework_version_id AND v.key = i.value_key
  AND s.appraisal_id = a.id AND s.value_id = v.id AND s.side = 'manager';
ALTER TABLE sample_item ENABLE TRIGGER sample_item_append_only;

-- From now on it is the score that stands when the draw is written.
CREATE FUNCTION refuse_other_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM given JOIN appraisal a ON a.id = given.appraisal_id JOIN cycle c ON c.id = a.cycle_id
      JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = given.value_key
      LEFT JOIN value_score s ON s.appraisal_id = a.id AND s.value_id = v.id AND s.side = 'manager'
    WHERE given.half_points IS DISTINCT FROM s.half_points
  ) THEN
    RAISE EXCEPTION 'a draw is of the scores that stand' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sample_item_score AFTER INSERT ON sample_item
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_score();

-- Whoever has seen what was drawn by their agreement does not take it back.
CREATE FUNCTION refuse_undrawing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM appraisal a JOIN sample_draw d ON d.cycle_id = a.cycle_id AND d.manager_id = a.manager_id
    WHERE a.id = NEW.appraisal_id AND d.at >= (SELECT w.at FROM second_level_decision w
      WHERE w.appraisal_id = a.id AND w.round = NEW.round AND w.verdict = 'agreed' ORDER BY w.sequence DESC LIMIT 1)
  ) THEN
    RAISE EXCEPTION 'an agreement stands once its draw is done' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_level_decision_drawn BEFORE INSERT ON second_level_decision FOR EACH ROW
  WHEN (NEW.verdict = 'taken_back') EXECUTE FUNCTION refuse_undrawing();

-- Nor does a sheet pass HR with an unconfirmed score that was drawn, or that is another than the one that took part.
CREATE FUNCTION refuse_passing_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM sample_item i JOIN cycle c ON c.id = NEW.cycle_id
      JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = i.value_key
      JOIN value_score s ON s.appraisal_id = i.appraisal_id AND s.value_id = v.id AND s.side = 'manager'
    WHERE i.appraisal_id = NEW.id AND s.may_sample AND (i.drawn OR i.half_points IS DISTINCT FROM s.half_points)
      AND (SELECT h.verdict FROM hr_verification h
        WHERE h.appraisal_id = NEW.id AND h.value_key = v.key AND h.half_points = s.half_points
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) IS DISTINCT FROM 'confirmed'
  ) THEN
    RAISE EXCEPTION 'a score the draw has HR look at is not confirmed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_drawn_confirmed AFTER UPDATE OF state ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IN ('second_level', 'hr_audit') AND NEW.state IN ('approval', 'interview'))
  EXECUTE FUNCTION refuse_passing_drawn();
