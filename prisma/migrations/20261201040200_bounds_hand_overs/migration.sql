-- A hand-over writes who holds a sheet and its version; one of the manager that begins anew clears the manager's draft, any other
-- carries on what the draft opened. It opens nothing else.

-- What a hand-over of this transaction takes with it: `line` is a row of the manager's draft that goes.
CREATE FUNCTION is_cleared_by_hand_over(sheet appraisal, line jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT sheet.state IN ('self_review', 'manager_scoring') AND line ->> 'side' = 'manager' AND EXISTS (
    SELECT FROM hand_over h WHERE h.appraisal_id = sheet.id AND h.version = sheet.version + 1
      AND h.post = 'manager' AND h.way = 'anew' AND h.xmin = pg_current_xact_id()::xid)
$$;

-- The same for an opening that is carried on to the successor.
CREATE FUNCTION is_carried_by_hand_over(sheet appraisal, opening self_review_opening) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hand_over h JOIN self_review_opening o ON o.appraisal_id = h.appraisal_id AND o.holder_id = h.from_id
    WHERE h.appraisal_id = sheet.id AND h.version = sheet.version + 1 AND h.post = 'manager' AND h.way <> 'anew'
      AND h.to_id = opening.holder_id AND h.xmin = pg_current_xact_id()::xid
      AND (o.value_id, o.by_id, o.half_points, o.at) = (opening.value_id, opening.by_id, opening.half_points, opening.at))
$$;

CREATE OR REPLACE FUNCTION refuse_out_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (VALUES (to_jsonb(OLD)), (to_jsonb(NEW))) AS given (line)
      JOIN appraisal a ON a.id = (given.line ->> 'appraisal_id')::uuid
    WHERE NOT coalesce(a.state = ANY(places_of(coalesce(TG_ARGV[0], given.line ->> 'side'))), false)
      AND NOT (TG_OP = 'DELETE' AND TG_NARGS = 0 AND is_cleared_by_hand_over(a, given.line))
  ) AND NOT (TG_OP = 'INSERT' AND is_first_writing()) THEN
    RAISE EXCEPTION 'a row of % is written where its work is done', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION refuse_in_paused_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
BEGIN
  FOR sheet IN
    SELECT a.* FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE c.paused_at IS NOT NULL
      AND a.id IN ((to_jsonb(OLD) ->> 'appraisal_id')::uuid, (to_jsonb(NEW) ->> 'appraisal_id')::uuid)
  LOOP
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('judgement', 'appraisal_case', 'value_score') AND is_cleared_by_hand_over(sheet, to_jsonb(OLD)) THEN
      CONTINUE;
    END IF;
    IF TG_OP = 'INSERT' AND TG_TABLE_NAME = 'self_review_opening' THEN
      IF is_carried_by_hand_over(sheet, jsonb_populate_record(NULL::self_review_opening, to_jsonb(NEW))) THEN
        CONTINUE;
      END IF;
    END IF;
    RAISE EXCEPTION 'the cycle is paused' USING ERRCODE = 'restrict_violation';
  END LOOP;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER appraisal_not_paused ON appraisal;
CREATE TRIGGER appraisal_not_paused BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN ((OLD.state, OLD.state_since, OLD.returned_from, OLD.round, OLD.edition, OLD.self_total, OLD.self_submitted_at, OLD.manager_total,
      OLD.manager_submitted_at, OLD.band, OLD.final_at, OLD.published_at)
    IS DISTINCT FROM
    (NEW.state, NEW.state_since, NEW.returned_from, NEW.round, NEW.edition, NEW.self_total, NEW.self_submitted_at, NEW.manager_total,
      NEW.manager_submitted_at, NEW.band, NEW.final_at, NEW.published_at))
  EXECUTE FUNCTION refuse_of_paused_cycle();

-- A successor who goes on from the draft goes on from what it opened, and nobody else's.
CREATE OR REPLACE FUNCTION refuse_unjudged_opening() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF is_carried_by_hand_over(sheet, NEW) OR (
    sheet.state = 'manager_scoring' AND NEW.holder_id = sheet.manager_id AND acts_in_office(sheet, 'manager', NEW.by_id, NEW.at)
    AND EXISTS (SELECT FROM judgement j
      WHERE j.appraisal_id = NEW.appraisal_id AND j.value_id = NEW.value_id AND j.side = 'manager')
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a self-review opens to a manager who has judged' USING ERRCODE = 'restrict_violation';
END $$;

-- What a sheet says of its rows changes with them: the totals while they are written, the rest by the step alone.
CREATE OR REPLACE FUNCTION refuse_result_out_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stepped boolean := NEW.state <> OLD.state;
  back boolean := place_in_chain(NEW.state) < place_in_chain(OLD.state);
  of_self boolean := places_of('self') && ARRAY[OLD.state, NEW.state];
  of_manager boolean := places_of('manager') && ARRAY[OLD.state, NEW.state];
BEGIN
  IF (NEW.self_total IS DISTINCT FROM OLD.self_total AND NOT of_self)
    OR (NEW.self_submitted_at IS DISTINCT FROM OLD.self_submitted_at AND NOT (stepped AND of_self))
    OR (NEW.manager_total IS DISTINCT FROM OLD.manager_total AND NOT of_manager)
    OR ((NEW.band, NEW.manager_submitted_at) IS DISTINCT FROM (OLD.band, OLD.manager_submitted_at) AND NOT (stepped AND of_manager))
    OR (NEW.round IS DISTINCT FROM OLD.round AND NOT (stepped AND (of_manager OR back)))
    OR (NEW.final_at IS DISTINCT FROM OLD.final_at AND NOT (stepped AND (back OR NEW.state = 'interview')))
    OR (NEW.published_at IS DISTINCT FROM OLD.published_at AND NOT (stepped AND (back OR NEW.state = 'published'))) THEN
    RAISE EXCEPTION 'a sheet''s result changes where it is worked out' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Save where a sheet comes back under way, and passes who is gone: by a step back, or in the cycle again.
CREATE FUNCTION refuse_more_than_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hands text[] := '{manager_id,second_level_id,approver_id,hr_partner_id,department_id,division_id,version}';
BEGIN
  IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL THEN
    hands := hands || 'ended_at'::text;
  END IF;
  IF place_in_chain(NEW.state) >= place_in_chain(OLD.state) AND to_jsonb(OLD) - hands <> to_jsonb(NEW) - hands THEN
    RAISE EXCEPTION 'a hand-over changes who holds a sheet and nothing else of it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_hands_alone BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN ((OLD.manager_id, OLD.second_level_id, OLD.approver_id, OLD.hr_partner_id, OLD.department_id, OLD.division_id)
    IS DISTINCT FROM (NEW.manager_id, NEW.second_level_id, NEW.approver_id, NEW.hr_partner_id, NEW.department_id, NEW.division_id))
  EXECUTE FUNCTION refuse_more_than_hands();

-- Who and what a sheet is of stays.
CREATE FUNCTION refuse_other_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a sheet stays its person''s in its cycle' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER appraisal_stays_whose BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN ((OLD.id, OLD.participant_id, OLD.cycle_id, OLD.employee_id) IS DISTINCT FROM (NEW.id, NEW.participant_id, NEW.cycle_id, NEW.employee_id))
  EXECUTE FUNCTION refuse_other_subject();

-- From publication on nobody of the line has anything left to do; only a draft begins anew; and nobody takes over who is away, has
-- declared a relation to the subject or, named for it, reports to them: as lib/hand-over/rules.ts has it.
CREATE FUNCTION is_below(who uuid, above uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up (id) AS (
    SELECT manager_id FROM employee WHERE id = who UNION SELECT m.manager_id FROM employee m JOIN up ON m.id = up.id
  ) SELECT EXISTS (SELECT FROM up WHERE up.id = above)
$$;

CREATE FUNCTION refuse_unfit_successor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet appraisal;
BEGIN
  SELECT * INTO sheet FROM appraisal a WHERE a.id = NEW.appraisal_id;
  IF NEW.way = 'anew' AND sheet.state NOT IN ('self_review', 'manager_scoring') THEN
    RAISE EXCEPTION 'only a draft begins anew' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.to_id = sheet.employee_id OR are_related(sheet.employee_id, NEW.to_id)
    OR EXISTS (SELECT FROM employee e WHERE e.id = NEW.to_id AND e.status <> 'active')
    OR (NEW.post IN ('manager', 'second_level') AND NOT NEW.fell AND is_below(NEW.to_id, sheet.employee_id)) THEN
    RAISE EXCEPTION 'a sheet goes to somebody who can judge it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hand_over_to_somebody_fit BEFORE INSERT ON hand_over FOR EACH ROW EXECUTE FUNCTION refuse_unfit_successor();

CREATE FUNCTION refuse_idle_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id
    AND (place_in_chain(a.state) >= place_in_chain('published') OR a.ended_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'a sheet changes hands while there is work on it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER hand_over_under_way AFTER INSERT ON hand_over DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_idle_hand_over();
