-- What each side prepares for the interview; never anybody's but its author's.
CREATE TABLE "interview_preparation" (
    "appraisal_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "topics" VARCHAR(4000) NOT NULL,
    "notes" VARCHAR(4000) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interview_preparation_pkey" PRIMARY KEY ("appraisal_id","author_id")
);
ALTER TABLE "interview_preparation" ADD CONSTRAINT "interview_preparation_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "interview_preparation" ADD CONSTRAINT "interview_preparation_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER interview_preparation_cycle_open BEFORE INSERT OR UPDATE ON interview_preparation FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER interview_preparation_no_truncate BEFORE TRUNCATE ON interview_preparation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interview_preparation_grows BEFORE UPDATE ON interview_preparation FOR EACH ROW EXECUTE FUNCTION refuse_lost_draft();
