-- Who holds a sheet stands on the sheet, so that queues and counts take an index instead of every sheet of the company,
-- and its history beside it.

-- CreateEnum
CREATE TYPE "HandOverPost" AS ENUM ('manager', 'second_level', 'approver', 'hr_partner', 'department', 'division');

-- CreateEnum
CREATE TYPE "HandOverWay" AS ENUM ('continue', 'anew', 'sealed');

-- DropIndex
DROP INDEX "participant_approver_id_cycle_id_idx";

-- DropIndex
DROP INDEX "participant_department_id_cycle_id_idx";

-- DropIndex
DROP INDEX "participant_manager_id_cycle_id_idx";

-- DropIndex
DROP INDEX "participant_second_level_id_cycle_id_idx";

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "approver_id" UUID,
ADD COLUMN     "department_id" UUID,
ADD COLUMN     "division_id" UUID,
ADD COLUMN     "hr_partner_id" UUID,
ADD COLUMN     "manager_id" UUID,
ADD COLUMN     "second_level_id" UUID;

-- Until now a sheet was held by whom its participant names. Closed cycles are filled, too: nothing in them says anything new.
ALTER TABLE appraisal DISABLE TRIGGER appraisal_cycle_open;
UPDATE appraisal a SET manager_id = p.manager_id, second_level_id = p.second_level_id, approver_id = p.approver_id,
  hr_partner_id = p.hr_partner_id, department_id = p.department_id, division_id = p.division_id
FROM participant p WHERE p.id = a.participant_id;
ALTER TABLE appraisal ENABLE TRIGGER appraisal_cycle_open;

ALTER TABLE "appraisal" ALTER COLUMN "manager_id" SET NOT NULL,
ALTER COLUMN "department_id" SET NOT NULL,
ALTER COLUMN "division_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "post" "HandOverPost" NOT NULL,
    "from_id" UUID,
    "to_id" UUID,
    "from_unit_id" UUID,
    "to_unit_id" UUID,
    "way" "HandOverWay",
    "reason" VARCHAR(2000) NOT NULL,
    "note" VARCHAR(4000) NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_appraisal_id_post_version_key" ON "hand_over"("appraisal_id", "post", "version");

-- CreateIndex
CREATE INDEX "appraisal_manager_id_cycle_id_state_idx" ON "appraisal"("manager_id", "cycle_id", "state");

-- CreateIndex
CREATE INDEX "appraisal_second_level_id_cycle_id_state_idx" ON "appraisal"("second_level_id", "cycle_id", "state");

-- CreateIndex
CREATE INDEX "appraisal_approver_id_cycle_id_state_idx" ON "appraisal"("approver_id", "cycle_id", "state");

-- CreateIndex
CREATE INDEX "appraisal_department_id_cycle_id_state_idx" ON "appraisal"("department_id", "cycle_id", "state");

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_second_level_id_fkey" FOREIGN KEY ("second_level_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_hr_partner_id_fkey" FOREIGN KEY ("hr_partner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_unit_id_fkey" FOREIGN KEY ("from_unit_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a participant still is asked by its line: whether somebody has a room for people who are exempt.
CREATE INDEX participant_exempt_manager ON participant (manager_id, cycle_id) WHERE exempt_reason IS NOT NULL;
CREATE INDEX participant_exempt_second_level ON participant (second_level_id, cycle_id) WHERE exempt_reason IS NOT NULL;
CREATE INDEX participant_exempt_approver ON participant (approver_id, cycle_id) WHERE exempt_reason IS NOT NULL;
CREATE INDEX participant_exempt_department ON participant (department_id, cycle_id) WHERE exempt_reason IS NOT NULL;

ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_not_own_judge CHECK (
    manager_id <> employee_id AND second_level_id <> employee_id AND approver_id <> employee_id AND hr_partner_id <> employee_id
  ),
  ADD CONSTRAINT appraisal_scorer_not_second_level CHECK (second_level_id <> manager_id),
  ADD CONSTRAINT appraisal_scorer_not_approver CHECK (approver_id <> manager_id);

ALTER TABLE hand_over
  ADD CONSTRAINT hand_over_changes CHECK (
    CASE WHEN post IN ('department', 'division')
      THEN from_unit_id <> to_unit_id AND num_nonnulls(from_unit_id, to_unit_id) = 2 AND num_nonnulls(from_id, to_id) = 0
      ELSE from_id IS DISTINCT FROM to_id AND num_nonnulls(from_unit_id, to_unit_id) = 0
    END
  ),
  ADD CONSTRAINT hand_over_way_of_a_manager CHECK ((way IS NOT NULL) = (post = 'manager')),
  ADD CONSTRAINT hand_over_seals_a_note CHECK ((note <> '') = (way IS NOT DISTINCT FROM 'sealed')),
  ADD CONSTRAINT hand_over_reason CHECK (btrim(reason) <> '');

CREATE FUNCTION holder_of(sheet appraisal, post "HandOverPost") RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE post
    WHEN 'manager' THEN sheet.manager_id
    WHEN 'second_level' THEN sheet.second_level_id
    WHEN 'approver' THEN sheet.approver_id
    WHEN 'hr_partner' THEN sheet.hr_partner_id
    WHEN 'department' THEN sheet.department_id
    WHEN 'division' THEN sheet.division_id
  END
$$;

-- A write names the version it was based on; a version that stands still or jumps would let two of them pass for one.
CREATE FUNCTION refuse_other_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version IS DISTINCT FROM OLD.version + 1 THEN
    RAISE EXCEPTION 'the version of an appraisal grows by one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_version_grows BEFORE UPDATE ON appraisal FOR EACH ROW EXECUTE FUNCTION refuse_other_version();

-- Both are asked when the transaction ends, so that several posts may change hands in whatever order.
CREATE FUNCTION refuse_silent_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(enum_range(NULL::"HandOverPost")) AS held (post)
    WHERE holder_of(OLD, held.post) IS DISTINCT FROM holder_of(NEW, held.post)
      AND NOT EXISTS (
        SELECT FROM hand_over h
        WHERE h.appraisal_id = NEW.id AND h.version = NEW.version AND h.post = held.post
          AND coalesce(h.from_id, h.from_unit_id) IS NOT DISTINCT FROM holder_of(OLD, held.post)
          AND coalesce(h.to_id, h.to_unit_id) IS NOT DISTINCT FROM holder_of(NEW, held.post)
      )
  ) THEN
    RAISE EXCEPTION 'a sheet changes hands by a hand-over' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_changes_hands_openly AFTER UPDATE ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.manager_id, OLD.second_level_id, OLD.approver_id, OLD.hr_partner_id, OLD.department_id, OLD.division_id)
    IS DISTINCT FROM (NEW.manager_id, NEW.second_level_id, NEW.approver_id, NEW.hr_partner_id, NEW.department_id, NEW.division_id))
  EXECUTE FUNCTION refuse_silent_hand_over();

-- A row is written before the change it tells of, in the same transaction: neither for what was nor for what may come.
CREATE FUNCTION refuse_untrue_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND (
      CASE TG_WHEN
        WHEN 'BEFORE' THEN a.version = NEW.version - 1
          AND holder_of(a, NEW.post) IS NOT DISTINCT FROM coalesce(NEW.from_id, NEW.from_unit_id)
        ELSE a.version = NEW.version AND holder_of(a, NEW.post) IS NOT DISTINCT FROM coalesce(NEW.to_id, NEW.to_unit_id)
      END
    )
  ) THEN
    RAISE EXCEPTION 'no such hand-over took place' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hand_over_is_the_next_step BEFORE INSERT ON hand_over FOR EACH ROW EXECUTE FUNCTION refuse_untrue_hand_over();
CREATE CONSTRAINT TRIGGER hand_over_took_place AFTER INSERT ON hand_over DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_untrue_hand_over();

CREATE TRIGGER hand_over_cycle_open BEFORE INSERT ON hand_over FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER hand_over_append_only BEFORE UPDATE OR DELETE ON hand_over FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_over_no_truncate BEFORE TRUNCATE ON hand_over FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
