-- A question of the approver's stands until HR confirms the score once more and says so; its words are the answer.
ALTER TABLE "hr_verification" ADD COLUMN "answers_id" UUID;
ALTER TABLE "hr_verification" ADD CONSTRAINT "hr_verification_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE approval ADD CONSTRAINT approval_asked_with_words CHECK (verdict <> 'asked' OR btrim(reason) <> '');
ALTER TABLE hr_verification ADD CONSTRAINT hr_verification_answers_with_words
  CHECK (answers_id IS NULL OR (verdict = 'confirmed' AND btrim(comment) <> ''));

CREATE FUNCTION refuse_foreign_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approval q WHERE q.id = NEW.answers_id AND q.verdict = 'asked'
    AND (q.appraisal_id, q.value_key, q.round) = (NEW.appraisal_id, NEW.value_key, NEW.round)) THEN
    RAISE EXCEPTION 'an answer is to a question about the same score' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hr_verification_answers_its_question BEFORE INSERT ON hr_verification FOR EACH ROW
  WHEN (NEW.answers_id IS NOT NULL) EXECUTE FUNCTION refuse_foreign_answer();

-- After a question the approver has another word in the same round.
CREATE OR REPLACE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  EXECUTE format(
    'SELECT verdict::text, by_id FROM %I g WHERE appraisal_id = $1 AND round = $2 AND coalesce(to_jsonb(g) ->> ''value_key'', '''') = $3 '
    'ORDER BY sequence DESC LIMIT 1', TG_TABLE_NAME)
    INTO last USING NEW.appraisal_id, NEW.round, coalesce(to_jsonb(NEW) ->> 'value_key', '');
  IF NEW.verdict::text = 'taken_back' THEN
    IF last.verdict IS NULL OR last.verdict = 'taken_back' OR last.by_id <> NEW.by_id THEN
      RAISE EXCEPTION '% takes back a word that is not there', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF TG_TABLE_NAME <> 'hr_verification' AND last.verdict IS NOT NULL AND last.verdict NOT IN ('taken_back', 'asked') THEN
    RAISE EXCEPTION '% has a word of this round', TG_TABLE_NAME USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

-- HR's audit is not left over the head of a question.
CREATE FUNCTION unanswered_question(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM approval q
    WHERE q.appraisal_id = sheet.id AND q.round = sheet.round AND q.verdict = 'asked'
      AND NOT EXISTS (SELECT FROM approval w WHERE w.appraisal_id = q.appraisal_id AND w.value_key = q.value_key
        AND w.round = q.round AND w.sequence > q.sequence)
      AND q.id IS DISTINCT FROM (SELECT h.answers_id FROM hr_verification h
        WHERE h.appraisal_id = q.appraisal_id AND h.value_key = q.value_key ORDER BY h.round DESC, h.sequence DESC LIMIT 1)
  )
$$;
CREATE FUNCTION refuse_step_over_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF unanswered_question(NEW) THEN
    RAISE EXCEPTION 'a question of the approver is not answered' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER appraisal_answers_first AFTER UPDATE OF state ON appraisal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state = 'hr_audit' AND NEW.state IN ('approval', 'interview')) EXECUTE FUNCTION refuse_step_over_question();
