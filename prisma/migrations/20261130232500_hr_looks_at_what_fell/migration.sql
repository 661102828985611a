-- What fell to the next in line because nobody was named waits for HR until somebody of HR has looked at it.
CREATE TABLE "hand_over_look" (
    "hand_over_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_look_pkey" PRIMARY KEY ("hand_over_id")
);

-- AddForeignKey
ALTER TABLE "hand_over_look" ADD CONSTRAINT "hand_over_look_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_look" ADD CONSTRAINT "hand_over_look_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every page of HR counts these.
CREATE INDEX hand_over_fell ON hand_over (appraisal_id) WHERE fell;

CREATE TRIGGER hand_over_look_append_only BEFORE UPDATE OR DELETE ON hand_over_look FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_over_look_no_truncate BEFORE TRUNCATE ON hand_over_look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
