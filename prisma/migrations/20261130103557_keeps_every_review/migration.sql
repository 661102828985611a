-- Reviews are rows that stay: the newest counts, conflicts look at all.

-- A return of HR follows a confirmation of the same round instead of taking its place. Until now a round had one row a
-- value, so whatever number the rows already written get, they stay in order.
DROP INDEX "hr_verification_appraisal_id_round_value_key_key";
ALTER TABLE "hr_verification" ADD COLUMN "sequence" BIGSERIAL NOT NULL;
CREATE INDEX "hr_verification_appraisal_id_value_key_round_sequence_idx" ON "hr_verification"("appraisal_id", "value_key", "round", "sequence");

CREATE TRIGGER hr_verification_append_only BEFORE UPDATE OR DELETE ON hr_verification FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER second_level_decision_append_only BEFORE UPDATE OR DELETE ON second_level_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A row that stays save for the columns named, and those are written once: a note is marked as dealt with, minutes as confirmed.
CREATE FUNCTION refuse_change_but() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV
    AND NOT EXISTS (
      SELECT 1 FROM unnest(TG_ARGV) AS given(name)
      WHERE to_jsonb(OLD) ->> name IS NOT NULL AND to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name
    ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER return_note_append_only BEFORE UPDATE OR DELETE ON return_note FOR EACH ROW EXECUTE FUNCTION refuse_change_but('resolved_at');
CREATE TRIGGER interview_append_only BEFORE UPDATE OR DELETE ON interview FOR EACH ROW EXECUTE FUNCTION refuse_change_but('confirmed_at');
CREATE TRIGGER acknowledgement_append_only BEFORE UPDATE OR DELETE ON acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER hr_verification_no_truncate BEFORE TRUNCATE ON hr_verification FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_no_truncate BEFORE TRUNCATE ON approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER second_level_decision_no_truncate BEFORE TRUNCATE ON second_level_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_note_no_truncate BEFORE TRUNCATE ON return_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interview_no_truncate BEFORE TRUNCATE ON interview FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acknowledgement_no_truncate BEFORE TRUNCATE ON acknowledgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_no_truncate BEFORE TRUNCATE ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What somebody decided is listed by who decided.
CREATE INDEX "second_level_decision_by_id_at_id_idx" ON "second_level_decision"("by_id", "at" DESC, "id" DESC);
CREATE INDEX "hr_verification_by_id_at_id_idx" ON "hr_verification"("by_id", "at" DESC, "id" DESC);
CREATE INDEX "approval_by_id_at_id_idx" ON "approval"("by_id", "at" DESC, "id" DESC);
