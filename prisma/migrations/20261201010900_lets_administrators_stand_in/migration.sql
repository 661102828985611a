CREATE INDEX role_grant_department_id_idx ON role_grant (department_id);

-- Judged at the post before a hand-over, or in another's name: `scored` and `reviewed` of lib/appraisal/standing.ts.
CREATE FUNCTION had_part(sheet appraisal, which "HandOverPost", who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM hand_over former WHERE former.appraisal_id = sheet.id AND former.post = which AND former.from_id = who
      AND EXISTS (SELECT FROM audit_event v WHERE v.appraisal_id = sheet.id AND v.actor_id = who AND starts_with(v.kind, which::text || '.')))
    OR EXISTS (SELECT FROM audit_event v WHERE v.appraisal_id = sheet.id AND v.actor_id = who AND v.for_id IS NOT NULL
      AND starts_with(v.kind, which::text || '.'))
$$;

-- None of the department's HR partners who are here may do it: `no_partner_clear` of lib/appraisal/standing.ts.
CREATE FUNCTION no_partner_clear(sheet appraisal, office "DeputyRoom") RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above (id) AS (
    SELECT sheet.department_id UNION SELECT d.parent_id FROM department d JOIN above ON d.id = above.id WHERE d.parent_id IS NOT NULL
  )
  SELECT NOT EXISTS (SELECT FROM role_grant g JOIN above ON above.id = g.department_id
      JOIN employee partner ON partner.id = g.employee_id AND partner.status = 'active'
    WHERE g.role = 'hr_partner' AND g.revoked_at IS NULL
      AND partner.id NOT IN (sheet.employee_id, sheet.manager_id)
      AND NOT are_related(sheet.employee_id, partner.id) AND NOT had_part(sheet, 'manager', partner.id)
      AND (office <> 'hr' OR (partner.id IS DISTINCT FROM sheet.second_level_id
        AND NOT had_part(sheet, 'second_level', partner.id)
        AND NOT EXISTS (SELECT FROM approval vote WHERE vote.appraisal_id = sheet.id AND vote.by_id = partner.id)
        AND NOT EXISTS (SELECT FROM audit_event v WHERE v.appraisal_id = sheet.id AND v.for_id = partner.id
          AND starts_with(v.kind, 'approval.')))))
$$;

-- An HR administrator does what no partner may; that has no deputy.
CREATE OR REPLACE FUNCTION acts_in_office(sheet appraisal, office "DeputyRoom", who uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT holds_office(sheet, office, who)
  OR (CASE office WHEN 'hr' THEN true WHEN 'second_level' THEN sheet.second_level_id IS NULL ELSE false END
    AND is_hr_admin(who) AND no_partner_clear(sheet, office))
  OR EXISTS (
    SELECT FROM delegation d
    WHERE d.deputy_id = who AND office = ANY(d.rooms) AND d.starts_at <= moment AND d.ends_at > moment
      AND (d.ended_at IS NULL OR d.ended_at > moment) AND holds_office(sheet, office, d.for_id)
      AND (cardinality(d.employee_ids) + cardinality(d.department_ids) = 0 OR sheet.employee_id = ANY(d.employee_ids)
        OR EXISTS (
          WITH RECURSIVE above (id) AS (
            SELECT sheet.department_id
            UNION SELECT u.parent_id FROM department u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL
          ) SELECT FROM above WHERE above.id = ANY(d.department_ids)))
  )
$$;
