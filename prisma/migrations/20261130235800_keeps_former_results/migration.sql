-- A published result can be reopened as a new edition: what was published, said and answered stays beside it.

ALTER TABLE "appraisal" ADD COLUMN "edition" SMALLINT NOT NULL DEFAULT 1;

ALTER TABLE "interview" ADD COLUMN "edition" SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE "interview" DROP CONSTRAINT "interview_pkey",
ADD CONSTRAINT "interview_pkey" PRIMARY KEY ("appraisal_id", "edition");

ALTER TABLE "acknowledgement" ADD COLUMN "edition" SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE "acknowledgement" DROP CONSTRAINT "acknowledgement_pkey",
ADD CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("appraisal_id", "edition", "kind");
DROP INDEX acknowledgement_read_once;
CREATE UNIQUE INDEX acknowledgement_read_once ON acknowledgement (appraisal_id, edition) WHERE kind <> 'objected';

ALTER TABLE "appointment" ADD COLUMN "edition" SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE "appointment" DROP CONSTRAINT "appointment_pkey",
ADD CONSTRAINT "appointment_pkey" PRIMARY KEY ("appraisal_id", "edition", "sequence");

-- CreateTable
CREATE TABLE "former_result" (
    "appraisal_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL,
    "from_state" "AppraisalState" NOT NULL,
    "to_state" "AppraisalState" NOT NULL,
    "final_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "self_total" SMALLINT,
    "manager_total" SMALLINT,
    "band" VARCHAR(60),
    "self_number" SMALLINT NOT NULL,
    "manager_number" SMALLINT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_result_pkey" PRIMARY KEY ("appraisal_id","edition")
);

-- AddForeignKey
ALTER TABLE "former_result" ADD CONSTRAINT "former_result_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_result" ADD CONSTRAINT "former_result_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER former_result_append_only BEFORE UPDATE OR DELETE ON former_result FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_result_no_truncate BEFORE TRUNCATE ON former_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_result_cycle_open BEFORE INSERT ON former_result FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER former_result_not_paused BEFORE INSERT ON former_result FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();

-- What is said of a result is said of the edition there is.
CREATE FUNCTION refuse_other_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.edition <> (SELECT edition FROM appraisal WHERE id = NEW.appraisal_id) THEN
    RAISE EXCEPTION 'a row of % is of the edition the sheet is at', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interview_edition BEFORE INSERT ON interview FOR EACH ROW EXECUTE FUNCTION refuse_other_edition();
CREATE TRIGGER acknowledgement_edition BEFORE INSERT ON acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_other_edition();
CREATE TRIGGER appointment_edition BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_other_edition();

CREATE OR REPLACE FUNCTION refuse_other_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> (SELECT count(*) FROM appointment WHERE appraisal_id = NEW.appraisal_id AND edition = NEW.edition) THEN
    RAISE EXCEPTION 'an appointment follows the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A published result is left only as a new edition, with what it was kept as it was; nothing else makes one. What leads on is of
-- this edition, whatever was said of those before.
CREATE FUNCTION refuse_lost_result() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  leaves boolean := place_in_chain(OLD.state) >= place_in_chain('published') AND place_in_chain(NEW.state) < place_in_chain('published');
BEGIN
  IF NEW.edition <> OLD.edition + leaves::int OR leaves AND NOT EXISTS (
    SELECT FROM former_result f
    WHERE f.appraisal_id = NEW.id AND f.edition = OLD.edition AND f.at = NEW.state_since AND f.to_state = NEW.state
      AND (f.from_state, f.final_at, f.published_at, f.self_total, f.manager_total, f.band)
        IS NOT DISTINCT FROM (OLD.state, OLD.final_at, OLD.published_at, OLD.self_total, OLD.manager_total, OLD.band)
      AND f.self_number = (SELECT max(number) FROM submission WHERE appraisal_id = NEW.id AND side = 'self')
      AND f.manager_number = (SELECT max(number) FROM submission WHERE appraisal_id = NEW.id AND side = 'manager')
  ) THEN
    RAISE EXCEPTION 'a published result is reopened as a new edition, the former one kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'published' AND NOT EXISTS (SELECT FROM interview i WHERE i.appraisal_id = NEW.id AND i.edition = NEW.edition)
    OR NEW.state IN ('acknowledged', 'objected') AND NOT EXISTS (SELECT FROM acknowledgement k
      WHERE k.appraisal_id = NEW.id AND k.edition = NEW.edition AND (k.kind = 'objected') = (NEW.state = 'objected')) THEN
    RAISE EXCEPTION 'no record of this edition for the step to %', NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_steps_keep_results AFTER UPDATE ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.edition IS DISTINCT FROM NEW.edition) EXECUTE FUNCTION refuse_lost_result();

CREATE FUNCTION refuse_invented_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND a.edition > NEW.edition) THEN
    RAISE EXCEPTION 'a former result is of a sheet that was reopened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER former_result_was_reopened AFTER INSERT ON former_result DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_invented_result();
