-- A return may be about one case, named by what it was called then: it may be removed for that very reason.
-- AlterTable
ALTER TABLE "return_note" ADD COLUMN     "case_id" UUID,
ADD COLUMN     "case_title" VARCHAR(120);

ALTER TABLE return_note ADD CONSTRAINT return_note_names_its_case CHECK ((case_id IS NULL) = (case_title IS NULL));
