-- A draw is of the scores that wait, at the policy's rate, and what it draws follows from the sealed seed: lib/scoring/audit/sealed.ts and
-- lib/sample/rules.ts work it out the same way.

CREATE FUNCTION hmac_pad(key bytea, with_byte int) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT string_agg(set_byte('\x00'::bytea, 0, CASE WHEN i < length(key) THEN get_byte(key, i) ELSE 0 END # with_byte), ''::bytea ORDER BY i)
  FROM generate_series(0, 63) AS i
$$;

CREATE FUNCTION refuse_other_percent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM cycle c JOIN policy_version p ON p.id = c.policy_version_id JOIN sample_seed g ON g.cycle_id = c.id
    WHERE c.id = NEW.cycle_id AND NEW.percent IS DISTINCT FROM
      CASE WHEN g.revealed_at IS NULL THEN (p.document #>> '{audit,sample,percent}')::int ELSE 100 END
  ) AND NOT is_first_writing() THEN
    RAISE EXCEPTION 'a draw is at the rate of the policy' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_draw_at_policy_rate BEFORE INSERT ON sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_other_percent();

CREATE FUNCTION refuse_chosen_draw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record;
  seed_in bytea;
  seed_out bytea;
  lot_in bytea;
  lot_out bytea;
BEGIN
  IF NOT is_first_writing() AND (EXISTS (
    SELECT FROM given JOIN sample_draw d ON d.id = given.draw_id JOIN appraisal a ON a.id = given.appraisal_id
      JOIN cycle c ON c.id = a.cycle_id
      LEFT JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = given.value_key
      LEFT JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.value_id = v.id
    WHERE a.manager_id <> d.manager_id OR a.state <> 'hr_audit' OR a.ended_at IS NOT NULL OR s.may_sample IS NOT TRUE
  ) OR EXISTS (
    SELECT FROM sample_draw d JOIN appraisal a ON a.cycle_id = d.cycle_id AND a.manager_id = d.manager_id
    WHERE d.id IN (SELECT draw_id FROM given) AND a.id = coalesce(d.appraisal_id, a.id)
      AND a.state = 'hr_audit' AND a.ended_at IS NULL AND awaits_draw(a)
  )) THEN
    RAISE EXCEPTION 'a draw is of all scores of a manager that wait for it' USING ERRCODE = 'restrict_violation';
  END IF;
  FOR one IN SELECT d.id, g.seed, g.lot_key FROM sample_draw d JOIN sample_seed g ON g.cycle_id = d.cycle_id
    WHERE d.id IN (SELECT draw_id FROM given)
  LOOP
    seed_in := hmac_pad(decode(one.seed, 'hex'), 54);
    seed_out := hmac_pad(decode(one.seed, 'hex'), 92);
    lot_in := hmac_pad(decode(one.lot_key, 'hex'), 54);
    lot_out := hmac_pad(decode(one.lot_key, 'hex'), 92);
    IF (
      SELECT max(ranked.place) FILTER (WHERE ranked.drawn) > min(ranked.place) FILTER (WHERE NOT ranked.drawn)
      FROM (
        SELECT i.drawn, encode(sha256(seed_out || sha256(seed_in || convert_to(
          coalesce(encode(sha256(lot_out || sha256(lot_in || convert_to(i.appraisal_id || '/' || i.value_key, 'UTF8'))), 'hex'),
            i.appraisal_id || '/' || i.value_key), 'UTF8'))), 'hex') COLLATE "C" AS place
        FROM sample_item i WHERE i.draw_id = one.id
      ) ranked
    ) THEN
      RAISE EXCEPTION 'what is drawn follows from the sealed seed' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
-- Triggers fire by name: that the draw is of its cycle, its scores and its rate is said first.
CREATE TRIGGER sample_item_seed AFTER INSERT ON sample_item REFERENCING NEW TABLE AS given FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_chosen_draw();
