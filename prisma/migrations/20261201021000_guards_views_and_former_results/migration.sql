-- One truth on offices, as lib/appraisal/standing.ts has it: an administrator's office has no deputy, and whoever stands in for
-- HR has the sheet while it waits for HR, later only their own word to take back.
CREATE OR REPLACE FUNCTION acts_in_office(sheet appraisal, office "DeputyRoom", who uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT holds_office(sheet, office, who)
  OR (CASE office
      WHEN 'hr' THEN sheet.state IN ('hr_audit', 'objected')
        OR EXISTS (SELECT FROM hr_verification h WHERE h.appraisal_id = sheet.id AND h.by_id = who)
      WHEN 'second_level' THEN sheet.second_level_id IS NULL
      ELSE false
    END AND is_hr_admin(who) AND no_partner_clear(sheet, office))
  OR (NOT (office = 'approver' AND sheet.approver_id IS NULL) AND EXISTS (
    SELECT FROM delegation d
    WHERE d.deputy_id = who AND office = ANY(d.rooms) AND d.starts_at <= moment AND d.ends_at > moment
      AND (d.ended_at IS NULL OR d.ended_at > moment) AND holds_office(sheet, office, d.for_id)
      AND (cardinality(d.employee_ids) + cardinality(d.department_ids) = 0 OR sheet.employee_id = ANY(d.employee_ids)
        OR EXISTS (
          WITH RECURSIVE above (id) AS (
            SELECT sheet.department_id
            UNION SELECT u.parent_id FROM department u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL
          ) SELECT FROM above WHERE above.id = ANY(d.department_ids)))))
$$;

CREATE OR REPLACE FUNCTION places_of(work text) RETURNS "AppraisalState"[] LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE work
    WHEN 'self' THEN '{self_review}'
    WHEN 'manager' THEN '{manager_scoring}'
    WHEN 'second_level' THEN '{second_level}'
    WHEN 'hr' THEN '{hr_audit}'
    WHEN 'beneficiary' THEN '{hr_audit,approval}'
    WHEN 'approver' THEN '{approval}'
    WHEN 'interview' THEN '{interview}'
    WHEN 'answer' THEN '{published,acknowledged,objected}'
  END)::"AppraisalState"[]
$$;

-- What those who benefited say, and the links that ask them, come while HR or the approver has the sheet, from HR.
CREATE TRIGGER beneficiary_view_written_in_place BEFORE INSERT ON beneficiary_view FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_place('beneficiary');
CREATE TRIGGER beneficiary_view_written_in_office BEFORE INSERT ON beneficiary_view FOR EACH ROW
  WHEN (NEW.link_id IS NULL) EXECUTE FUNCTION refuse_out_of_office('hr', 'by_id', 'at');
CREATE TRIGGER beneficiary_link_written_in_place BEFORE INSERT OR UPDATE ON beneficiary_link FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_place('beneficiary');
CREATE TRIGGER beneficiary_link_written_in_office BEFORE INSERT ON beneficiary_link FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('hr', 'by_id', 'at');

-- A result is kept while it is published, as the edition it is, by HR.
CREATE TRIGGER former_result_edition BEFORE INSERT ON former_result FOR EACH ROW EXECUTE FUNCTION refuse_other_edition();
CREATE TRIGGER former_result_written_in_place BEFORE INSERT ON former_result FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_place('answer');
CREATE TRIGGER former_result_written_in_office BEFORE INSERT ON former_result FOR EACH ROW
  EXECUTE FUNCTION refuse_out_of_office('hr', 'by_id', 'at');

-- The thresholds of the cycle's policy are asked, too: a score whose reason to be verified was left out or taken away is verified all the same.
CREATE OR REPLACE FUNCTION unverified_score(sheet appraisal) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM value_score s JOIN value v ON v.id = s.value_id
      JOIN cycle c ON c.id = sheet.cycle_id JOIN policy_version p ON p.id = c.policy_version_id
    WHERE s.appraisal_id = sheet.id AND s.side = 'manager' AND s.half_points IS NOT NULL
      AND (s.audit_reason IS NOT NULL
        OR s.half_points <= (p.document -> 'audit' ->> 'verifyAtMost')::int
        OR s.half_points >= (p.document -> 'audit' ->> 'verifyAtLeast')::int
        OR (s.max_half_points = (p.document -> 'audit' ->> 'topRung')::int * 2
          AND s.half_points >= (p.document -> 'audit' ->> 'beneficiaryViewAt')::int))
      AND (SELECT h.verdict FROM hr_verification h
        WHERE h.appraisal_id = sheet.id AND h.value_key = v.key AND h.half_points = s.half_points
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) IS DISTINCT FROM 'confirmed'
  )
$$;
