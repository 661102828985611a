-- A cycle can be paused: nobody writes in it until it is resumed, and both are rows that stay.

ALTER TYPE "CycleChangeKind" ADD VALUE 'paused';
ALTER TYPE "CycleChangeKind" ADD VALUE 'resumed';

-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "paused_at" TIMESTAMPTZ(3);

-- As text, because a new word of a type cannot be used where it is added.
ALTER TABLE cycle_change DROP CONSTRAINT cycle_change_about;
ALTER TABLE cycle_change ADD CONSTRAINT cycle_change_about CHECK (
  CASE
    WHEN kind::text = 'extended' THEN num_nonnulls(employee_id, department_id) = 1
    WHEN kind::text IN ('paused', 'resumed') THEN num_nonnulls(employee_id, department_id) = 0
    ELSE num_nonnulls(employee_id) = 1 AND num_nonnulls(department_id) = 0
  END
);

CREATE FUNCTION refuse_silent_pause() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM cycle_change c
    WHERE c.cycle_id = NEW.id AND c.xmin = pg_current_xact_id()::xid
      AND c.kind::text = CASE WHEN NEW.paused_at IS NULL THEN 'resumed' ELSE 'paused' END
  ) THEN
    RAISE EXCEPTION 'a cycle is paused and resumed with a reason' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cycle_pauses_by_record AFTER UPDATE ON cycle DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.paused_at IS DISTINCT FROM NEW.paused_at) EXECUTE FUNCTION refuse_silent_pause();

-- What is written on a sheet, in whatever table. A hand-over goes on, so that sheets are not left with somebody who is gone:
-- one that begins anew clears what was written, in its own transaction.
CREATE FUNCTION refuse_in_paused_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE c.paused_at IS NOT NULL
      AND a.id IN ((to_jsonb(OLD) ->> 'appraisal_id')::uuid, (to_jsonb(NEW) ->> 'appraisal_id')::uuid)
      AND NOT EXISTS (SELECT FROM hand_over h WHERE h.appraisal_id = a.id AND h.xmin = pg_current_xact_id()::xid)
  ) THEN
    RAISE EXCEPTION 'the cycle is paused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER judgement_not_paused BEFORE INSERT OR UPDATE OR DELETE ON judgement FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER appraisal_case_not_paused BEFORE INSERT OR UPDATE OR DELETE ON appraisal_case FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER value_score_not_paused BEFORE INSERT OR UPDATE OR DELETE ON value_score FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER submission_not_paused BEFORE INSERT ON submission FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER second_level_decision_not_paused BEFORE INSERT OR UPDATE OR DELETE ON second_level_decision FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER hr_verification_not_paused BEFORE INSERT OR UPDATE OR DELETE ON hr_verification FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER approval_not_paused BEFORE INSERT OR UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER return_note_not_paused BEFORE INSERT OR UPDATE OR DELETE ON return_note FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER interview_not_paused BEFORE INSERT OR UPDATE OR DELETE ON interview FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER acknowledgement_not_paused BEFORE INSERT OR UPDATE OR DELETE ON acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER appointment_not_paused BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER interview_draft_not_paused BEFORE INSERT OR UPDATE ON interview_draft FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER interview_preparation_not_paused BEFORE INSERT OR UPDATE ON interview_preparation FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER sample_item_not_paused BEFORE INSERT ON sample_item FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();

CREATE FUNCTION refuse_of_paused_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM cycle c WHERE c.id = NEW.cycle_id AND c.paused_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the cycle is paused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_not_paused BEFORE UPDATE OF state ON appraisal FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_of_paused_cycle();
CREATE TRIGGER sample_draw_not_paused BEFORE INSERT ON sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_of_paused_cycle();
