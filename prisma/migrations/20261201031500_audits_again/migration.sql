-- HR reopens its audit: what was verified is withdrawn by whoever of HR reopens it, once the sheet is past the audit. That they
-- hold the office is asked of every word.
CREATE OR REPLACE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  EXECUTE format(
    'SELECT verdict::text, by_id FROM %I g WHERE appraisal_id = $1 AND round = $2 AND coalesce(to_jsonb(g) ->> ''value_key'', '''') = $3 '
    'ORDER BY sequence DESC LIMIT 1', TG_TABLE_NAME)
    INTO last USING NEW.appraisal_id, NEW.round, coalesce(to_jsonb(NEW) ->> 'value_key', '');
  IF NEW.verdict::text = 'taken_back' THEN
    IF last.verdict IS NULL OR last.verdict = 'taken_back' OR last.by_id <> NEW.by_id AND NOT (
      TG_TABLE_NAME = 'hr_verification' AND EXISTS (SELECT FROM appraisal a
        WHERE a.id = NEW.appraisal_id AND place_in_chain(a.state) > place_in_chain('hr_audit'))) THEN
      RAISE EXCEPTION '% takes back a word that is not there', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF TG_TABLE_NAME <> 'hr_verification' AND last.verdict IS NOT NULL AND last.verdict NOT IN ('taken_back', 'asked') THEN
    RAISE EXCEPTION '% has a word of this round', TG_TABLE_NAME USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

-- What is withdrawn past the audit leads back to it, or to where the sheet was handed back to.
CREATE FUNCTION refuse_withdrawn_and_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND place_in_chain(a.state) > place_in_chain('hr_audit')) THEN
    RAISE EXCEPTION 'a verification withdrawn past the audit leads back to it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER hr_verification_withdrawn_leads_back AFTER INSERT ON hr_verification DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.verdict = 'taken_back') EXECUTE FUNCTION refuse_withdrawn_and_gone();
