-- Lists ask these columns instead of knowing the rules: what lib/scoring decided is written with the score.
CREATE TYPE "AuditReason" AS ENUM ('five', 'low', 'high', 'doubt');

ALTER TABLE "value_score" ADD COLUMN     "audit_reason" "AuditReason",
ADD COLUMN     "in_doubt_round" SMALLINT,
ADD COLUMN     "may_sample" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "needs_approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "needs_view" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "referred" BOOLEAN NOT NULL DEFAULT false;

-- Scores written before this release, by the rule as it was then. History, not a rule in use: whoever writes a score
-- from now on writes what routeScore says. Closed cycles are filled, too; nothing in them says anything new by it.
ALTER TABLE value_score DISABLE TRIGGER value_score_cycle_open;

WITH rule AS (
  SELECT a.id AS appraisal_id,
    (pv.document #>> '{audit,verifyAtMost}')::int AS at_most,
    (pv.document #>> '{audit,verifyAtLeast}')::int AS at_least,
    (pv.document #>> '{audit,beneficiaryViewAt}')::int AS view_at,
    (pv.document #>> '{audit,approveAt}')::int AS approve_at,
    2 * (pv.document #>> '{audit,topRung}')::int AS top,
    pv.document #> '{audit,sample}' IS NOT NULL AS samples,
    coalesce(pv.document ->> 'referWhenInDoubt' = 'true', false) AS refers
  FROM appraisal a JOIN cycle c ON c.id = a.cycle_id JOIN policy_version pv ON pv.id = c.policy_version_id
), bound AS (
  SELECT s.appraisal_id, s.value_id, s.half_points, r.samples,
    coalesce(s.half_points <= r.at_most, false) AS low,
    coalesce(s.half_points >= r.at_least, false) AS high,
    coalesce(s.max_half_points = r.top AND s.half_points >= r.view_at, false) AS view,
    coalesce(s.max_half_points = r.top AND s.half_points >= r.approve_at, false) AS approve,
    s.in_doubt_by_id IS NOT NULL AND r.refers AS doubt
  FROM value_score s JOIN rule r ON r.appraisal_id = s.appraisal_id
  WHERE s.side = 'manager'
)
UPDATE value_score s SET
  in_doubt_round = CASE WHEN s.in_doubt_by_id IS NOT NULL THEN 1 END,
  may_sample = b.half_points IS NOT NULL AND b.samples AND NOT (b.low OR b.high),
  needs_approval = b.approve,
  needs_view = b.view,
  referred = b.doubt,
  audit_reason = (CASE
    WHEN b.half_points IS NULL OR NOT (b.low OR b.high OR b.view OR b.doubt) THEN NULL
    WHEN b.view OR b.approve THEN 'five'
    WHEN b.low THEN 'low'
    WHEN b.high THEN 'high'
    ELSE 'doubt'
  END)::"AuditReason"
FROM bound b
WHERE s.appraisal_id = b.appraisal_id AND s.value_id = b.value_id AND s.side = 'manager';

ALTER TABLE value_score ENABLE TRIGGER value_score_cycle_open;

-- No default: a writer that forgets where a score goes is refused, not taken for one that needs no look.
ALTER TABLE "value_score" ALTER COLUMN "may_sample" DROP DEFAULT,
ALTER COLUMN "needs_approval" DROP DEFAULT,
ALTER COLUMN "needs_view" DROP DEFAULT,
ALTER COLUMN "referred" DROP DEFAULT;

ALTER TABLE value_score
  ADD CONSTRAINT value_score_routes_the_managers CHECK (
    side = 'manager' OR (audit_reason IS NULL AND NOT (needs_view OR needs_approval OR may_sample OR referred))
  ),
  ADD CONSTRAINT value_score_routes_a_score CHECK (
    half_points IS NOT NULL OR (audit_reason IS NULL AND NOT (needs_view OR needs_approval OR may_sample))
  ),
  ADD CONSTRAINT value_score_asked_is_looked_at CHECK (
    audit_reason IS NOT NULL OR NOT (needs_view OR (referred AND half_points IS NOT NULL))
  ),
  ADD CONSTRAINT value_score_refers_a_doubt CHECK (in_doubt_by_id IS NOT NULL OR NOT referred),
  ADD CONSTRAINT value_score_doubt_has_a_round CHECK (
    (in_doubt_by_id IS NULL) = (in_doubt_round IS NULL) AND in_doubt_round >= 1
  );
