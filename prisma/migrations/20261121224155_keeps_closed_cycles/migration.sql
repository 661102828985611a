-- What belongs to a closed cycle stays as it is: also who stood where, its decisions and its dates.
CREATE TRIGGER hr_verification_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON hr_verification FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER approval_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER second_level_decision_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON second_level_decision FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER return_note_cycle_open BEFORE INSERT OR UPDATE OR DELETE ON return_note FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER submission_cycle_open BEFORE INSERT ON submission FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();

CREATE FUNCTION refuse_of_closed_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM cycle c WHERE c.state = 'closed'
      AND c.id IN ((to_jsonb(OLD) ->> 'cycle_id')::uuid, (to_jsonb(NEW) ->> 'cycle_id')::uuid)
  ) THEN
    RAISE EXCEPTION 'the cycle is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE TRIGGER participant_cycle_open BEFORE UPDATE OR DELETE ON participant FOR EACH ROW EXECUTE FUNCTION refuse_of_closed_cycle();
CREATE TRIGGER stage_window_cycle_open BEFORE UPDATE OR DELETE ON stage_window FOR EACH ROW EXECUTE FUNCTION refuse_of_closed_cycle();
