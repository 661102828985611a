-- A value list has no rungs yet, so it earns nothing; a cap may be a single half-point.
ALTER TABLE value DROP CONSTRAINT value_max;
ALTER TABLE value ADD CONSTRAINT value_max CHECK (max_half_points BETWEEN 0 AND 40);

-- Nobody can be scored on a value without rungs, so no cycle may pin a framework that has one.
CREATE FUNCTION refuse_unscorable_framework() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM value v WHERE v.framework_version_id = NEW.framework_version_id
      AND NOT EXISTS (SELECT 1 FROM rung r WHERE r.value_id = v.id)
  ) THEN
    RAISE EXCEPTION 'the framework has a value without rungs' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER cycle_framework_scorable BEFORE INSERT OR UPDATE OF framework_version_id ON cycle
  FOR EACH ROW EXECUTE FUNCTION refuse_unscorable_framework();
