-- Who was whose manager in which department, since when; and changes of it that are planned for a day to come.
CREATE TABLE "reporting_line" (
    "sequence" BIGSERIAL NOT NULL,
    "employee_id" UUID NOT NULL,
    "manager_id" UUID,
    "department_id" UUID NOT NULL,
    "since" DATE,

    CONSTRAINT "reporting_line_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "planned_line" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "from_manager_id" UUID,
    "from_department_id" UUID NOT NULL,
    "manager_id" UUID,
    "department_id" UUID NOT NULL,
    "decision" JSONB,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "fault" VARCHAR(60),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "planned_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reporting_line_employee_id_sequence_idx" ON "reporting_line"("employee_id", "sequence");

-- CreateIndex
CREATE INDEX "planned_line_employee_id_idx" ON "planned_line"("employee_id");

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_line" ADD CONSTRAINT "planned_line_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_line" ADD CONSTRAINT "planned_line_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_line" ADD CONSTRAINT "planned_line_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_line" ADD CONSTRAINT "planned_line_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Since when is not known of what was there before this was kept.
INSERT INTO reporting_line (employee_id, manager_id, department_id) SELECT id, manager_id, department_id FROM employee;

-- No line changes without its row, whoever writes it.
CREATE FUNCTION keep_reporting_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reporting_line (employee_id, manager_id, department_id, since)
  VALUES (NEW.id, NEW.manager_id, NEW.department_id, CASE TG_OP WHEN 'INSERT' THEN NEW.hire_date
    ELSE greatest(NEW.hire_date, (now() AT TIME ZONE coalesce((SELECT time_zone FROM company), 'Asia/Shanghai'))::date) END);
  RETURN NULL;
END $$;
CREATE TRIGGER employee_line_begins AFTER INSERT ON employee FOR EACH ROW EXECUTE FUNCTION keep_reporting_line();
CREATE TRIGGER employee_line_changes AFTER UPDATE ON employee FOR EACH ROW
  WHEN ((OLD.manager_id, OLD.department_id) IS DISTINCT FROM (NEW.manager_id, NEW.department_id))
  EXECUTE FUNCTION keep_reporting_line();
CREATE TRIGGER reporting_line_append_only BEFORE UPDATE OR DELETE ON reporting_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reporting_line_no_truncate BEFORE TRUNCATE ON reporting_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE planned_line
  ADD CONSTRAINT planned_line_changes CHECK ((manager_id, department_id) IS DISTINCT FROM (from_manager_id, from_department_id)),
  ADD CONSTRAINT planned_line_done_or_cancelled CHECK (cancelled_at IS NULL OR done_at IS NULL),
  ADD CONSTRAINT planned_line_fault_of_done CHECK (fault IS NULL OR done_at IS NOT NULL),
  ADD CONSTRAINT planned_line_seen_fault CHECK (seen_at IS NULL OR fault IS NOT NULL);
-- Two plans of one person could contradict each other.
CREATE UNIQUE INDEX planned_line_one_at_a_time ON planned_line (employee_id) WHERE cancelled_at IS NULL AND done_at IS NULL;
CREATE INDEX planned_line_due ON planned_line (day) WHERE cancelled_at IS NULL AND done_at IS NULL;
CREATE INDEX planned_line_unseen ON planned_line (employee_id) WHERE fault IS NOT NULL AND seen_at IS NULL;

-- What was planned stays as it was; it is cancelled and brought back until it is done, and what is done stays done.
CREATE FUNCTION refuse_other_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - '{cancelled_at,done_at,fault,seen_at}'::text[] <> to_jsonb(NEW) - '{cancelled_at,done_at,fault,seen_at}'::text[]
    OR (OLD.done_at IS NOT NULL AND (OLD.done_at, OLD.fault) IS DISTINCT FROM (NEW.done_at, NEW.fault))
    OR (OLD.seen_at IS NOT NULL AND OLD.seen_at IS DISTINCT FROM NEW.seen_at) THEN
    RAISE EXCEPTION 'a plan is only cancelled, carried out and looked at' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER planned_line_stays_as_it_was BEFORE UPDATE ON planned_line FOR EACH ROW EXECUTE FUNCTION refuse_other_plan();
CREATE TRIGGER planned_line_stays BEFORE DELETE ON planned_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER planned_line_no_truncate BEFORE TRUNCATE ON planned_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
