-- Every word on a sheet is its office's, a return and a taking back as well, and no two judgements are in one hand; lib/appraisal/standing.ts
-- says the same.

CREATE FUNCTION has_judged_otherwise(sheet appraisal, office "DeputyRoom", who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT who = sheet.employee_id OR are_related(sheet.employee_id, who)
    OR (office <> 'manager' AND (who = sheet.manager_id OR had_part(sheet, 'manager', who) OR EXISTS (
      SELECT FROM submission m WHERE m.appraisal_id = sheet.id AND m.side = 'manager' AND m.submitted_by_id = who)))
    OR (office = 'hr' AND (who IS NOT DISTINCT FROM sheet.second_level_id OR had_part(sheet, 'second_level', who)
      OR EXISTS (SELECT FROM approval g WHERE g.appraisal_id = sheet.id AND g.by_id = who)))
    OR (office = 'approver' AND EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = sheet.id AND h.by_id = who))
$$;

-- What keeps a deputy besides: another part in the sheet, be it still to come; and nobody stands in over whom they report to.
CREATE FUNCTION has_another_part(sheet appraisal, office "DeputyRoom", who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT is_below(who, sheet.employee_id)
    OR (office <> 'approver' AND who IS NOT DISTINCT FROM sheet.approver_id)
    OR (office IN ('manager', 'approver') AND (who IS NOT DISTINCT FROM sheet.second_level_id OR had_part(sheet, 'second_level', who)))
    OR (office IN ('manager', 'second_level') AND (
      EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = sheet.id AND h.by_id = who)
      OR EXISTS (SELECT FROM approval g WHERE g.appraisal_id = sheet.id AND g.by_id = who)))
$$;

CREATE OR REPLACE FUNCTION acts_in_office(sheet appraisal, office "DeputyRoom", who uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT holds_office(sheet, office, who)
  OR (CASE office
      WHEN 'hr' THEN sheet.state IN ('hr_audit', 'objected')
        OR EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = sheet.id AND h.by_id = who)
      WHEN 'second_level' THEN sheet.second_level_id IS NULL
      ELSE false
    END AND is_hr_admin(who) AND no_partner_clear(sheet, office))
  OR (NOT (office = 'approver' AND sheet.approver_id IS NULL) AND EXISTS (
    SELECT FROM delegation d
    WHERE d.deputy_id = who AND office = ANY(d.rooms) AND d.starts_at <= moment AND d.ends_at > moment
      AND (d.ended_at IS NULL OR d.ended_at > moment) AND holds_office(sheet, office, d.for_id)
      AND NOT has_judged_otherwise(sheet, office, d.for_id) AND NOT has_another_part(sheet, office, who)
      AND (cardinality(d.employee_ids) + cardinality(d.department_ids) = 0 OR sheet.employee_id = ANY(d.employee_ids)
        OR EXISTS (
          WITH RECURSIVE above (id) AS (
            SELECT sheet.department_id
            UNION SELECT u.parent_id FROM department u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL
          ) SELECT FROM above WHERE above.id = ANY(d.department_ids)))))
$$;

CREATE OR REPLACE FUNCTION refuse_out_of_office() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  office "DeputyRoom" := TG_ARGV[0];
  who uuid := to_jsonb(NEW) ->> TG_ARGV[1];
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NOT acts_in_office(sheet, office, who, (to_jsonb(NEW) ->> TG_ARGV[2])::timestamptz) OR has_judged_otherwise(sheet, office, who) THEN
    RAISE EXCEPTION '% by somebody without the office for it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- The same of whom an interview is between: the person themselves, or the manager.
CREATE FUNCTION refuse_stranger_to_interview() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF who <> sheet.employee_id AND (NOT acts_in_office(sheet, 'manager', who, (to_jsonb(NEW) ->> TG_ARGV[1])::timestamptz)
    OR has_judged_otherwise(sheet, 'manager', who)) THEN
    RAISE EXCEPTION '% by somebody without the office for it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_of_both BEFORE INSERT ON appointment FOR EACH ROW
  EXECUTE FUNCTION refuse_stranger_to_interview('by_id', 'at');
CREATE TRIGGER interview_preparation_of_both BEFORE INSERT OR UPDATE ON interview_preparation FOR EACH ROW
  EXECUTE FUNCTION refuse_stranger_to_interview('author_id', 'saved_at');
CREATE TRIGGER interview_draft_of_manager BEFORE INSERT OR UPDATE ON interview_draft FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('manager', 'author_id', 'saved_at');

ALTER TABLE appointment ADD CONSTRAINT appointment_lasts CHECK (minutes BETWEEN 5 AND 480) NOT VALID;

CREATE TRIGGER appointment_bounds BEFORE INSERT ON appointment FOR EACH ROW
  WHEN (NEW.starts_at < '1949-12-31 00:00Z' OR NEW.starts_at >= '2201-01-03 00:00Z') EXECUTE FUNCTION refuse_date_out_of_bounds();

-- A sheet is returned from where it stands, by whose turn it is, or by HR.
CREATE FUNCTION refuse_return_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
  office "DeputyRoom" := CASE NEW.from_state
    WHEN 'manager_scoring' THEN 'manager' WHEN 'second_level' THEN 'second_level' WHEN 'approval' THEN 'approver' ELSE 'hr' END;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NOT EXISTS (SELECT FROM unnest(ARRAY[office, 'hr']) AS held (office)
    WHERE acts_in_office(sheet, held.office, NEW.by_id, NEW.at) AND NOT has_judged_otherwise(sheet, held.office, NEW.by_id)) THEN
    RAISE EXCEPTION '% by somebody without the office for it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF place_in_chain(NEW.to_state) >= place_in_chain(NEW.from_state) THEN
    RAISE EXCEPTION 'a return leads back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_note_said_in_office BEFORE INSERT ON return_note FOR EACH ROW EXECUTE FUNCTION refuse_return_by_others();

-- What was handed in last is taken back by its side, while it waits where it led.
CREATE FUNCTION refuse_foreign_taking_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NEW.number <> (SELECT max(number) FROM submission m WHERE m.appraisal_id = NEW.appraisal_id AND m.side = NEW.side)
    OR NOT (CASE NEW.side
      WHEN 'self' THEN sheet.state = 'manager_scoring' AND NEW.by_id = sheet.employee_id
      ELSE sheet.state = 'second_level' AND acts_in_office(sheet, 'manager', NEW.by_id, NEW.at)
        AND NOT has_judged_otherwise(sheet, 'manager', NEW.by_id)
    END) THEN
    RAISE EXCEPTION 'what was handed in is taken back by its side' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_fate_of_its_side BEFORE INSERT ON submission_fate FOR EACH ROW
  WHEN (NEW.fate = 'taken_back') EXECUTE FUNCTION refuse_foreign_taking_back();

-- A word on a score is on a value of the cycle's framework and in the round the sheet is in; one that is taken back not once the
-- result is published.
CREATE FUNCTION refuse_word_on_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NEW.round <> sheet.round
    OR (TG_TABLE_NAME <> 'second_level_decision' AND NOT EXISTS (
      SELECT FROM cycle c JOIN value v ON v.framework_version_id = c.framework_version_id
      WHERE c.id = sheet.cycle_id AND v.key = to_jsonb(NEW) ->> 'value_key'))
    OR (NEW.verdict::text = 'taken_back' AND place_in_chain(sheet.state) >= place_in_chain('published')
      AND TG_TABLE_NAME <> 'hr_verification')
    OR NEW.at < (SELECT c.opened_at FROM cycle c WHERE c.id = sheet.cycle_id) THEN
    RAISE EXCEPTION '% on nothing of the sheet', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_level_decision_written_on_sheet BEFORE INSERT ON second_level_decision FOR EACH ROW
  EXECUTE FUNCTION refuse_word_on_nothing();
CREATE TRIGGER hr_verification_written_on_sheet BEFORE INSERT ON hr_verification FOR EACH ROW EXECUTE FUNCTION refuse_word_on_nothing();
CREATE TRIGGER approval_written_on_sheet BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION refuse_word_on_nothing();
