-- Whoever opens a cycle asks it of everybody in scope.
CREATE FUNCTION are_related(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM declared_relation WHERE ended_at IS NULL AND (person_id, other_id) IN ((one, other), (other, one))
  )
$$;
