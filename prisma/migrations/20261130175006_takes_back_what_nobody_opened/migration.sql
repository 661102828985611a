-- What comes first to a sheet that was handed in: whoever it is for opens it, or it is taken back. There is one row, so there
-- is one answer.

-- CreateEnum
CREATE TYPE "SubmissionFate" AS ENUM ('opened', 'taken_back');

-- CreateTable
CREATE TABLE "submission_fate" (
    "appraisal_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "number" SMALLINT NOT NULL,
    "fate" "SubmissionFate" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_fate_pkey" PRIMARY KEY ("appraisal_id","side","number")
);

-- AddForeignKey
ALTER TABLE "submission_fate" ADD CONSTRAINT "submission_fate_appraisal_id_side_number_fkey" FOREIGN KEY ("appraisal_id", "side", "number") REFERENCES "submission"("appraisal_id", "side", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_fate" ADD CONSTRAINT "submission_fate_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now nobody wrote down who opened what, so whatever was handed in counts as opened, by nobody known.
INSERT INTO submission_fate (appraisal_id, side, number, fate, at)
SELECT appraisal_id, side, number, 'opened', submitted_at FROM submission;

ALTER TABLE submission_fate ADD CONSTRAINT submission_fate_taken_back_by CHECK (fate = 'opened' OR by_id IS NOT NULL);

CREATE TRIGGER submission_fate_append_only BEFORE UPDATE OR DELETE ON submission_fate FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_fate_no_truncate BEFORE TRUNCATE ON submission_fate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_fate_cycle_open BEFORE INSERT ON submission_fate FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
-- While a cycle is paused sheets are read all the same, and who has read one must not find it taken back later.
CREATE TRIGGER submission_fate_not_paused BEFORE INSERT ON submission_fate FOR EACH ROW
  WHEN (NEW.fate = 'taken_back') EXECUTE FUNCTION refuse_in_paused_cycle();

-- A note that was settled by handing in is open again once that is taken back; nothing else reopens one.
CREATE FUNCTION refuse_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - ARRAY['resolved_at', 'taken_back_at'] = to_jsonb(OLD) - ARRAY['resolved_at', 'taken_back_at']
    AND (OLD.taken_back_at IS NULL OR OLD.taken_back_at IS NOT DISTINCT FROM NEW.taken_back_at)
    AND (OLD.resolved_at IS NULL OR OLD.resolved_at IS NOT DISTINCT FROM NEW.resolved_at OR (
      NEW.resolved_at IS NULL AND EXISTS (
        SELECT FROM submission_fate f JOIN submission s USING (appraisal_id, side, number)
        WHERE f.appraisal_id = OLD.appraisal_id AND f.fate = 'taken_back' AND s.submitted_at = OLD.resolved_at
      )
    )) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER return_note_append_only ON return_note;
CREATE TRIGGER return_note_append_only BEFORE UPDATE OR DELETE ON return_note FOR EACH ROW EXECUTE FUNCTION refuse_note_change();
