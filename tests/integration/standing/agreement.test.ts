import { randomInt, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acquainted,
  conditionsOf,
  namedFor,
  relations,
  standingOf,
  type Conditions,
  type Ground,
  type Holders,
  type Relation,
} from "@/lib/appraisal/standing";
import { meets, standsAs } from "@/lib/appraisal/where";
import { deputyRooms, type Actor, type Deputyship } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { database } from "@/lib/db/client";

/** Few people and departments, so that the same person stands in several places more often than in any company. */
const people = Array.from({ length: 5 }, () => randomUUID());
const departments = Array.from({ length: 3 }, () => randomUUID());
const anyPerson = fc.constantFrom(...people);
const some = fc.subarray(people, { maxLength: 2 });
const perhaps = fc.option(anyPerson, { nil: null });

const anyDeputyship: fc.Arbitrary<Deputyship> = fc.record({
  delegationId: fc.constant(randomUUID()),
  forId: anyPerson,
  forName: fc.constant("乙"),
  rooms: fc.subarray([...deputyRooms], { minLength: 1 }),
  employeeIds: fc.subarray(people, { maxLength: 2 }),
  departmentIds: fc.subarray(departments, { maxLength: 2 }),
  hrDepartmentIds: fc.subarray(departments),
  above: fc.subarray(people, { maxLength: 1 }),
});
const anyActor: fc.Arbitrary<Actor> = fc.record({
  employeeId: anyPerson,
  name: fc.constant("甲"),
  number: fc.constant("0001"),
  isHrAdmin: fc.boolean(),
  hrDepartmentIds: fc.subarray(departments).map((ids) => new Set(ids)),
  deputyFor: fc.array(anyDeputyship, { maxLength: 2 }),
});
const anyHolders: fc.Arbitrary<Holders> = fc.record({
  employeeId: anyPerson,
  managerId: perhaps,
  secondLevelId: perhaps,
  approverId: perhaps,
  departmentId: fc.constantFrom(...departments),
  approverApart: fc.boolean(),
  relatedIds: fc.constant([]),
  published: fc.boolean(),
  turn: fc.constantFrom("hr", "approver", null),
  scorerIds: some,
  reviewerIds: some,
  auditorIds: some,
  voterIds: some,
  partnerIds: some,
  presentManagerId: perhaps,
  opensToLater: fc.boolean(),
});
const pairs = people.flatMap((one, index) =>
  people.slice(index + 1).map((other): readonly string[] => [one, other]),
);
/** Relations are between people, partners a department's, the manager of today a person's, whatever the sheet. */
const anyLines = fc
  .tuple(
    fc.array(anyHolders, { minLength: 100, maxLength: 100 }),
    fc.subarray(pairs, { maxLength: 3 }),
    fc.tuple(some, some, some),
    fc.array(perhaps, { minLength: people.length, maxLength: people.length }),
  )
  .map(([lines, related, partners, managers]) =>
    lines.map((line) => ({
      ...line,
      presentManagerId: managers[people.findIndex((id) => id === line.employeeId)] ?? null,
      partnerIds: partners[departments.findIndex((id) => id === line.departmentId)] ?? [],
      relatedIds: related
        .filter((pair) => pair.includes(line.employeeId))
        .flatMap((pair) => pair.filter((id) => id !== line.employeeId)),
    })),
  );

/** Which of the lines Postgres grants; rows no constraint of the real tables has tidied stand in for them. */
async function granted(lines: readonly Holders[], where: Prisma.Sql): Promise<boolean[]> {
  const rows = lines.map((line, index) => ({
    ...{ index, id: randomUUID(), ...line },
    state: line.turn === "hr" ? "hr_audit" : line.turn === "approver" ? "approval" : "acknowledged",
  }));
  const found = await database().$queryRaw<{ yes: boolean }[]>`
    WITH line AS (
      SELECT index, id, id AS cycle_id, state, "approverApart" AS apart, "employeeId" AS employee_id, "managerId" AS manager_id, "secondLevelId" AS second_level_id,
        "approverId" AS approver_id, "departmentId" AS department_id, "presentManagerId" AS present_id, "opensToLater" AS opens, "scorerIds" AS scorers, "reviewerIds" AS reviewers,
        "auditorIds" AS auditors, "voterIds" AS voters, "partnerIds" AS partners, CASE WHEN published THEN now() END AS published_at, "relatedIds" AS related
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (index int, id uuid, "employeeId" uuid,
        "managerId" uuid, "secondLevelId" uuid, "approverId" uuid, "departmentId" uuid, published boolean, state text, "approverApart" boolean, "relatedIds" uuid[],
        "scorerIds" uuid[], "reviewerIds" uuid[], "auditorIds" uuid[], "voterIds" uuid[], "partnerIds" uuid[], "presentManagerId" uuid, "opensToLater" boolean)
    ), part AS (
      SELECT id AS appraisal_id, 'manager' AS post, unnest(scorers) AS who FROM line
      UNION ALL SELECT id, 'second_level', unnest(reviewers) FROM line
      UNION ALL SELECT id, 'hr', unnest(auditors) FROM line
      UNION ALL SELECT id, 'approval', unnest(voters) FROM line
    ), counted AS (SELECT *, row_number() OVER () % 2 = 0 AS by_deputy FROM part),
    declared_relation AS (
      SELECT CASE WHEN index % 2 = 0 THEN employee_id ELSE other END AS person_id,
        CASE WHEN index % 2 = 0 THEN other ELSE employee_id END AS other_id, NULL::timestamptz AS ended_at, now() AS confirmed_at
      FROM line CROSS JOIN LATERAL unnest(related) AS tie (other)
    ),
    department AS (SELECT DISTINCT department_id AS id, md5(department_id::text)::uuid AS parent_id FROM line),
    held AS (SELECT DISTINCT d.id AS below, d.parent_id AS above, who FROM line JOIN department d ON d.id = department_id CROSS JOIN unnest(partners) AS who),
    -- Granted one above; who is away and whose grant ended count for nothing, nor does an administrator.
    role_grant AS (
      SELECT above AS department_id, who AS employee_id, 'hr_partner' AS role, NULL::timestamptz AS revoked_at FROM held
      UNION ALL SELECT id, id, 'hr_partner', NULL FROM department
      UNION ALL SELECT id, parent_id, 'hr_partner', now() FROM department
      UNION ALL SELECT NULL, parent_id, 'hr_admin', NULL FROM department
    ),
    employee AS (
      SELECT id, 'active' AS status, (SELECT min(present_id::text)::uuid FROM line WHERE employee_id = somebody.id) AS manager_id
      FROM unnest(${people}::uuid[]) AS somebody (id)
      UNION ALL SELECT id, 'on_leave', NULL FROM department UNION ALL SELECT parent_id, 'active', NULL FROM department
    ),
    cycle AS (SELECT id, id AS policy_version_id FROM line),
    policy_version AS (SELECT id, jsonb_build_object('approverNotSecondLevel', apart, 'earlierToNewManager', opens) AS document FROM line),
    hand_over AS (SELECT appraisal_id, post, who AS from_id FROM counted WHERE NOT by_deputy),
    hr_verification AS (SELECT appraisal_id, who AS by_id FROM counted WHERE post = 'hr' AND NOT by_deputy),
    approval AS (SELECT appraisal_id, who AS by_id FROM counted WHERE post = 'approval' AND NOT by_deputy),
    audit_event AS (
      SELECT appraisal_id, post || '.done' AS kind,
        CASE WHEN post IN ('manager', 'second_level') THEN who ELSE ${randomUUID()}::uuid END AS actor_id,
        CASE WHEN post IN ('manager', 'second_level') THEN ${randomUUID()}::uuid ELSE who END AS for_id
      FROM counted WHERE by_deputy
      UNION ALL
      SELECT appraisal_id, post || '.done', who, NULL FROM counted WHERE NOT by_deputy AND post IN ('manager', 'second_level')
    )
    SELECT CASE WHEN ${where} THEN true ELSE false END AS yes
    FROM line a ORDER BY a.index`;
  return found.map(({ yes }) => yes);
}

type Sql = (actor: Actor, relation: Relation) => Prisma.Sql;

/** Fails at the first actor and line for whom the two differ; the failure names its seed and path. */
async function agree(seed: number, relation: Relation, sql: Sql, numRuns = 60): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyActor, anyLines, async (actor, lines) => {
      const predicate = lines.map((line) => standingOf(actor, line).has(relation));
      expect(await granted(lines, sql(actor, relation))).toEqual(predicate);
    }),
    { seed, numRuns, endOnFailure: true },
  );
}

const seed = randomInt(2 ** 31);

describe(`Postgres and the predicate answer alike (seed ${String(seed)})`, () => {
  test.each(relations)("who stands as %s, for 6,000 actors and lines", async (relation) => {
    await agree(seed, relation, standsAs);
  });

  test.each(relations)(
    "who is asked by name as %s stands so, save for conflicts",
    async (relation) => {
      const anyLine = fc.record({ holders: anyHolders, hrPartnerId: perhaps });
      const grantsAlone = { ...conditionsOf(relation), conflicts: [] };
      await fc.assert(
        fc.asyncProperty(anyActor, anyLine, async (anybody, { holders, hrPartnerId }) => {
          const employeeId = namedFor(relation, { ...holders, hrPartnerId });
          if (employeeId === null) return;
          const departments = employeeId === hrPartnerId ? [holders.departmentId] : [];
          const asked = { ...anybody, employeeId, hrDepartmentIds: new Set(departments) };
          expect(await granted([holders], meets(asked, grantsAlone))).toEqual([true]);
        }),
        { seed, numRuns: 60 },
      );
    },
  );

  test("who is acquainted with a sheet", async () => {
    await fc.assert(
      fc.asyncProperty(anyActor, anyLines, async (actor, lines) => {
        const me = actor.employeeId;
        const named = lines.map(
          ({ employeeId, managerId, secondLevelId, approverId, departmentId }) =>
            [employeeId, managerId, secondLevelId, approverId].includes(me) ||
            actor.hrDepartmentIds.has(departmentId),
        );
        expect(await granted(lines, meets(actor, acquainted))).toEqual(named);
      }),
      { seed, numRuns: 30 },
    );
  });

  test("and every ground is met with among them", () => {
    const met = new Set<Ground>();
    for (const [actor, line] of fc.sample(fc.tuple(anyActor, anyHolders), { seed, numRuns: 6_000 }))
      for (const ground of standingOf(actor, line).values()) met.add(ground);
    expect([...met].sort()).toEqual([
      ...["approver", "deputy", "hr", "hr_admin_as_approver", "hr_admin_as_hr"],
      ...[
        "hr_admin_as_second_level",
        "hr_as_second_level",
        "manager",
        "present_manager",
        "second_level",
        "self",
      ],
    ]);
  });
});

describe("a restatement gone wrong is found", () => {
  const without = (relation: Relation, change: Partial<Conditions>): Sql => {
    const conditions = { ...conditionsOf(relation), ...change };
    return (actor) => meets(actor, conditions);
  };
  const { grounds, conflicts } = conditionsOf("approver");

  test.each<[string, Relation, Sql]>([
    ["a conflict forgotten", "approver", without("approver", { conflicts: conflicts.slice(0, 2) })],
    ["nobody struck out", "hr", without("hr", { conflicts: [] })],
    ["a vacant post forgotten", "approver", without("approver", { grounds: grounds.slice(0, 1) })],
    [
      "an empty post taken for a conflict",
      "hr",
      (actor) => Prisma.sql`p.department_id = ANY(${[...actor.hrDepartmentIds]}::uuid[])
        AND a.employee_id <> ${actor.employeeId}::uuid AND p.manager_id <> ${actor.employeeId}::uuid`,
    ],
    ["a deputy forgotten", "second_level", (actor) => meets(actor, conditionsOf("second_level"))],
    ["another relation's", "manager", (actor) => standsAs(actor, "second_level")],
  ])("%s", async (_, relation, wrong) => {
    await expect(agree(seed, relation, wrong)).rejects.toThrow(String(seed));
  });
});
