-- A link with HR's one question for somebody who benefited, without an account: of the token only its hash.
CREATE TABLE "beneficiary_link" (
    "id" UUID NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "value_key" VARCHAR(60) NOT NULL,
    "question" VARCHAR(600) NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "beneficiary_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "beneficiary_link_lasts" CHECK (expires_at > at AND btrim(question) <> '')
);
CREATE UNIQUE INDEX "beneficiary_link_token_hash_key" ON "beneficiary_link"("token_hash");
CREATE INDEX "beneficiary_link_appraisal_id_at_idx" ON "beneficiary_link"("appraisal_id", "at");
ALTER TABLE "beneficiary_link" ADD CONSTRAINT "beneficiary_link_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "beneficiary_link" ADD CONSTRAINT "beneficiary_link_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "beneficiary_view" ADD COLUMN "link_id" UUID;
CREATE UNIQUE INDEX "beneficiary_view_link_id_key" ON "beneficiary_view"("link_id");
ALTER TABLE "beneficiary_view" ADD CONSTRAINT "beneficiary_view_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "beneficiary_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A link is open until it is used or revoked, once and for good.
CREATE FUNCTION refuse_link_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.used_at IS NOT NULL OR NEW.revoked_at IS NOT NULL THEN
      RAISE EXCEPTION 'a link begins open' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.used_at IS NOT NULL OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'a link that was used or revoked stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.token_hash, NEW.appraisal_id, NEW.value_key, NEW.question, NEW.by_id, NEW.at, NEW.expires_at)
     IS DISTINCT FROM (OLD.id, OLD.token_hash, OLD.appraisal_id, OLD.value_key, OLD.question, OLD.by_id, OLD.at, OLD.expires_at) THEN
    RAISE EXCEPTION 'a link is used or revoked, never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.used_at IS NOT NULL AND (NEW.revoked_at IS NOT NULL OR NEW.used_at >= NEW.expires_at) THEN
    RAISE EXCEPTION 'a link that ended is not used' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beneficiary_link_cycle_open BEFORE INSERT ON beneficiary_link FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_cycle();
CREATE TRIGGER beneficiary_link_not_paused BEFORE INSERT ON beneficiary_link FOR EACH ROW EXECUTE FUNCTION refuse_in_paused_cycle();
CREATE TRIGGER beneficiary_link_once BEFORE INSERT OR UPDATE ON beneficiary_link FOR EACH ROW EXECUTE FUNCTION refuse_link_change();
CREATE TRIGGER beneficiary_link_append_only BEFORE DELETE ON beneficiary_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER beneficiary_link_no_truncate BEFORE TRUNCATE ON beneficiary_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What came by a link names it instead of a way, and is of the moment the link was used; nobody corrects it but by words of their own.
CREATE OR REPLACE FUNCTION refuse_loose_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.link_id IS NOT NULL THEN
    IF NEW.way IS NOT NULL OR NEW.corrects_id IS NOT NULL OR NOT EXISTS (SELECT FROM beneficiary_link l
      WHERE l.id = NEW.link_id AND l.used_at = NEW.at
        AND (l.appraisal_id, l.value_key, l.by_id) = (NEW.appraisal_id, NEW.value_key, NEW.by_id)) THEN
      RAISE EXCEPTION 'a view by link is of the link it used' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF btrim(NEW.asked) = '' OR NEW.asked_on IS NULL OR NEW.way IS NULL THEN
    RAISE EXCEPTION 'a view says who was asked, when and how' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM beneficiary_view w
    WHERE w.id = NEW.corrects_id AND w.id <> NEW.id AND w.link_id IS NULL AND (w.appraisal_id, w.value_key) = (NEW.appraisal_id, NEW.value_key)) THEN
    RAISE EXCEPTION 'a correction is of the same score' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Used is what brought an answer.
CREATE FUNCTION refuse_link_without_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.used_at IS NOT NULL AND NOT EXISTS (SELECT FROM beneficiary_view w WHERE w.link_id = NEW.id) THEN
    RAISE EXCEPTION 'a used link has its answer' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER beneficiary_link_answered AFTER UPDATE ON beneficiary_link DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_link_without_view();
