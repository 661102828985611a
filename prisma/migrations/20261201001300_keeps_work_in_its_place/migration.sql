-- What is written on a sheet is written where its work is done, by whoever holds the office, and goes the chain's ways. A new round
-- goes through the same places; a new place is a line in one of the two functions below.

-- The states in which a kind of work is written.
CREATE FUNCTION places_of(work text) RETURNS "AppraisalState"[] LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE work
    WHEN 'self' THEN '{self_review}'
    WHEN 'manager' THEN '{manager_scoring}'
    WHEN 'second_level' THEN '{second_level}'
    WHEN 'hr' THEN '{hr_audit}'
    WHEN 'approver' THEN '{approval}'
    WHEN 'interview' THEN '{interview}'
    WHEN 'answer' THEN '{published,acknowledged,objected}'
  END)::"AppraisalState"[]
$$;

-- Where each state moves on to; lib/appraisal/stages.ts says the same.
CREATE FUNCTION ways_on(state "AppraisalState") RETURNS "AppraisalState"[] LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE state::text
    WHEN 'self_review' THEN '{manager_scoring}'
    WHEN 'manager_scoring' THEN '{second_level}'
    WHEN 'second_level' THEN '{hr_audit,approval,interview}'
    WHEN 'hr_audit' THEN '{approval,interview}'
    WHEN 'approval' THEN '{interview}'
    WHEN 'interview' THEN '{published}'
    WHEN 'published' THEN '{acknowledged,objected}'
    WHEN 'acknowledged' THEN '{objected}'
    ELSE '{}'
  END)::"AppraisalState"[]
$$;

-- A row of a sheet comes, changes and goes where its work is done; the work is the trigger's argument, or the row's side. A hand-over
-- that begins anew clears what was written, wherever. With a sheet that comes to be come its rows: nothing was recorded of it before.
CREATE FUNCTION refuse_out_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (VALUES (to_jsonb(OLD)), (to_jsonb(NEW))) AS given (line)
      JOIN appraisal a ON a.id = (given.line ->> 'appraisal_id')::uuid
    WHERE NOT coalesce(a.state = ANY(places_of(coalesce(TG_ARGV[0], given.line ->> 'side'))), false)
      AND NOT (TG_OP = 'INSERT' AND a.xmin = pg_current_xact_id()::xid AND NOT EXISTS (
        SELECT FROM audit_event v WHERE v.appraisal_id = a.id AND v.xmin <> pg_current_xact_id()::xid))
      AND NOT EXISTS (SELECT FROM hand_over h WHERE h.appraisal_id = a.id AND h.xmin = pg_current_xact_id()::xid)
  ) THEN
    RAISE EXCEPTION 'a row of % is written where its work is done', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER judgement_written_in_place BEFORE INSERT OR UPDATE OR DELETE ON judgement FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place();
CREATE TRIGGER appraisal_case_written_in_place BEFORE INSERT OR UPDATE OR DELETE ON appraisal_case FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place();
CREATE TRIGGER value_score_written_in_place BEFORE INSERT OR UPDATE OR DELETE ON value_score FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place();
CREATE TRIGGER submission_written_in_place BEFORE INSERT ON submission FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place();
-- What is taken back stands where it led: `refuse_second_word` asks for the word itself.
CREATE TRIGGER second_level_decision_written_in_place BEFORE INSERT ON second_level_decision FOR EACH ROW
  WHEN (NEW.verdict <> 'taken_back') EXECUTE FUNCTION refuse_out_of_place('second_level');
CREATE TRIGGER hr_verification_written_in_place BEFORE INSERT ON hr_verification FOR EACH ROW
  WHEN (NEW.verdict <> 'taken_back') EXECUTE FUNCTION refuse_out_of_place('hr');
CREATE TRIGGER approval_written_in_place BEFORE INSERT ON approval FOR EACH ROW
  WHEN (NEW.verdict <> 'taken_back') EXECUTE FUNCTION refuse_out_of_place('approver');
CREATE TRIGGER interview_written_in_place BEFORE INSERT ON interview FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('interview');
CREATE TRIGGER interview_answered_in_place BEFORE UPDATE ON interview FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('answer');
CREATE TRIGGER interview_draft_written_in_place BEFORE INSERT OR UPDATE ON interview_draft FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('interview');
CREATE TRIGGER interview_preparation_written_in_place BEFORE INSERT OR UPDATE ON interview_preparation FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('interview');
CREATE TRIGGER appointment_written_in_place BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('interview');
CREATE TRIGGER acknowledgement_written_in_place BEFORE INSERT ON acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_out_of_place('answer');

-- What a sheet says of its rows changes with them: the totals while they are written, the rest by the step alone. From
-- publication on nothing does until a new round begins, which is a step back.
CREATE FUNCTION refuse_result_out_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stepped boolean := NEW.state <> OLD.state;
  back boolean := place_in_chain(NEW.state) < place_in_chain(OLD.state);
  of_self boolean := places_of('self') && ARRAY[OLD.state, NEW.state];
  of_manager boolean := places_of('manager') && ARRAY[OLD.state, NEW.state];
BEGIN
  IF (NEW.self_total IS DISTINCT FROM OLD.self_total AND NOT of_self)
    OR (NEW.self_submitted_at IS DISTINCT FROM OLD.self_submitted_at AND NOT (stepped AND of_self))
    OR (NEW.manager_total IS DISTINCT FROM OLD.manager_total AND NOT of_manager
      AND NOT EXISTS (SELECT FROM hand_over h WHERE h.appraisal_id = NEW.id AND h.xmin = pg_current_xact_id()::xid))
    OR ((NEW.band, NEW.manager_submitted_at) IS DISTINCT FROM (OLD.band, OLD.manager_submitted_at) AND NOT (stepped AND of_manager))
    OR (NEW.round IS DISTINCT FROM OLD.round AND NOT (stepped AND (of_manager OR back)))
    OR (NEW.final_at IS DISTINCT FROM OLD.final_at AND NOT (stepped AND (back OR NEW.state = 'interview')))
    OR (NEW.published_at IS DISTINCT FROM OLD.published_at AND NOT (stepped AND (back OR NEW.state = 'published'))) THEN
    RAISE EXCEPTION 'a sheet''s result changes where it is worked out' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_written_in_place BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN ((OLD.self_total, OLD.self_submitted_at, OLD.manager_total, OLD.band, OLD.round, OLD.manager_submitted_at, OLD.final_at, OLD.published_at)
    IS DISTINCT FROM
    (NEW.self_total, NEW.self_submitted_at, NEW.manager_total, NEW.band, NEW.round, NEW.manager_submitted_at, NEW.final_at, NEW.published_at))
  EXECUTE FUNCTION refuse_result_out_of_place();

-- Where taking back at this moment leads: to where what was taken back had been done.
DROP FUNCTION refuse_unrecorded_step CASCADE;
DROP FUNCTION taken_back;
CREATE FUNCTION taken_back_to(sheet appraisal, place "AppraisalState") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE place::text
    WHEN 'second_level' THEN EXISTS (SELECT FROM second_level_decision w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    WHEN 'hr_audit' THEN EXISTS (SELECT FROM hr_verification w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    WHEN 'approval' THEN EXISTS (SELECT FROM approval w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    ELSE EXISTS (SELECT FROM submission_fate f
      WHERE f.appraisal_id = sheet.id AND f.fate = 'taken_back' AND f.at = sheet.state_since
        AND place = ANY(places_of(f.side::text)))
  END
$$;

CREATE FUNCTION refuse_unrecorded_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded boolean;
BEGIN
  recorded := CASE
    WHEN place_in_chain(NEW.state) < place_in_chain(OLD.state) THEN taken_back_to(NEW, NEW.state)
      OR EXISTS (SELECT FROM return_note n
        WHERE n.appraisal_id = NEW.id AND n.from_state = OLD.state AND n.to_state = NEW.state AND n.at = NEW.state_since)
    -- Up again without the work between goes only what was handed back, once that is taken back.
    WHEN taken_back_to(NEW, NEW.state) THEN EXISTS (SELECT FROM return_note n
      WHERE n.appraisal_id = NEW.id AND n.from_state = NEW.state AND n.to_state = OLD.state AND n.taken_back_at = NEW.state_since)
    WHEN NOT NEW.state = ANY(ways_on(OLD.state)) THEN false
    WHEN OLD.state = 'self_review' THEN handed_in(NEW, 'self')
    WHEN OLD.state = 'manager_scoring' THEN handed_in(NEW, 'manager')
    WHEN NEW.state = 'published' THEN EXISTS (SELECT FROM interview i WHERE i.appraisal_id = NEW.id)
    WHEN NEW.state = 'acknowledged' THEN EXISTS (SELECT FROM acknowledgement k
      WHERE k.appraisal_id = NEW.id AND k.kind IN ('accepted', 'reserved'))
    WHEN NEW.state = 'objected' THEN EXISTS (SELECT FROM acknowledgement k
      WHERE k.appraisal_id = NEW.id AND k.kind = 'objected')
    -- An agreement that was taken back carries nothing further on.
    WHEN OLD.state IN ('second_level', 'hr_audit', 'approval') THEN coalesce((SELECT w.verdict = 'agreed' FROM second_level_decision w
      WHERE w.appraisal_id = NEW.id AND w.round = NEW.round ORDER BY w.sequence DESC LIMIT 1), false)
    ELSE true
  END;
  IF NOT recorded THEN
    RAISE EXCEPTION 'no record of the step from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF place_in_chain(OLD.state) <= place_in_chain('hr_audit') AND place_in_chain(NEW.state) > place_in_chain('hr_audit') THEN
    IF unverified_score(NEW) THEN
      RAISE EXCEPTION 'a score HR must verify is not confirmed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF awaits_draw(NEW) THEN
      RAISE EXCEPTION 'a score waits for its draw' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF place_in_chain(OLD.state) < place_in_chain('interview') AND place_in_chain(NEW.state) >= place_in_chain('interview')
    AND unapproved_top(NEW) THEN
    RAISE EXCEPTION 'a score at the top is not approved by somebody else' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_step_recorded AFTER UPDATE OF state ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_unrecorded_step();

-- Who holds an office of a sheet, as lib/appraisal/standing.ts has it.
CREATE FUNCTION is_hr_of(unit uuid, who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above (id) AS (
    SELECT unit UNION SELECT d.parent_id FROM department d JOIN above ON d.id = above.id WHERE d.parent_id IS NOT NULL
  )
  SELECT EXISTS (SELECT FROM role_grant g JOIN above ON above.id = g.department_id
    WHERE g.employee_id = who AND g.role = 'hr_partner' AND g.revoked_at IS NULL)
$$;

CREATE FUNCTION is_hr_admin(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM role_grant g WHERE g.employee_id = who AND g.role = 'hr_admin' AND g.revoked_at IS NULL)
$$;

CREATE FUNCTION holds_office(sheet appraisal, office "DeputyRoom", who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE office
    WHEN 'manager' THEN who = sheet.manager_id
    WHEN 'second_level' THEN CASE WHEN sheet.second_level_id IS NULL THEN is_hr_of(sheet.department_id, who) ELSE who = sheet.second_level_id END
    WHEN 'hr' THEN is_hr_of(sheet.department_id, who)
    WHEN 'approver' THEN CASE WHEN sheet.approver_id IS NULL THEN is_hr_admin(who) ELSE who = sheet.approver_id END
  END
$$;

-- Themself or as the deputy of somebody who does, of this sheet, at the time.
CREATE FUNCTION acts_in_office(sheet appraisal, office "DeputyRoom", who uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT holds_office(sheet, office, who) OR EXISTS (
    SELECT FROM delegation d
    WHERE d.deputy_id = who AND office = ANY(d.rooms) AND d.starts_at <= moment AND d.ends_at > moment
      AND (d.ended_at IS NULL OR d.ended_at > moment) AND holds_office(sheet, office, d.for_id)
      AND (cardinality(d.employee_ids) + cardinality(d.department_ids) = 0 OR sheet.employee_id = ANY(d.employee_ids)
        OR EXISTS (
          WITH RECURSIVE above (id) AS (
            SELECT sheet.department_id
            UNION SELECT u.parent_id FROM department u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL
          ) SELECT FROM above WHERE above.id = ANY(d.department_ids)))
  )
$$;

-- Arguments: the office, and the columns of who and when. Nobody decides on themselves, on a declared relation or on what
-- they scored, and nobody audits what they agreed to at the second level.
CREATE FUNCTION refuse_out_of_office() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  office "DeputyRoom" := TG_ARGV[0];
  who uuid := to_jsonb(NEW) ->> TG_ARGV[1];
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NOT acts_in_office(sheet, office, who, (to_jsonb(NEW) ->> TG_ARGV[2])::timestamptz)
    OR who = sheet.employee_id OR are_related(sheet.employee_id, who)
    OR (office <> 'manager' AND who = sheet.manager_id)
    OR (office = 'hr' AND who IS NOT DISTINCT FROM sheet.second_level_id) THEN
    RAISE EXCEPTION '% by somebody without the office for it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_level_decision_said_in_office BEFORE INSERT ON second_level_decision FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('second_level', 'by_id', 'at');
CREATE TRIGGER hr_verification_said_in_office BEFORE INSERT ON hr_verification FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('hr', 'by_id', 'at');
CREATE TRIGGER approval_said_in_office BEFORE INSERT ON approval FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('approver', 'by_id', 'at');
CREATE TRIGGER interview_said_in_office BEFORE INSERT ON interview FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('manager', 'recorded_by_id', 'recorded_at');
CREATE TRIGGER submission_said_in_office BEFORE INSERT ON submission FOR EACH ROW
  WHEN (NEW.side = 'manager') EXECUTE FUNCTION refuse_out_of_office('manager', 'submitted_by_id', 'submitted_at');

CREATE FUNCTION refuse_review_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND a.employee_id = NEW.submitted_by_id) THEN
    RAISE EXCEPTION 'a self-review is handed in by whom it is of' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_of_oneself BEFORE INSERT ON submission FOR EACH ROW
  WHEN (NEW.side = 'self') EXECUTE FUNCTION refuse_review_by_others();

-- A seed is revealed once nothing is left to draw, or with the close of its cycle: whoever knew it earlier could steer a draw.
CREATE FUNCTION refuse_early_reveal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE c.id = NEW.cycle_id AND c.state = 'open' AND a.ended_at IS NULL
      AND (place_in_chain(a.state) < place_in_chain('hr_audit') OR (a.state = 'hr_audit' AND awaits_draw(a)))
  ) THEN
    RAISE EXCEPTION 'a seed is revealed after its draws' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sample_seed_revealed_last AFTER INSERT OR UPDATE ON sample_seed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.revealed_at IS NOT NULL) EXECUTE FUNCTION refuse_early_reveal();

-- Nobody is taken out of a cycle without a word by taking their row away, and a grant is ended, not forgotten.
CREATE TRIGGER participant_stays BEFORE DELETE ON participant FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_stays_there BEFORE DELETE ON cycle FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER role_grant_append_only BEFORE UPDATE OR DELETE ON role_grant FOR EACH ROW EXECUTE FUNCTION refuse_change_but('revoked_at');
CREATE TRIGGER role_grant_no_truncate BEFORE TRUNCATE ON role_grant FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interview_preparation_stays BEFORE DELETE ON interview_preparation FOR EACH ROW EXECUTE FUNCTION refuse_change();
