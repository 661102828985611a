-- For which score a justification was written or last confirmed: one written for another is asked about before it goes up.
-- Of those already there it is not known, and nothing is asked.
-- AlterTable
ALTER TABLE "value_score" ADD COLUMN     "justified_half_points" SMALLINT;
