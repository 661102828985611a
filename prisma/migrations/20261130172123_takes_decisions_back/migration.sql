-- A decision taken back is a row of its own after it: nothing of what was decided is changed or deleted.

ALTER TYPE "SecondLevelVerdict" ADD VALUE 'taken_back';
ALTER TYPE "VerificationVerdict" ADD VALUE 'taken_back';
ALTER TYPE "ApprovalVerdict" ADD VALUE 'taken_back';

-- Several words of one round may follow each other. Until now a round had one, so whatever number the rows get, they stay in order.
DROP INDEX "second_level_decision_appraisal_id_round_key";
ALTER TABLE "second_level_decision" ADD COLUMN "sequence" BIGSERIAL NOT NULL;
CREATE INDEX "second_level_decision_appraisal_id_round_sequence_idx" ON "second_level_decision"("appraisal_id", "round", "sequence");
DROP INDEX "approval_appraisal_id_round_value_key_key";
ALTER TABLE "approval" ADD COLUMN "sequence" BIGSERIAL NOT NULL;
CREATE INDEX "approval_appraisal_id_value_key_round_sequence_idx" ON "approval"("appraisal_id", "value_key", "round", "sequence");

ALTER TABLE approval DROP CONSTRAINT approval_declined_with_reason,
  ADD CONSTRAINT approval_declined_with_reason CHECK (verdict <> 'declined' OR btrim(reason) <> '');
ALTER TABLE second_level_decision DROP CONSTRAINT second_level_returned_with_comment,
  ADD CONSTRAINT second_level_returned_with_comment CHECK (verdict <> 'returned' OR btrim(comment) <> '');

-- One word a round on a sheet or a 5, unless whoever gave it took it back; only a word that stands is taken back, by whoever gave it.
CREATE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  EXECUTE format(
    'SELECT verdict::text, by_id FROM %I g WHERE appraisal_id = $1 AND round = $2 AND coalesce(to_jsonb(g) ->> ''value_key'', '''') = $3 '
    'ORDER BY sequence DESC LIMIT 1', TG_TABLE_NAME)
    INTO last USING NEW.appraisal_id, NEW.round, coalesce(to_jsonb(NEW) ->> 'value_key', '');
  IF NEW.verdict::text = 'taken_back' THEN
    IF last.verdict IS NULL OR last.verdict = 'taken_back' OR last.by_id <> NEW.by_id THEN
      RAISE EXCEPTION '% takes back a word that is not there', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF TG_TABLE_NAME <> 'hr_verification' AND last.verdict IS NOT NULL AND last.verdict <> 'taken_back' THEN
    RAISE EXCEPTION '% has a word of this round', TG_TABLE_NAME USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER second_level_decision_one_word BEFORE INSERT ON second_level_decision FOR EACH ROW EXECUTE FUNCTION refuse_second_word();
CREATE TRIGGER hr_verification_one_word BEFORE INSERT ON hr_verification FOR EACH ROW EXECUTE FUNCTION refuse_second_word();
CREATE TRIGGER approval_one_word BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION refuse_second_word();

-- The notes of a return that was taken back are settled, but not by what they ask for.
ALTER TABLE "return_note" ADD COLUMN "taken_back_at" TIMESTAMPTZ(3);
ALTER TABLE return_note ADD CONSTRAINT return_note_taken_back_is_settled CHECK (taken_back_at IS NULL OR resolved_at = taken_back_at);
DROP TRIGGER return_note_append_only ON return_note;
CREATE TRIGGER return_note_append_only BEFORE UPDATE OR DELETE ON return_note
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but('resolved_at', 'taken_back_at');
