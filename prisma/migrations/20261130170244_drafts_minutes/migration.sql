-- Minutes are saved while they are written; nobody but their author reads them before they are recorded.
CREATE TABLE "interview_draft" (
    "appraisal_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "held_on" DATE,
    "good" VARCHAR(2000) NOT NULL,
    "short" VARCHAR(2000) NOT NULL,
    "direction" VARCHAR(2000) NOT NULL,
    "deductions" VARCHAR(4000) NOT NULL,
    "minutes" VARCHAR(4000) NOT NULL,
    "told" VARCHAR(60)[] NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interview_draft_pkey" PRIMARY KEY ("appraisal_id","author_id")
);
ALTER TABLE "interview_draft" ADD CONSTRAINT "interview_draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "interview_draft" ADD CONSTRAINT "interview_draft_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER interview_draft_cycle_open BEFORE INSERT OR UPDATE ON interview_draft FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER interview_draft_no_truncate BEFORE TRUNCATE ON interview_draft FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_lost_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.appraisal_id, NEW.author_id) IS DISTINCT FROM (OLD.appraisal_id, OLD.author_id) OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a draft stays its author''s and its version grows by one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interview_draft_grows BEFORE UPDATE ON interview_draft FOR EACH ROW EXECUTE FUNCTION refuse_lost_draft();

-- What was recorded before has no word on who was told what in person: an empty list says just that.
ALTER TABLE "interview" ADD COLUMN "told" VARCHAR(60)[] NOT NULL DEFAULT '{}';
