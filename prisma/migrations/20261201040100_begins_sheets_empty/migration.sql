-- A sheet begins as opening a cycle and including somebody write it: at the first state, empty.

-- The company comes with this transaction and nothing was recorded before it: then a past is written down as a whole, as that of
-- the demo company.
CREATE FUNCTION is_first_writing() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM company c WHERE c.xmin = pg_current_xact_id()::xid)
    AND NOT EXISTS (SELECT FROM audit_event v WHERE v.xmin <> pg_current_xact_id()::xid)
$$;

CREATE FUNCTION refuse_sheet_under_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM given a JOIN participant p ON p.id = a.participant_id
    WHERE (a.state, a.version, a.round, a.edition) <> ('self_review', 1, 0, 1) OR p.exempt_reason IS NOT NULL
      OR num_nonnulls(a.self_submitted_at, a.manager_submitted_at, a.final_at, a.published_at, a.self_total, a.manager_total,
        a.band, a.returned_from, a.ended_at) > 0
  ) AND NOT is_first_writing() THEN
    RAISE EXCEPTION 'a sheet begins at the first state, empty' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appraisal_begins_empty AFTER INSERT ON appraisal REFERENCING NEW TABLE AS given FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_sheet_under_way();

-- Since when a sheet stands where it stands, and whence it came back, is said by its step, in the days of its cycle.
CREATE FUNCTION refuse_step_out_of_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state OR NEW.state_since < (SELECT c.opened_at FROM cycle c WHERE c.id = NEW.cycle_id) THEN
    RAISE EXCEPTION 'the time of a step is the step''s' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_keeps_time BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN ((OLD.state_since, OLD.returned_from) IS DISTINCT FROM (NEW.state_since, NEW.returned_from))
  EXECUTE FUNCTION refuse_step_out_of_time();
