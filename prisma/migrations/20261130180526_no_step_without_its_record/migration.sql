-- A sheet moves only with the record of what moved it, and a score at the top is final only with the yes of somebody else.
-- Asked when the transaction ends, so that record and step may come in whatever order. Rows that stand somewhere already are
-- not asked; the next step of each is.

CREATE FUNCTION unapproved_top(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM value_score s JOIN value v ON v.id = s.value_id
      JOIN cycle c ON c.id = sheet.cycle_id JOIN policy_version p ON p.id = c.policy_version_id
    WHERE s.appraisal_id = sheet.id AND s.side = 'manager' AND s.half_points IS NOT NULL
      AND (s.needs_approval OR (s.half_points >= (p.document -> 'audit' ->> 'approveAt')::int
        AND s.max_half_points = (p.document -> 'audit' ->> 'topRung')::int * 2))
      AND NOT coalesce((
        SELECT g.verdict = 'approved' AND g.by_id NOT IN (sheet.employee_id, sheet.manager_id)
          AND NOT EXISTS (SELECT FROM submission m
            WHERE m.appraisal_id = sheet.id AND m.side = 'manager' AND m.submitted_by_id = g.by_id)
          AND NOT EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = sheet.id AND h.by_id = g.by_id)
        FROM approval g
        WHERE g.appraisal_id = sheet.id AND g.value_key = v.key AND g.half_points = s.half_points
        ORDER BY g.round DESC, g.sequence DESC LIMIT 1
      ), false)
  )
$$;

CREATE FUNCTION unverified_score(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM value_score s JOIN value v ON v.id = s.value_id
    WHERE s.appraisal_id = sheet.id AND s.side = 'manager' AND s.audit_reason IS NOT NULL
      AND (SELECT h.verdict FROM hr_verification h
        WHERE h.appraisal_id = sheet.id AND h.value_key = v.key AND h.half_points = s.half_points
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) IS DISTINCT FROM 'confirmed'
  )
$$;

-- One of its scores may still be drawn.
CREATE FUNCTION awaits_draw(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM sample_seed g WHERE g.cycle_id = sheet.cycle_id)
    AND EXISTS (
      SELECT FROM value_score s JOIN value v ON v.id = s.value_id
      WHERE s.appraisal_id = sheet.id AND s.side = 'manager' AND s.may_sample
        AND NOT EXISTS (SELECT FROM sample_item i WHERE i.appraisal_id = sheet.id AND i.value_key = v.key)
    )
$$;

-- Where a state stands in the chain. Postgres's own order is that in which the words came to be.
CREATE FUNCTION place_in_chain(state "AppraisalState") RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT array_position(ARRAY[
    'self_review', 'manager_scoring', 'second_level', 'hr_audit', 'approval', 'interview', 'published', 'acknowledged', 'objected'
  ], state::text)
$$;

CREATE FUNCTION handed_in(sheet appraisal, of_side "Side") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM submission m
    WHERE m.appraisal_id = sheet.id AND m.side = of_side AND m.submitted_at = sheet.state_since)
$$;

CREATE FUNCTION taken_back(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM second_level_decision w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    OR EXISTS (SELECT FROM hr_verification w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    OR EXISTS (SELECT FROM approval w
      WHERE w.appraisal_id = sheet.id AND w.verdict = 'taken_back' AND w.at = sheet.state_since)
    OR EXISTS (SELECT FROM submission_fate f
      WHERE f.appraisal_id = sheet.id AND f.fate = 'taken_back' AND f.at = sheet.state_since)
$$;

CREATE FUNCTION refuse_unrecorded_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded boolean;
BEGIN
  recorded := CASE
    WHEN taken_back(NEW) THEN true
    WHEN place_in_chain(NEW.state) < place_in_chain(OLD.state) THEN EXISTS (SELECT FROM return_note n
      WHERE n.appraisal_id = NEW.id AND n.from_state = OLD.state AND n.to_state = NEW.state AND n.at = NEW.state_since)
    WHEN OLD.state = 'self_review' THEN handed_in(NEW, 'self')
    WHEN OLD.state = 'manager_scoring' THEN handed_in(NEW, 'manager')
    WHEN NEW.state = 'published' THEN EXISTS (SELECT FROM interview i WHERE i.appraisal_id = NEW.id)
    WHEN NEW.state = 'acknowledged' THEN EXISTS (SELECT FROM acknowledgement k
      WHERE k.appraisal_id = NEW.id AND k.kind IN ('accepted', 'reserved'))
    WHEN NEW.state = 'objected' THEN EXISTS (SELECT FROM acknowledgement k
      WHERE k.appraisal_id = NEW.id AND k.kind = 'objected')
    WHEN OLD.state = 'second_level' THEN coalesce((SELECT w.verdict = 'agreed' FROM second_level_decision w
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
