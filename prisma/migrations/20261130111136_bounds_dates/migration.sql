-- A slip of the keyboard is no date of anybody's work. Triggers, because a CHECK, NOT VALID or not, also looks at a row written before when
-- another of its columns changes: whoever was hired "1900-01-01" could not leave any more.
CREATE FUNCTION refuse_date_out_of_bounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: a date out of bounds', TG_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER employee_hire_date_bounds_at_first BEFORE INSERT ON employee
  FOR EACH ROW WHEN (NEW.hire_date NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
CREATE TRIGGER employee_hire_date_bounds BEFORE UPDATE OF hire_date ON employee
  FOR EACH ROW WHEN ((NEW.hire_date IS DISTINCT FROM OLD.hire_date) AND NEW.hire_date NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
ALTER TABLE employee ENABLE ALWAYS TRIGGER employee_hire_date_bounds_at_first;
ALTER TABLE employee ENABLE ALWAYS TRIGGER employee_hire_date_bounds;
CREATE TRIGGER appraisal_case_happened_on_bounds_at_first BEFORE INSERT ON appraisal_case
  FOR EACH ROW WHEN (NEW.happened_on NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
CREATE TRIGGER appraisal_case_happened_on_bounds BEFORE UPDATE OF happened_on ON appraisal_case
  FOR EACH ROW WHEN ((NEW.happened_on IS DISTINCT FROM OLD.happened_on) AND NEW.happened_on NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
ALTER TABLE appraisal_case ENABLE ALWAYS TRIGGER appraisal_case_happened_on_bounds_at_first;
ALTER TABLE appraisal_case ENABLE ALWAYS TRIGGER appraisal_case_happened_on_bounds;
CREATE TRIGGER interview_held_on_bounds_at_first BEFORE INSERT ON interview
  FOR EACH ROW WHEN (NEW.held_on NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
CREATE TRIGGER interview_held_on_bounds BEFORE UPDATE OF held_on ON interview
  FOR EACH ROW WHEN ((NEW.held_on IS DISTINCT FROM OLD.held_on) AND NEW.held_on NOT BETWEEN '1950-01-01' AND '2200-12-31') EXECUTE FUNCTION refuse_date_out_of_bounds();
ALTER TABLE interview ENABLE ALWAYS TRIGGER interview_held_on_bounds_at_first;
ALTER TABLE interview ENABLE ALWAYS TRIGGER interview_held_on_bounds;

-- Days of the company's zone, which may be one off the server's.
CREATE TRIGGER stage_window_bounds_at_first BEFORE INSERT ON stage_window
  FOR EACH ROW WHEN (NEW.opens_at < '1949-12-31Z' OR NEW.closes_at >= '2201-01-03Z') EXECUTE FUNCTION refuse_date_out_of_bounds();
CREATE TRIGGER stage_window_bounds BEFORE UPDATE OF opens_at, closes_at ON stage_window
  FOR EACH ROW WHEN ((NEW.opens_at IS DISTINCT FROM OLD.opens_at OR NEW.closes_at IS DISTINCT FROM OLD.closes_at) AND (NEW.opens_at < '1949-12-31Z' OR NEW.closes_at >= '2201-01-03Z')) EXECUTE FUNCTION refuse_date_out_of_bounds();
ALTER TABLE stage_window ENABLE ALWAYS TRIGGER stage_window_bounds_at_first;
ALTER TABLE stage_window ENABLE ALWAYS TRIGGER stage_window_bounds;
