-- A closed department stays for what refers to it and is offered nowhere.
ALTER TABLE "department" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
