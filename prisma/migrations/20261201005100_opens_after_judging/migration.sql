-- Manager first: the self-review of a value opens to a manager whose own draft of it stands, and that is written down.

-- CreateTable
CREATE TABLE "self_review_opening" (
    "appraisal_id" UUID NOT NULL,
    "value_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "half_points" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "self_review_opening_pkey" PRIMARY KEY ("appraisal_id","holder_id","value_id")
);

-- AddForeignKey
ALTER TABLE "self_review_opening" ADD CONSTRAINT "self_review_opening_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_review_opening" ADD CONSTRAINT "self_review_opening_value_id_fkey" FOREIGN KEY ("value_id") REFERENCES "value"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_review_opening" ADD CONSTRAINT "self_review_opening_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_review_opening" ADD CONSTRAINT "self_review_opening_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER self_review_opening_append_only BEFORE UPDATE OR DELETE ON self_review_opening FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER self_review_opening_no_truncate BEFORE TRUNCATE ON self_review_opening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER self_review_opening_cycle_open BEFORE INSERT ON self_review_opening FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();

-- Nothing opens before it was judged: by the manager's own verdicts while the sheet is theirs, or with the draft that a
-- successor goes on from.
CREATE FUNCTION refuse_unjudged_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM judgement j JOIN appraisal a ON a.id = j.appraisal_id
      WHERE j.appraisal_id = NEW.appraisal_id AND j.value_id = NEW.value_id AND j.side = 'manager'
        AND a.manager_id = NEW.holder_id AND a.state = 'manager_scoring')
    OR EXISTS (SELECT FROM self_review_opening o WHERE o.appraisal_id = NEW.appraisal_id AND o.value_id = NEW.value_id
      AND (o.by_id, o.half_points, o.at) = (NEW.by_id, NEW.half_points, NEW.at)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a self-review opens to a manager who has judged' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER self_review_opening_judged BEFORE INSERT ON self_review_opening FOR EACH ROW EXECUTE FUNCTION refuse_unjudged_opening();
