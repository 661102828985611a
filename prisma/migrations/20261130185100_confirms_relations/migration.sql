-- What somebody declares of themselves runs once an HR administrator confirms it; what was declared until now runs already.
ALTER TABLE "declared_relation" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID;

-- AddForeignKey
ALTER TABLE "declared_relation" ADD CONSTRAINT "declared_relation_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP TRIGGER declared_relation_is_only_ended ON declared_relation;
UPDATE declared_relation SET confirmed_at = at, confirmed_by_id = by_id;
ALTER TABLE declared_relation
  ADD CONSTRAINT declared_relation_confirmed_by_somebody CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL));

CREATE FUNCTION refuse_other_than_confirming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
    OR to_jsonb(NEW) - '{ended_at,ended_by_id,confirmed_at,confirmed_by_id}'::text[]
      <> to_jsonb(OLD) - '{ended_at,ended_by_id,confirmed_at,confirmed_by_id}'::text[]
    OR (OLD.confirmed_at IS NOT NULL
      AND (NEW.confirmed_at, NEW.confirmed_by_id) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by_id)) THEN
    RAISE EXCEPTION 'a row of % is only confirmed and ended, each once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.confirmed_at IS NULL AND NEW.confirmed_by_id IN (NEW.person_id, NEW.other_id) THEN
    RAISE EXCEPTION 'nobody confirms a relation of their own' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER declared_relation_is_only_confirmed BEFORE UPDATE ON declared_relation FOR EACH ROW EXECUTE FUNCTION refuse_other_than_confirming();

CREATE OR REPLACE FUNCTION are_related(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM declared_relation WHERE ended_at IS NULL AND confirmed_at IS NOT NULL
      AND (person_id, other_id) IN ((one, other), (other, one))
  )
$$;
