-- Truths no program may break, whatever its version.

ALTER TABLE company ADD CONSTRAINT company_is_single CHECK (id = 1);

ALTER TABLE employee
  ADD CONSTRAINT employee_number_not_blank CHECK (number = btrim(number) AND number <> ''),
  ADD CONSTRAINT employee_email_lower_case CHECK (email = lower(email)),
  ADD CONSTRAINT employee_not_own_manager CHECK (manager_id <> id);

ALTER TABLE department ADD CONSTRAINT department_not_own_parent CHECK (parent_id <> id);

ALTER TABLE role_grant
  ADD CONSTRAINT role_grant_scope CHECK ((role = 'hr_partner') = (department_id IS NOT NULL));
CREATE UNIQUE INDEX role_grant_once ON role_grant (employee_id, role, coalesce(department_id, '00000000-0000-0000-0000-000000000000'::uuid))
  WHERE revoked_at IS NULL;

ALTER TABLE cycle
  ADD CONSTRAINT cycle_quarter CHECK (quarter BETWEEN 1 AND 4 AND year BETWEEN 2000 AND 2200),
  ADD CONSTRAINT cycle_closed_when CHECK ((state = 'closed') = (closed_at IS NOT NULL));

ALTER TABLE stage_window ADD CONSTRAINT stage_window_order CHECK (closes_at > opens_at);

ALTER TABLE participant
  ADD CONSTRAINT participant_manager_or_exempt CHECK (manager_id IS NOT NULL OR exempt_reason IS NOT NULL),
  ADD CONSTRAINT participant_not_own_judge CHECK (
    manager_id <> employee_id AND second_level_id <> employee_id AND approver_id <> employee_id AND hr_partner_id <> employee_id
  ),
  ADD CONSTRAINT participant_scorer_not_approver CHECK (approver_id <> manager_id);

ALTER TABLE value ADD CONSTRAINT value_max CHECK (max_half_points BETWEEN 2 AND 40);
ALTER TABLE rung ADD CONSTRAINT rung_point CHECK (point BETWEEN 1 AND 20);

ALTER TABLE value_score
  ADD CONSTRAINT value_score_half_points CHECK (half_points BETWEEN 0 AND max_half_points);
ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_version CHECK (version >= 1),
  ADD CONSTRAINT appraisal_totals CHECK (self_total >= 0 AND manager_total >= 0);

ALTER TABLE hr_verification
  ADD CONSTRAINT hr_verification_reason CHECK ((verdict = 'returned') = (case_reason IS NOT NULL)),
  ADD CONSTRAINT hr_verification_half_points CHECK (half_points >= 0);
ALTER TABLE approval
  ADD CONSTRAINT approval_half_points CHECK (half_points >= 0),
  ADD CONSTRAINT approval_declined_with_reason CHECK (verdict = 'approved' OR btrim(reason) <> '');
ALTER TABLE second_level_decision
  ADD CONSTRAINT second_level_returned_with_comment CHECK (verdict = 'agreed' OR btrim(comment) <> '');
ALTER TABLE return_note ADD CONSTRAINT return_note_reason CHECK (btrim(reason) <> '');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A cycle pins versions for ever, so a version never changes once written.
CREATE TRIGGER framework_version_frozen BEFORE UPDATE OR DELETE ON framework_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER value_frozen BEFORE UPDATE OR DELETE ON value FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rung_frozen BEFORE UPDATE OR DELETE ON rung FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_version_frozen BEFORE UPDATE OR DELETE ON policy_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_in_closed_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_appraisal uuid;
BEGIN
  of_appraisal := CASE TG_TABLE_NAME
    WHEN 'appraisal' THEN (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> 'id')::uuid
    ELSE (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> 'appraisal_id')::uuid
  END;
  IF EXISTS (SELECT 1 FROM appraisal a JOIN cycle c ON c.id = a.cycle_id WHERE a.id = of_appraisal AND c.state = 'closed') THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER appraisal_cycle_open BEFORE UPDATE OR DELETE ON appraisal FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER judgement_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON judgement FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER appraisal_case_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal_case FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER value_score_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON value_score FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER interview_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON interview FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER acknowledgement_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
