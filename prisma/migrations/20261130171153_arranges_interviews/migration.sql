-- Every proposal of either side is a row that stays; the newest is the appointment.
CREATE TABLE "appointment" (
    "appraisal_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("appraisal_id","sequence")
);
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER appointment_cycle_open BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER appointment_append_only BEFORE UPDATE OR DELETE ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_no_truncate BEFORE TRUNCATE ON appointment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A calendar takes over what has a higher sequence, so none may be left out or come twice.
CREATE FUNCTION refuse_other_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> (SELECT count(*) FROM appointment WHERE appraisal_id = NEW.appraisal_id) THEN
    RAISE EXCEPTION 'an appointment follows the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_follows BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_other_sequence();
