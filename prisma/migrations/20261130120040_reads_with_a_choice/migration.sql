-- Acknowledging says that the result was read: agreed to, as every answer until now says, or with reservations. An
-- objection may still follow it, so both are kept.
ALTER TYPE "AcknowledgementKind" ADD VALUE 'reserved' BEFORE 'objected';

ALTER TABLE "acknowledgement" DROP CONSTRAINT "acknowledgement_pkey",
ADD CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("appraisal_id", "kind");

CREATE UNIQUE INDEX acknowledgement_read_once ON acknowledgement (appraisal_id) WHERE kind <> 'objected';
