-- Whether the person is shown a plan before its day; like all that was planned it stays as it was.
ALTER TABLE "planned_line" ADD COLUMN "shown" BOOLEAN NOT NULL DEFAULT false;
