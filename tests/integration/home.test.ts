import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { idleOf } from "@/lib/home/rules";
import type { HomeTask } from "@/lib/home/types";
import { readTeam } from "@/lib/manager-scoring/queries";
import { appraisalIn, type PlaceOptions } from "../support/appraisal";
import { roomsOf } from "../support/accounts";
import { buildCompany, day, type Person, type TestCompany } from "../support/company";
import { alter, behindTriggers, withoutSheet } from "../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

/** What a task is about, without its quarter. */
async function tasksOf(actor: Actor) {
  const { tasks } = await readHome(actor, company.now);
  return tasks.map(({ kind, count, returned, href }) => ({ kind, count, returned, href }));
}

function task(kind: HomeTask["kind"], href: string, count = 1, returned = 0) {
  return { kind, count, returned, href };
}

describe("how far the cycle is", () => {
  it("is counted for the HR administrator alone, without few and without the own sheet", async () => {
    const place = async (count: number, state: AppraisalState) => {
      for (let placed = 0; placed < count; placed += 1) await appraisalIn(company, state);
    };
    const counted = async (actor: Actor) => (await readHome(actor, company.now)).running;
    await place(6, "self_review");
    await place(4, "acknowledged");
    const admin = company.actor("hrAdmin");
    expect(await counted(admin)).toMatchObject([{ people: 10, done: null, returned: null }]);
    const { employee } = await appraisalIn(company, "acknowledged");
    expect(await counted(admin)).toMatchObject([{ people: 11, done: 5, returned: 0 }]);
    const own = await counted({ ...employee, isHrAdmin: true });
    expect(own).toMatchObject([{ people: 11, done: null }]);
    for (const person of ["manager", "hrPartner", "divisionHead"] as const)
      expect(await counted(company.actor(person))).toEqual([]);
  });
});

describe("nothing to do", () => {
  it("is all done only for whom something could be left to do", async () => {
    const { employee } = await appraisalIn(company, "acknowledged");
    expect(await readHome(employee, company.now)).toMatchObject({ tasks: [], idle: "tasks" });
    const outside = await readHome(company.actor("otherEmployee"), company.now);
    expect(outside).toMatchObject({ tasks: [], idle: "notInCycle" });
  });

  it("is nobody's business while no cycle runs", () => {
    expect(idleOf(0, false)).toBe("noCycle");
    expect(idleOf(1, false)).toBe("notInCycle");
    expect(idleOf(1, true)).toBe("tasks");
  });
});

describe("the employee's home", () => {
  it("asks for the self-review and says how far it is", async () => {
    const { id, employee } = await appraisalIn(company, "self_review");
    const { tasks, waiting, done } = await readHome(employee, company.now);
    expect(tasks).toMatchObject([
      {
        kind: "self_review",
        href: `/self-review/${id}`,
        progress: { done: 0, total: 6 },
        deadline: new Date(company.now.getTime() + 3 * day),
        returned: 0,
      },
    ]);
    expect([waiting, done]).toEqual([[], []]);
    await alter(id, { returnedFrom: "manager_scoring" });
    expect(await tasksOf(employee)).toEqual([task("self_review", `/self-review/${id}`, 1, 1)]);
  });

  it("is nobody's turn before the window opens", async () => {
    const before = new Date(company.now.getTime() - 90 * day);
    const { employee } = await appraisalIn(company, "self_review");
    await appraisalIn(company, "manager_scoring");
    const { tasks, quarters } = await readHome(employee, before);
    expect(tasks).toEqual([]);
    expect(quarters[0]?.opensAt?.getTime()).toBeGreaterThan(before.getTime());
    expect((await readHome(company.actor("manager"), before)).tasks).toEqual([]);
  });

  it("waits for the manager, then for one review with one deadline, then for the interview", async () => {
    const waits: unknown[] = [];
    for (const state of [
      "manager_scoring",
      "second_level",
      "hr_audit",
      "approval",
      "interview",
    ] as const) {
      const { employee } = await appraisalIn(company, state);
      const { tasks, waiting } = await readHome(employee, company.now);
      expect(tasks).toEqual([]);
      waits.push(...waiting.map((one) => [one.state, one.deadline?.getTime()]));
    }
    const closes = (stage: number) => company.now.getTime() + stage * 3 * day;
    expect(waits).toEqual([
      ["manager_scoring", closes(2)],
      ["review", closes(5)],
      ["review", closes(5)],
      ["review", closes(5)],
      ["interview", closes(6)],
    ]);
  });

  it("asks for an answer to the published result, and keeps the answered", async () => {
    const open = await appraisalIn(company, "published");
    expect(await tasksOf(open.employee)).toEqual([task("result", `/results/${open.id}`)]);
    const shown = await appraisalIn(company, "acknowledged");
    expect(await readHome(shown.employee, company.now)).toMatchObject({
      tasks: [],
      waiting: [],
      done: [{ appraisalId: shown.id, state: "acknowledged", total: 36, maxTotal: 60 }],
    });
  });

  it("shows nothing of a total before publication", async () => {
    const { employee } = await appraisalIn(company, "interview");
    const shown = JSON.stringify(await readHome(employee, company.now));
    for (const secret of ["total", "band"]) expect(shown).not.toContain(`"${secret}"`);
  });

  it("draws the own scores, and the manager's from publication on", async () => {
    const scoresAt = async (state: AppraisalState) => {
      const scores = { self: { integrity: 7 }, manager: { integrity: 2 } };
      const { employee } = await appraisalIn(company, state, scores);
      const [quarter] = (await readHome(employee, company.now)).quarters;
      const integrity = quarter?.values.find(({ key }) => key === "integrity");
      return [quarter?.step, quarter?.side, integrity?.score, integrity?.rungs];
    };
    expect(await scoresAt("manager_scoring")).toEqual(["manager_scoring", "self", 7, 5]);
    expect(await scoresAt("approval")).toEqual(["review", "self", 7, 5]);
    expect(await scoresAt("interview")).toEqual(["interview", "self", 7, 5]);
    expect(await scoresAt("published")).toEqual(["result", "result", 2, 5]);
  });

  it("is not done while an objection is undecided", async () => {
    const { employee, id } = await appraisalIn(company, "objected");
    const { done, quarters } = await readHome(employee, company.now);
    expect(done).toEqual([]);
    expect(quarters).toMatchObject([{ appraisalId: id, step: "result", answer: "objected" }]);
  });
});

describe("the home of those who work on others' appraisals", () => {
  const states: readonly AppraisalState[] = [
    "self_review",
    "manager_scoring",
    "second_level",
    "hr_audit",
    "approval",
    "interview",
    "published",
    "objected",
  ];
  beforeEach(async () => {
    // The appraisals of the tests before go to people nobody here asks about, and are over: no HR partner stands for the whole company,
    // so that administrators would.
    const elsewhere = {
      managerId: company.ids.ceo,
      secondLevelId: company.ids.otherDivisionHead,
      approverId: company.ids.otherDivisionHead,
      departmentId: company.departments.root,
      divisionId: company.departments.root,
    };
    await behindTriggers((tx) => tx.participant.updateMany({ data: elsewhere }));
    for (const { id } of await database().appraisal.findMany())
      await alter(id, { ...elsewhere, endedAt: company.now });
    for (const state of states) await appraisalIn(company, state);
    const returned = await appraisalIn(company, "manager_scoring");
    await alter(returned.id, { returnedFrom: "hr_audit" });
  });

  it.each<[Person, readonly ReturnType<typeof task>[]]>([
    [
      "manager",
      [
        task("manager_scoring", "/manager-scoring", 2, 1),
        task("interview", "/manager-scoring?state=interview"),
      ],
    ],
    ["secondLevel", [task("second_level", "/second-level")]],
    ["divisionHead", [task("approval", "/approvals")]],
    ["hrPartner", [task("hr_audit", "/hr-audit"), task("objection", "/hr-audit")]],
    ["otherHrPartner", []],
    ["otherManager", []],
    ["hrAdmin", []],
    ["colleague", []],
  ])("asks %s for what is theirs", async (person, tasks) => {
    expect(await tasksOf(company.actor(person))).toEqual(tasks);
  });

  it("tells the manager what waits for others", async () => {
    const { waiting } = await readHome(company.actor("manager"), company.now);
    expect(waiting.map(({ subject, state, count }) => [subject, state, count])).toEqual([
      ["team", "self_review", 1],
      ["team", "second_level", 1],
      ["team", "hr_audit", 1],
      ["team", "approval", 1],
      ["team", "published", 1],
      ["team", "objected", 1],
    ]);
  });

  it("does not ask the division head for a 5 they have verified themselves", async () => {
    const { id } = await appraisalIn(company, "approval");
    const word = { round: 1, valueKey: "passion", halfPoints: 6, verdict: "confirmed" as const };
    const byId = company.ids.divisionHead;
    await behindTriggers((tx) =>
      tx.hrVerification.create({ data: { appraisalId: id, ...word, byId, at: company.now } }),
    );
    expect(await tasksOf(company.actor("divisionHead"))).toEqual([task("approval", "/approvals")]);
  });

  it("hands the second level to HR where the manager has no manager", async () => {
    await appraisalIn(company, "second_level", { line: { secondLevelId: null } });
    const tasks = await tasksOf(company.actor("hrPartner"));
    expect(tasks).toContainEqual(task("second_level", "/second-level"));
  });

  it.each<[Person, readonly string[]]>([
    ["manager", ["managerScoring"]],
    ["secondLevel", ["secondLevel"]],
    ["divisionHead", ["approvals"]],
    ["hrPartner", ["secondLevel", "hrAudit", "handOver"]],
    ["hrAdmin", ["administration", "handOver"]],
    ["colleague", []],
  ])("opens %s the right rooms", async (person, doors) => {
    const rooms = Object.entries(await roomsOf(company.actor(person)));
    expect(rooms.flatMap(([room, isOpen]) => (isOpen === true ? [room] : []))).toEqual(doors);
  });

  it("opens the approvals to HR's administrators where nobody is named, and only for people appraised", async () => {
    const opened = async (person: Person) => (await roomsOf(company.actor(person))).approvals;
    await exemptIn({ approverId: null });
    expect(await opened("hrAdmin")).toBe(false);
    await appraisalIn(company, "self_review", { line: { approverId: null } });
    expect(await opened("hrAdmin")).toBe(true);
    expect(await opened("hrPartner")).toBe(false);
  });

  it("opens rooms to whoever holds the post for exempt people alone", async () => {
    const { colleague } = company.ids;
    const rooms = () => roomsOf(company.actor("colleague"));
    expect(await rooms()).toMatchObject({
      managerScoring: false,
      secondLevel: false,
      approvals: false,
    });
    await exemptIn({ managerId: colleague });
    expect(await rooms()).toMatchObject({
      managerScoring: true,
      secondLevel: false,
      approvals: false,
    });
    expect(await readTeam(company.actor("colleague"), {}, company.now)).toMatchObject({
      exempt: 1,
      total: 0,
    });
    await exemptIn({ secondLevelId: colleague });
    await exemptIn({ approverId: colleague });
    expect(await rooms()).toMatchObject({
      managerScoring: true,
      secondLevel: true,
      approvals: true,
    });
  });
});

/** Somebody who takes no part in the cycle, and so has no appraisal. */
async function exemptIn(line: NonNullable<PlaceOptions["line"]>) {
  const { id, employeeId } = await appraisalIn(company, "self_review", { line });
  await withoutSheet(id);
  const by = { byId: company.ids.hrAdmin, at: company.now, reason: "长期休假" };
  const change = { cycleId: company.cycleId, kind: "exempted" as const, employeeId, ...by };
  await database().$transaction([
    database().cycleChange.create({ data: change }),
    database().participant.updateMany({
      where: { employeeId },
      data: { exemptReason: "on_leave" },
    }),
  ]);
}
