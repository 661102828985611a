-- What a cycle stands on changes by a record in the same transaction, or not at all.

CREATE OR REPLACE FUNCTION refuse_change_of_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.framework_version_id, NEW.policy_version_id) IS DISTINCT FROM (OLD.framework_version_id, OLD.policy_version_id) THEN
    RAISE EXCEPTION 'a cycle keeps the versions it was opened with' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.year, NEW.quarter, NEW.opened_at, NEW.opened_by_id) IS DISTINCT FROM (OLD.id, OLD.year, OLD.quarter, OLD.opened_at, OLD.opened_by_id) THEN
    RAISE EXCEPTION 'a cycle keeps its quarter and who opened it when' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A cycle's windows move with an event of the cycle; they never go.
CREATE FUNCTION refuse_silent_window() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_event v WHERE v.cycle_id = NEW.cycle_id AND v.kind IN ('cycle.window_changed', 'cycle.resumed')
    AND v.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a window moves with a record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stage_window_moves_by_record AFTER UPDATE ON stage_window DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_silent_window();
CREATE TRIGGER stage_window_stays BEFORE DELETE ON stage_window FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stage_window_keeps_stage BEFORE UPDATE ON stage_window FOR EACH ROW
  WHEN ((OLD.cycle_id, OLD.stage) IS DISTINCT FROM (NEW.cycle_id, NEW.stage)) EXECUTE FUNCTION refuse_change();

-- More time for single sheets: of a change of the cycle, of a return, of a verification withdrawn, of another department.
CREATE FUNCTION refuse_silent_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appraisal a JOIN cycle_change c ON c.cycle_id = a.cycle_id
      WHERE a.id = NEW.appraisal_id AND c.xmin = pg_current_xact_id()::xid)
    AND NOT EXISTS (SELECT FROM return_note n WHERE n.appraisal_id = NEW.appraisal_id AND n.xmin = pg_current_xact_id()::xid)
    AND NOT EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = NEW.appraisal_id AND h.xmin = pg_current_xact_id()::xid)
    AND NOT EXISTS (SELECT FROM hand_over h WHERE h.appraisal_id = NEW.appraisal_id AND h.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'more time is given with a record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER own_window_given_by_record AFTER INSERT OR UPDATE ON own_window DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_silent_time();

-- Where a participant stood is frozen at opening, and at including whoever had no sheet.
CREATE FUNCTION refuse_other_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.cycle_id, NEW.employee_id) IS DISTINCT FROM (OLD.id, OLD.cycle_id, OLD.employee_id)
    OR NOT (OLD.exempt_reason IS NOT NULL AND NEW.exempt_reason IS NULL
      AND NOT EXISTS (SELECT FROM appraisal a WHERE a.participant_id = OLD.id)) THEN
    RAISE EXCEPTION 'where a participant stood stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER participant_stays_where BEFORE UPDATE ON participant FOR EACH ROW
  WHEN ((OLD.id, OLD.cycle_id, OLD.employee_id, OLD.manager_id, OLD.second_level_id, OLD.department_id, OLD.division_id, OLD.approver_id, OLD.hr_partner_id)
    IS DISTINCT FROM
    (NEW.id, NEW.cycle_id, NEW.employee_id, NEW.manager_id, NEW.second_level_id, NEW.department_id, NEW.division_id, NEW.approver_id, NEW.hr_partner_id))
  EXECUTE FUNCTION refuse_other_place();

-- Nobody is taken out once the result is published; whoever leaves may leave it unanswered.
CREATE FUNCTION refuse_end_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cycle_change c WHERE c.cycle_id = NEW.cycle_id AND c.employee_id = NEW.employee_id
    AND c.kind = 'left' AND c.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'nobody is taken out whose result is published' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_published_stays_in AFTER UPDATE ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.state IN ('published', 'acknowledged', 'objected'))
  EXECUTE FUNCTION refuse_end_of_published();

-- A plan begins open.
CREATE FUNCTION refuse_settled_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a plan begins open' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER planned_line_begins_open BEFORE INSERT ON planned_line FOR EACH ROW
  WHEN (num_nonnulls(NEW.cancelled_at, NEW.done_at, NEW.fault, NEW.seen_at) > 0) EXECUTE FUNCTION refuse_settled_plan();

-- A reporting line is kept by the trigger of its employee alone.
CREATE FUNCTION refuse_invented_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reporting line is kept with its employee' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reporting_line_of_employee BEFORE INSERT ON reporting_line FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_invented_line();

-- Nobody comes to stand above themselves; asked at the end, for people may change places in one transaction.
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_below(NEW.id, NEW.id) THEN
    RAISE EXCEPTION 'nobody reports to themselves by others' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER employee_in_no_circle AFTER UPDATE ON employee DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.manager_id IS DISTINCT FROM NEW.manager_id) EXECUTE FUNCTION refuse_circle();
