-- The application compares and keeps addresses in one form (lib/text/identity.ts); so does the database now. Of two people who
-- share an address in two spellings both keep what they have until one of them is changed.
UPDATE employee e SET email = lower(identity_key(e.email))
WHERE e.email <> lower(identity_key(e.email)) AND NOT EXISTS (
  SELECT FROM employee o WHERE o.id <> e.id AND lower(identity_key(o.email)) = lower(identity_key(e.email))
);
ALTER TABLE employee ADD CONSTRAINT employee_email_in_one_form CHECK (email = identity_key(email)) NOT VALID;
