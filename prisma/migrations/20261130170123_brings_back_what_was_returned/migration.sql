-- Scores on their way up go to whoever returned them before this was written down: the last word on the value, at whatever
-- score, was a no. What is still with the manager is routed when it is handed in.
UPDATE value_score s SET audit_reason = 'returned'
FROM appraisal a JOIN cycle c ON c.id = a.cycle_id, value v
WHERE a.id = s.appraisal_id AND v.id = s.value_id AND s.side = 'manager' AND s.half_points IS NOT NULL
  AND c.state = 'open' AND a.state IN ('second_level', 'hr_audit')
  AND (s.audit_reason IS NULL OR s.audit_reason NOT IN ('five', 'sanction'))
  AND (SELECT h.verdict FROM hr_verification h WHERE h.appraisal_id = a.id AND h.value_key = v.key
    ORDER BY h.round DESC, h.sequence DESC LIMIT 1) = 'returned';

UPDATE value_score s SET needs_approval = true
FROM appraisal a JOIN cycle c ON c.id = a.cycle_id, value v
WHERE a.id = s.appraisal_id AND v.id = s.value_id AND s.side = 'manager' AND s.half_points IS NOT NULL
  AND c.state = 'open' AND a.state IN ('second_level', 'hr_audit', 'approval') AND NOT s.needs_approval
  AND (SELECT g.verdict FROM approval g WHERE g.appraisal_id = a.id AND g.value_key = v.key
    ORDER BY g.round DESC LIMIT 1) = 'declined';
