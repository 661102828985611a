-- Who is in a cycle and until when can be changed by hand while it runs; every change is a row that stays.

ALTER TYPE "ExemptReason" ADD VALUE 'by_hand';

-- CreateEnum
CREATE TYPE "CycleChangeKind" AS ENUM ('exempted', 'included', 'left', 'extended');

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "cycle_change" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" "CycleChangeKind" NOT NULL,
    "employee_id" UUID,
    "department_id" UUID,
    "windows" JSONB,
    "reason" VARCHAR(500) NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cycle_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_window" (
    "appraisal_id" UUID NOT NULL,
    "stage" "Stage" NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_window_pkey" PRIMARY KEY ("appraisal_id","stage")
);

-- CreateIndex
CREATE INDEX "cycle_change_cycle_id_sequence_idx" ON "cycle_change"("cycle_id", "sequence");

-- CreateIndex
CREATE INDEX "cycle_change_employee_id_idx" ON "cycle_change"("employee_id");

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_window" ADD CONSTRAINT "own_window_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE cycle_change
  -- That somebody left is reason enough.
  ADD CONSTRAINT cycle_change_reason CHECK (kind = 'left' OR btrim(reason) <> ''),
  ADD CONSTRAINT cycle_change_about CHECK (
    CASE WHEN kind = 'extended' THEN num_nonnulls(employee_id, department_id) = 1
      ELSE num_nonnulls(employee_id) = 1 AND num_nonnulls(department_id) = 0 END
  );
ALTER TABLE own_window ADD CONSTRAINT own_window_has_time CHECK (closes_at > opens_at);

CREATE TRIGGER cycle_change_append_only BEFORE UPDATE OR DELETE ON cycle_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_change_no_truncate BEFORE TRUNCATE ON cycle_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_change_of_open_cycle AFTER INSERT ON cycle_change
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();

-- Time once given to somebody is not taken back.
CREATE FUNCTION refuse_shorter_window() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.closes_at < OLD.closes_at OR (NEW.appraisal_id, NEW.stage) IS DISTINCT FROM (OLD.appraisal_id, OLD.stage) THEN
    RAISE EXCEPTION 'a window of one''s own only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_window_grows BEFORE UPDATE ON own_window FOR EACH ROW EXECUTE FUNCTION refuse_shorter_window();
CREATE TRIGGER own_window_stays BEFORE DELETE ON own_window FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER own_window_no_truncate BEFORE TRUNCATE ON own_window FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER own_window_cycle_open BEFORE INSERT OR UPDATE ON own_window FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();

-- Who is in changes with its row, written in the same transaction.
CREATE FUNCTION refuse_silent_change_of_who_is_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM cycle_change c
    WHERE c.cycle_id = NEW.cycle_id AND c.employee_id = NEW.employee_id AND c.xmin = pg_current_xact_id()::xid
      AND c.kind IN ('exempted', 'included', 'left')
  ) THEN
    RAISE EXCEPTION 'who is in changes with a reason' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER participant_is_in_by_record AFTER UPDATE ON participant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.exempt_reason IS DISTINCT FROM NEW.exempt_reason) EXECUTE FUNCTION refuse_silent_change_of_who_is_in();
CREATE CONSTRAINT TRIGGER appraisal_ends_by_record AFTER UPDATE ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION refuse_silent_change_of_who_is_in();

-- A sheet that ended stays where it is.
CREATE FUNCTION refuse_move_of_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the sheet has ended' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER appraisal_ended_stays BEFORE UPDATE ON appraisal FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_move_of_ended();
