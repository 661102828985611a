-- A seed for every cycle opened from now on whose policy samples. Cycles that run already keep none: their sheets have
-- passed where they would have been drawn, so nothing is drawn in them.

CREATE TABLE "sample_seed" (
    "cycle_id" UUID NOT NULL,
    "seed" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sample_seed_pkey" PRIMARY KEY ("cycle_id")
);

CREATE TABLE "sample_draw" (
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "appraisal_id" UUID,
    "percent" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sample_draw_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sample_item" (
    "appraisal_id" UUID NOT NULL,
    "value_key" VARCHAR(60) NOT NULL,
    "draw_id" UUID NOT NULL,
    "drawn" BOOLEAN NOT NULL,

    CONSTRAINT "sample_item_pkey" PRIMARY KEY ("appraisal_id","value_key")
);

CREATE INDEX "sample_draw_cycle_id_manager_id_idx" ON "sample_draw"("cycle_id", "manager_id");
CREATE INDEX "sample_draw_appraisal_id_idx" ON "sample_draw"("appraisal_id");
CREATE INDEX "sample_item_draw_id_idx" ON "sample_item"("draw_id");
CREATE UNIQUE INDEX sample_draw_once ON sample_draw (cycle_id, manager_id) WHERE appraisal_id IS NULL;

ALTER TABLE "sample_seed" ADD CONSTRAINT "sample_seed_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "sample_seed"("cycle_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "sample_draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sample_seed
  ADD CONSTRAINT sample_seed_form CHECK (seed ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT sample_seed_hash CHECK (hash = encode(sha256(decode(seed, 'hex')), 'hex'));
ALTER TABLE sample_draw ADD CONSTRAINT sample_draw_percent CHECK (percent BETWEEN 1 AND 100);

CREATE TRIGGER sample_seed_stays BEFORE UPDATE OR DELETE ON sample_seed FOR EACH ROW EXECUTE FUNCTION refuse_change_but('revealed_at');
CREATE TRIGGER sample_draw_append_only BEFORE UPDATE OR DELETE ON sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_item_append_only BEFORE UPDATE OR DELETE ON sample_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_seed_no_truncate BEFORE TRUNCATE ON sample_seed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_draw_no_truncate BEFORE TRUNCATE ON sample_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_item_no_truncate BEFORE TRUNCATE ON sample_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A seed comes with its cycle: one that came later could be chosen.
CREATE FUNCTION refuse_late_seed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM given JOIN appraisal a ON a.cycle_id = given.cycle_id WHERE a.state <> 'self_review') THEN
    RAISE EXCEPTION 'a seed is made when its cycle is opened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sample_seed_comes_first AFTER INSERT ON sample_seed
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_seed();

CREATE TRIGGER sample_seed_opens_with_cycle AFTER INSERT ON sample_seed
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();
CREATE TRIGGER sample_draw_opens_with_cycle AFTER INSERT ON sample_draw
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();
CREATE TRIGGER sample_item_cycle_open BEFORE INSERT ON sample_item FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();

-- What was drawn is of the cycle whose seed drew it, and as many as its rate says; a population is written in one statement.
CREATE FUNCTION refuse_other_rate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM given JOIN sample_draw d ON d.id = given.draw_id JOIN appraisal a ON a.id = given.appraisal_id
    WHERE a.cycle_id <> d.cycle_id OR a.id <> coalesce(d.appraisal_id, a.id)
  ) THEN
    RAISE EXCEPTION 'a draw is of the sheets of its own cycle' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT FROM sample_item i JOIN sample_draw d ON d.id = i.draw_id
    WHERE d.id IN (SELECT draw_id FROM given)
    GROUP BY d.id HAVING count(*) FILTER (WHERE i.drawn) <> ceil(count(*) * d.percent / 100.0)
  ) THEN
    RAISE EXCEPTION 'a draw has as many as its rate says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sample_item_rate AFTER INSERT ON sample_item
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_rate();
