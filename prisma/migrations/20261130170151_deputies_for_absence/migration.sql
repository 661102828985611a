-- Whoever will be away names a deputy; what a deputy does is recorded with the name it was done in.

-- CreateEnum
CREATE TYPE "DeputyRoom" AS ENUM ('manager', 'second_level', 'hr', 'approver');

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "for_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "rooms" "DeputyRoom"[],
    "department_ids" UUID[],
    "employee_ids" UUID[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_deputy_id_ends_at_idx" ON "delegation"("deputy_id", "ends_at");

-- CreateIndex
CREATE INDEX "delegation_for_id_ends_at_idx" ON "delegation"("for_id", "ends_at");

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "for_id" UUID;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_for_id_fkey" FOREIGN KEY ("for_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was done for somebody: whoever stands to a sheet is asked for it, and the absent person and HR read it.
CREATE INDEX audit_event_done_for ON audit_event (appraisal_id, actor_id) WHERE for_id IS NOT NULL;
CREATE INDEX audit_event_done_for_whom ON audit_event (for_id, id) WHERE for_id IS NOT NULL;

ALTER TABLE delegation
  ADD CONSTRAINT delegation_not_to_oneself CHECK (deputy_id <> for_id),
  ADD CONSTRAINT delegation_of_something CHECK (cardinality(rooms) > 0),
  ADD CONSTRAINT delegation_ends_after_it_starts CHECK (ends_at > starts_at),
  ADD CONSTRAINT delegation_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by_id IS NULL));

CREATE FUNCTION refuse_other_than_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR to_jsonb(NEW) - 'ended_at' - 'ended_by_id' <> to_jsonb(OLD) - 'ended_at' - 'ended_by_id' THEN
    RAISE EXCEPTION 'a row of % is only ended, once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_is_only_ended BEFORE UPDATE ON delegation FOR EACH ROW EXECUTE FUNCTION refuse_other_than_ending();
CREATE TRIGGER delegation_stays BEFORE DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER delegation_no_truncate BEFORE TRUNCATE ON delegation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_unnamed_deputy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM delegation d WHERE d.for_id = NEW.for_id AND d.deputy_id = NEW.actor_id
      AND d.starts_at <= NEW.at AND d.ends_at > NEW.at AND (d.ended_at IS NULL OR d.ended_at > NEW.at)
  ) THEN
    RAISE EXCEPTION 'nobody acts for another without being their deputy' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_by_a_deputy BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.for_id IS NOT NULL)
  EXECUTE FUNCTION refuse_unnamed_deputy();
