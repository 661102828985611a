-- A slip of the keyboard is no date of anybody's work. Rows written before are kept as they are, so nothing old is checked.
ALTER TABLE employee ADD CONSTRAINT employee_hire_date_bounds CHECK (hire_date BETWEEN '1950-01-01' AND '2200-12-31') NOT VALID;
ALTER TABLE appraisal_case ADD CONSTRAINT appraisal_case_happened_on_bounds CHECK (happened_on BETWEEN '1950-01-01' AND '2200-12-31') NOT VALID;
ALTER TABLE interview ADD CONSTRAINT interview_held_on_bounds CHECK (held_on BETWEEN '1950-01-01' AND '2200-12-31') NOT VALID;
-- Days of the company's zone, which may be one off the server's.
ALTER TABLE stage_window ADD CONSTRAINT stage_window_bounds CHECK (opens_at >= '1949-12-31Z' AND closes_at < '2201-01-03Z') NOT VALID;
