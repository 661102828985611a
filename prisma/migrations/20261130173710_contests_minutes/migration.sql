-- The employee confirms the minutes or says what differs: one of the two, once, and it stays.
ALTER TABLE "interview" ADD COLUMN "contested_at" TIMESTAMPTZ(3);
ALTER TABLE "interview" ADD COLUMN "contest" VARCHAR(2000);
ALTER TABLE "interview" ADD CONSTRAINT "interview_answered_once"
  CHECK ((confirmed_at IS NULL OR contested_at IS NULL) AND (contest IS NULL) = (contested_at IS NULL) AND contest <> '');

DROP TRIGGER interview_append_only ON interview;
CREATE TRIGGER interview_append_only BEFORE UPDATE OR DELETE ON interview
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but('confirmed_at', 'contested_at', 'contest');
