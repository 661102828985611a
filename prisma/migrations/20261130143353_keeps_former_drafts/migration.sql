-- AlterTable
ALTER TABLE "hand_over" ADD COLUMN     "draft" JSONB,
ADD COLUMN     "fell" BOOLEAN NOT NULL DEFAULT false;

-- Every post can be handed over with a sealed note; only a manager has a draft.
ALTER TABLE hand_over DROP CONSTRAINT hand_over_way_of_a_manager;
ALTER TABLE hand_over
  ADD CONSTRAINT hand_over_way_of_a_person CHECK ((way IS NULL) = (post IN ('department', 'division'))),
  ADD CONSTRAINT hand_over_draft_of_a_manager CHECK (post = 'manager' OR (way IS DISTINCT FROM 'anew' AND draft IS NULL));
