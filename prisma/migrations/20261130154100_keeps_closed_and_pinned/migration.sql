-- Rows of a closed cycle stay in it, and none come to it: both what a row was and what it becomes is asked.

CREATE OR REPLACE FUNCTION refuse_in_closed_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM appraisal a JOIN cycle c ON c.id = a.cycle_id WHERE c.state = 'closed'
      AND a.id IN ((to_jsonb(OLD) ->> 'appraisal_id')::uuid, (to_jsonb(NEW) ->> 'appraisal_id')::uuid)
  ) THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER appraisal_cycle_open ON appraisal;
CREATE TRIGGER appraisal_cycle_open BEFORE UPDATE OR DELETE ON appraisal FOR EACH ROW EXECUTE FUNCTION refuse_of_closed_cycle();

-- Asked once a statement: a cycle opens for everybody with one.
CREATE FUNCTION refuse_more_in_closed_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM given JOIN cycle c ON c.id = given.cycle_id WHERE c.state = 'closed') THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER participant_opens_with_cycle AFTER INSERT ON participant
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();
CREATE TRIGGER appraisal_opens_with_cycle AFTER INSERT ON appraisal
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();
CREATE TRIGGER stage_window_opens_with_cycle AFTER INSERT ON stage_window
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();

-- A sheet begins in the hands its participant names; later it changes them by hand-overs alone.
CREATE FUNCTION refuse_other_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM given a JOIN participant p ON p.id = a.participant_id
    WHERE (a.manager_id, a.second_level_id, a.approver_id, a.hr_partner_id, a.department_id, a.division_id)
      IS DISTINCT FROM (p.manager_id, p.second_level_id, p.approver_id, p.hr_partner_id, p.department_id, p.division_id)
  ) THEN
    RAISE EXCEPTION 'a sheet begins in the hands its participant names' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appraisal_begins_as_named AFTER INSERT ON appraisal
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_holders();

CREATE FUNCTION refuse_change_of_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.framework_version_id, NEW.policy_version_id) IS DISTINCT FROM (OLD.framework_version_id, OLD.policy_version_id) THEN
    RAISE EXCEPTION 'a cycle keeps the versions it was opened with' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cycle_stays BEFORE UPDATE ON cycle FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cycle();

CREATE TRIGGER appraisal_stays BEFORE DELETE ON appraisal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER cycle_no_truncate BEFORE TRUNCATE ON cycle FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stage_window_no_truncate BEFORE TRUNCATE ON stage_window FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER participant_no_truncate BEFORE TRUNCATE ON participant FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appraisal_no_truncate BEFORE TRUNCATE ON appraisal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER judgement_no_truncate BEFORE TRUNCATE ON judgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appraisal_case_no_truncate BEFORE TRUNCATE ON appraisal_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER value_score_no_truncate BEFORE TRUNCATE ON value_score FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER framework_version_no_truncate BEFORE TRUNCATE ON framework_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_version_no_truncate BEFORE TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER value_no_truncate BEFORE TRUNCATE ON value FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rung_no_truncate BEFORE TRUNCATE ON rung FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
