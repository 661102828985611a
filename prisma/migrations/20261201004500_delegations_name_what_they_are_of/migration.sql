-- A delegation of everything names nobody, which is an empty list and nothing else.
ALTER TABLE delegation DISABLE TRIGGER delegation_is_only_ended;
UPDATE delegation SET department_ids = coalesce(department_ids, '{}'), employee_ids = coalesce(employee_ids, '{}')
WHERE department_ids IS NULL OR employee_ids IS NULL;
ALTER TABLE delegation ENABLE TRIGGER delegation_is_only_ended;
ALTER TABLE "delegation" ALTER COLUMN "rooms" SET NOT NULL, ALTER COLUMN "department_ids" SET NOT NULL, ALTER COLUMN "employee_ids" SET NOT NULL;
