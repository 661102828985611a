-- Where departments stood when a cycle opened: its counts are grouped by this, whatever moves later.
CREATE TABLE "cycle_unit" (
    "cycle_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "parent_id" UUID,

    CONSTRAINT "cycle_unit_pkey" PRIMARY KEY ("cycle_id", "department_id")
);

-- AddForeignKey
ALTER TABLE "cycle_unit" ADD CONSTRAINT "cycle_unit_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_unit" ADD CONSTRAINT "cycle_unit_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of cycles that were opened before this, where they stand today is all that is known.
INSERT INTO cycle_unit SELECT c.id, d.id, d.parent_id FROM cycle c CROSS JOIN department d;

-- Every department is in every cycle, however a cycle or a department comes to be; a later one stands where it was created,
-- in the cycles that are still open.
CREATE FUNCTION keep_units_of_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO cycle_unit SELECT NEW.id, d.id, d.parent_id FROM department d;
  RETURN NULL;
END $$;
CREATE TRIGGER cycle_keeps_units AFTER INSERT ON cycle FOR EACH ROW EXECUTE FUNCTION keep_units_of_cycle();

CREATE FUNCTION keep_unit_in_cycles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO cycle_unit SELECT c.id, NEW.id, NEW.parent_id FROM cycle c WHERE c.state = 'open';
  RETURN NULL;
END $$;
CREATE TRIGGER department_kept_in_cycles AFTER INSERT ON department FOR EACH ROW EXECUTE FUNCTION keep_unit_in_cycles();

CREATE TRIGGER cycle_unit_append_only BEFORE UPDATE OR DELETE ON cycle_unit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_unit_no_truncate BEFORE TRUNCATE ON cycle_unit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_unit_opens_with_cycle AFTER INSERT ON cycle_unit
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_in_closed_cycle();
