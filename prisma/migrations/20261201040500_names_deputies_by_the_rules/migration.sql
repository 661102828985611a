-- Offices are read from delegations and declared relations, so their rows come by the rules of lib/delegation and lib/relations.

CREATE FUNCTION refuse_unfit_deputy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  absent employee;
  deputy employee;
  tied boolean;
  partners boolean;
BEGIN
  SELECT * INTO absent FROM employee e WHERE e.id = NEW.for_id;
  SELECT * INTO deputy FROM employee e WHERE e.id = NEW.deputy_id;
  IF NOT (NEW.by_id = NEW.for_id OR is_hr_admin(NEW.by_id)) THEN
    RAISE EXCEPTION 'a deputy is named by whoever is away or by an HR administrator' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.starts_at < NEW.at OR NEW.ends_at > NEW.starts_at + interval '367 days' OR NEW.ended_at IS NOT NULL OR NEW.at < (SELECT created_at FROM company) THEN
    RAISE EXCEPTION 'a deputy stands in from when they are named on' USING ERRCODE = 'restrict_violation';
  END IF;
  partners := (SELECT count(DISTINCT g.employee_id) = 2 FROM role_grant g
    WHERE g.employee_id IN (NEW.for_id, NEW.deputy_id) AND g.role = 'hr_partner' AND g.revoked_at IS NULL);
  tied := deputy.manager_id = absent.manager_id OR (deputy.manager_id = absent.id
    AND EXISTS (SELECT FROM employee r WHERE r.manager_id = deputy.id AND r.status <> 'left'));
  IF absent.status = 'left' OR deputy.status <> 'active' OR NOT (coalesce(tied, false) OR (partners AND NEW.rooms <@ '{hr}'))
    OR ('hr' = ANY(NEW.rooms) AND NOT partners)
    OR EXISTS (SELECT FROM unnest(NEW.employee_ids) AS about (id) WHERE about.id = NEW.deputy_id OR is_below(NEW.deputy_id, about.id)) THEN
    RAISE EXCEPTION 'a deputy stands beside or below in the line' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT FROM delegation d
    WHERE d.ended_at IS NULL AND d.starts_at < NEW.ends_at AND d.ends_at > NEW.starts_at
      AND (d.deputy_id = NEW.for_id OR d.for_id = NEW.deputy_id OR (d.for_id = NEW.for_id AND d.rooms && NEW.rooms))
  ) THEN
    RAISE EXCEPTION 'a deputy has no deputy, and a room has one' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT (SELECT NEW.employee_ids <@ coalesce(array_agg(a.employee_id), '{}') AND NEW.department_ids <@ coalesce(array_agg(a.department_id), '{}')
    FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE c.state = 'open' AND a.ended_at IS NULL AND place_in_chain(a.state) < place_in_chain('published')
      AND NEW.for_id IN (a.manager_id, a.second_level_id, a.approver_id, a.hr_partner_id)) THEN
    RAISE EXCEPTION 'a deputy is given what the one away holds' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_by_the_rules BEFORE INSERT ON delegation FOR EACH ROW EXECUTE FUNCTION refuse_unfit_deputy();

CREATE FUNCTION refuse_end_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (NEW.ended_by_id = OLD.for_id OR is_hr_admin(NEW.ended_by_id)) OR NEW.ended_at < OLD.at THEN
    RAISE EXCEPTION 'a delegation is ended by whoever was away or by an HR administrator' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_ended_by_the_rules BEFORE UPDATE ON delegation FOR EACH ROW
  WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION refuse_end_by_others();

-- Declared by one of the two or an HR administrator; runs, and what runs ends, by an administrator who is neither.
CREATE FUNCTION refuse_relation_of_ones_own() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waited boolean := TG_OP = 'INSERT' OR OLD.confirmed_at IS NULL;
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.ended_at IS NOT NULL OR NOT (NEW.by_id = NEW.person_id OR is_hr_admin(NEW.by_id))) THEN
    RAISE EXCEPTION 'a relation is declared by one of the two or by an HR administrator' USING ERRCODE = 'restrict_violation';
  END IF;
  IF waited AND NEW.confirmed_at IS NOT NULL
    AND (NOT is_hr_admin(NEW.confirmed_by_id) OR NEW.confirmed_by_id IN (NEW.person_id, NEW.other_id) OR NEW.confirmed_at < NEW.at) THEN
    RAISE EXCEPTION 'nobody confirms a relation of their own' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.ended_at IS NOT NULL AND NOT (waited AND NEW.ended_by_id = NEW.by_id)
    AND (NOT is_hr_admin(NEW.ended_by_id) OR NEW.ended_by_id IN (NEW.person_id, NEW.other_id)) THEN
    RAISE EXCEPTION 'nobody ends a relation of their own that runs' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER declared_relation_third_person BEFORE INSERT OR UPDATE ON declared_relation FOR EACH ROW
  EXECUTE FUNCTION refuse_relation_of_ones_own();
