-- AlterTable
ALTER TABLE "value_score" ADD COLUMN     "in_doubt_by_id" UUID;

-- AddForeignKey
ALTER TABLE "value_score" ADD CONSTRAINT "value_score_in_doubt_by_id_fkey" FOREIGN KEY ("in_doubt_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only the manager's side can be in doubt: the employee never sees the mark.
ALTER TABLE "value_score" ADD CONSTRAINT "value_score_doubt_is_the_managers" CHECK (in_doubt_by_id IS NULL OR side = 'manager');
