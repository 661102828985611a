-- What those who benefited say of a score at the top: a row for each of them, corrected by a new one, never changed.

CREATE TYPE "BeneficiaryWay" AS ENUM ('in_person', 'phone', 'message');

CREATE TABLE "beneficiary_view" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "value_key" VARCHAR(60) NOT NULL,
    "asked" VARCHAR(120) NOT NULL,
    "asked_on" DATE,
    "way" "BeneficiaryWay",
    "said" VARCHAR(2000) NOT NULL,
    "corrects_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "beneficiary_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "beneficiary_view_corrects_id_key" ON "beneficiary_view"("corrects_id");
CREATE INDEX "beneficiary_view_appraisal_id_value_key_sequence_idx" ON "beneficiary_view"("appraisal_id", "value_key", "sequence");
ALTER TABLE "beneficiary_view" ADD CONSTRAINT "beneficiary_view_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "beneficiary_view" ADD CONSTRAINT "beneficiary_view_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "beneficiary_view" ADD CONSTRAINT "beneficiary_view_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "beneficiary_view"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now it stood in the words of a confirmation, without whom and how.
INSERT INTO beneficiary_view (id, appraisal_id, value_key, asked, said, by_id, at)
SELECT gen_random_uuid(), appraisal_id, value_key, '', beneficiary_view, by_id, at
FROM hr_verification WHERE btrim(beneficiary_view) <> '' ORDER BY at, sequence;
ALTER TABLE "hr_verification" DROP COLUMN "beneficiary_view";

ALTER TABLE beneficiary_view ADD CONSTRAINT beneficiary_view_says_something CHECK (btrim(said) <> '');

CREATE FUNCTION refuse_loose_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF btrim(NEW.asked) = '' OR NEW.asked_on IS NULL OR NEW.way IS NULL THEN
    RAISE EXCEPTION 'a view says who was asked, when and how' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM beneficiary_view w
    WHERE w.id = NEW.corrects_id AND w.id <> NEW.id AND (w.appraisal_id, w.value_key) = (NEW.appraisal_id, NEW.value_key)) THEN
    RAISE EXCEPTION 'a correction is of the same score' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beneficiary_view_is_whole BEFORE INSERT ON beneficiary_view FOR EACH ROW EXECUTE FUNCTION refuse_loose_view();
CREATE TRIGGER beneficiary_view_cycle_open BEFORE INSERT ON beneficiary_view FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER beneficiary_view_append_only BEFORE UPDATE OR DELETE ON beneficiary_view FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER beneficiary_view_no_truncate BEFORE TRUNCATE ON beneficiary_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
