-- Kin and close relations that somebody declared: from then on neither judges the other at any stage.

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('kin', 'close');

-- CreateTable
CREATE TABLE "declared_relation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "declared_relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "declared_relation_person_id_idx" ON "declared_relation"("person_id");

-- CreateIndex
CREATE INDEX "declared_relation_other_id_idx" ON "declared_relation"("other_id");

-- AddForeignKey
ALTER TABLE "declared_relation" ADD CONSTRAINT "declared_relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_relation" ADD CONSTRAINT "declared_relation_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_relation" ADD CONSTRAINT "declared_relation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_relation" ADD CONSTRAINT "declared_relation_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE declared_relation
  ADD CONSTRAINT declared_relation_of_two CHECK (person_id <> other_id),
  ADD CONSTRAINT declared_relation_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by_id IS NULL));

CREATE TRIGGER declared_relation_is_only_ended BEFORE UPDATE ON declared_relation FOR EACH ROW EXECUTE FUNCTION refuse_other_than_ending();
CREATE TRIGGER declared_relation_stays BEFORE DELETE ON declared_relation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER declared_relation_no_truncate BEFORE TRUNCATE ON declared_relation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
