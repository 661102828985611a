-- What takes part in a draw is shown as a lot, made with a key that is shown nowhere: by sheets and values one could work out
-- which scores were outside what may be drawn. A cycle in which something was drawn already keeps what it was drawn by.
ALTER TABLE "sample_seed" ADD COLUMN "lot_key" CHAR(64);

ALTER TABLE sample_seed DISABLE TRIGGER sample_seed_stays;
UPDATE sample_seed g SET lot_key = encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')
FROM cycle c WHERE c.id = g.cycle_id AND c.state = 'open' AND g.revealed_at IS NULL
  AND NOT EXISTS (SELECT FROM sample_draw d WHERE d.cycle_id = g.cycle_id);
ALTER TABLE sample_seed ENABLE TRIGGER sample_seed_stays;

ALTER TABLE sample_seed ADD CONSTRAINT sample_seed_lot_key_form CHECK (lot_key ~ '^[0-9a-f]{64}$');

-- Every seed that is sealed from now on has one.
CREATE FUNCTION refuse_seed_without_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lot_key IS NULL THEN
    RAISE EXCEPTION 'a seed is sealed with the key of its lots' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_seed_has_key BEFORE INSERT ON sample_seed FOR EACH ROW EXECUTE FUNCTION refuse_seed_without_key();
