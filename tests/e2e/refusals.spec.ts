import { commandNames } from "@/lib/commands/names";
import { attempt, onAppraisal, onHouse, type House } from "../support/e2e/requests/attempts";
import {
  appraisalOf,
  cycleIn,
  departmentOf,
  footprintOf,
  houseFootprint,
  idOf,
  realIds,
} from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { titleOf, visits } from "../support/e2e/routes";

/** Pages about one appraisal; which of them open depends on who stands in front and how far the appraisal is. */
const pages = [
  "/self-review/",
  "/results/",
  "/manager-scoring/",
  "/interview/:id",
  "/second-level/",
  "/hr-audit/",
  "/approvals/",
  "/appraisals/:id/trail",
] as const;
type PageOf = (typeof pages)[number];

const addressOf = (page: PageOf, id: string) =>
  page.includes(":id") ? page.replace(":id", id) : `${page}${id}`;

interface Standing {
  readonly who: string;
  readonly as: string;
  readonly whose: string;
  readonly opens: readonly PageOf[];
}

// gu.an waits for the second level, shen.li for the manager, ge.tong for HR, xu.cheng for the interview.
const standings: readonly Standing[] = [
  {
    who: "the employee, while it is judged",
    as: "gu.an",
    whose: "gu.an",
    opens: ["/self-review/", "/appraisals/:id/trail"],
  },
  { who: "a colleague", as: "shen.li", whose: "gu.an", opens: [] },
  { who: "a colleague of somebody with a result", as: "qin.yue", whose: "yu.fan", opens: [] },
  { who: "the manager of another team", as: "tang.qi", whose: "gu.an", opens: [] },
  {
    who: "the manager, beside the manager's own rooms",
    as: "lin.lan",
    whose: "gu.an",
    opens: ["/manager-scoring/", "/appraisals/:id/trail"],
  },
  { who: "the second level before its turn", as: "yan.min", whose: "shen.li", opens: [] },
  { who: "the second level of another line", as: "shao.qian", whose: "gu.an", opens: [] },
  { who: "HR in charge before its turn", as: "ye.qing", whose: "gu.an", opens: [] },
  { who: "the HR partner of another division", as: "zhong.yi", whose: "xu.cheng", opens: [] },
  { who: "the division head without a 5 to approve", as: "chen.mo", whose: "xu.cheng", opens: [] },
  { who: "the head of another division", as: "cheng.ye", whose: "bai.lu", opens: [] },
  { who: "the HR administrator without a grant", as: "su.nian", whose: "ge.tong", opens: [] },
  { who: "the chief executive far above", as: "jiang.zhiyuan", whose: "gu.an", opens: [] },
];

test.describe("pages that are not for everybody look as if they were not there", () => {
  for (const { who, as: person, whose, opens } of standings) {
    test(`${who}: ${person} and the appraisal of ${whose}`, async ({ requestsOf }) => {
      const { id } = await appraisalOf(whose);
      const request = await requestsOf(person);
      const seen: string[] = [];
      for (const page of pages) {
        const answer = await request.get(addressOf(page, id), { maxRedirects: 0 });
        if (answer.status() === 200) seen.push(page);
        else expect(answer.status(), page).toBe(404);
      }
      expect(seen).toEqual(opens);
    });
  }

  test("the HR administrator's pages", async ({ requestsOf }) => {
    const request = await requestsOf("ye.qing");
    const person = await idOf("ke.lan");
    const { id } = await cycleIn("open");
    for (const path of ["/people", "/people/new", "/people/departments", `/people/${person}`])
      expect((await request.get(path)).status(), path).toBe(404);
    for (const path of ["/cycles", "/cycles/new", `/cycles/${id}`])
      expect((await request.get(path)).status(), path).toBe(404);
  });

  test("who holds what is HR's alone, and of a partner only where they are one", async ({
    requestsOf,
  }) => {
    const person = await idOf("ke.lan");
    const request = await requestsOf("shen.li");
    for (const path of ["/hand-over", `/hand-over/${person}`])
      expect((await request.get(path)).status(), path).toBe(404);
    const partner = await requestsOf("ye.qing");
    expect((await partner.get("/hand-over")).status()).toBe(200);
    expect((await partner.get(`/hand-over/${person}`)).status()).toBe(404);
  });

  test("forbidden, absent and no id at all are the same page", async ({ as, expectErrors }) => {
    expectErrors(/status of 404/);
    const page = await as("shen.li");
    const { id } = await appraisalOf("gu.an");
    const texts: string[] = [];
    for (const last of [id, "00000000-0000-4000-8000-000000000000", "nothing-like-it"]) {
      const answer = await page.goto(`/manager-scoring/${last}`);
      expect(answer?.status()).toBe(404);
      texts.push(await page.getByRole("main").innerText());
    }
    expect(new Set(texts).size).toBe(1);
  });
});

test("without a session every page leads to the sign-in and names the way back", async ({
  requestsOf,
}) => {
  const stranger = await requestsOf(null);
  for (const visit of visits.filter(({ as: person }) => person !== null)) {
    const address = await visit.address(requestsOf);
    const answer = await stranger.get(address, { maxRedirects: 0 });
    expect(answer.status(), titleOf(visit)).toBe(307);
    const back = `/sign-in?next=${encodeURIComponent(address)}`;
    expect(answer.headers()["location"], titleOf(visit)).toBe(address === "/" ? "/sign-in" : back);
  }
});

async function house(): Promise<House> {
  return {
    employeeId: await idOf("ke.lan"),
    departmentId: await departmentOf("42"),
    cycle: await cycleIn("open"),
    ...(await realIds()),
  };
}

/** HR partners look at what fell in their own departments; of others there is nothing to look at. */
const looks = (person: string, command: string) =>
  person === "ye.qing" && command === "hand-over.look";

test.describe("commands sent past the pages", () => {
  test("every command is tried", async () => {
    const none = { id: "", version: 1 };
    const tried = [
      ...Object.keys(onAppraisal(none)),
      ...Object.keys(onHouse(await house())),
      // Changes the sender's own password and nobody else's.
      "access.change-password",
      // Everybody's for themselves; for others they are refused in tests/integration/delegation.
      ...["delegation.name", "delegation.end", "relations.declare"],
      ...["relations.confirm", "relations.end"],
    ];
    expect(tried.sort()).toEqual([...commandNames].sort());
  });

  const strangers = [
    ["shen.li", "gu.an"],
    ["tang.qi", "gu.an"],
    ["yan.min", "shen.li"],
    ["shao.qian", "gu.an"],
    ["ye.qing", "gu.an"],
    ["zhong.yi", "xu.cheng"],
    ["cheng.ye", "bai.lu"],
    ["chen.mo", "xu.cheng"],
    ["su.nian", "ge.tong"],
    ["jiang.zhiyuan", "gu.an"],
  ] as const;

  for (const [person, whose] of strangers) {
    test(`${person} changes nothing on the appraisal of ${whose}`, async ({ requestsOf }) => {
      const appraisal = await appraisalOf(whose);
      const before = await footprintOf(appraisal.id);
      const request = await requestsOf(person);
      for (const [command, body] of Object.entries(onAppraisal(appraisal)))
        expect(await attempt(request, command, body), command).toBe("not_found");
      expect(await footprintOf(appraisal.id)).toEqual(before);
    });
  }

  test("nobody judges, agrees to, audits or approves themselves", async ({ requestsOf }) => {
    for (const person of ["gu.an", "chen.mo", "ye.qing", "bai.lu"]) {
      const appraisal = await appraisalOf(person);
      const before = await footprintOf(appraisal.id);
      const request = await requestsOf(person);
      for (const [command, body] of Object.entries(onAppraisal(appraisal)))
        expect(["not_found", "wrong_state"], `${person} ${command}`).toContain(
          await attempt(request, command, body),
        );
      expect(await footprintOf(appraisal.id)).toEqual(before);
    }
  });

  test("whoever has a part in it cannot act out of turn", async ({ requestsOf }) => {
    // It waits for the interview: the manager's scores are final, and the others have had their turn.
    const appraisal = await appraisalOf("zhuang.yi");
    const before = await footprintOf(appraisal.id);
    const bodies = Object.entries(onAppraisal(appraisal));
    const inTurn: Readonly<Record<string, readonly string[]>> = {
      "zhuang.yi": ["interview.arrange", "interview.prepare"],
      "liang.xi": ["interview.arrange", "interview.prepare", "interview.save", "interview.record"],
      "shao.qian": [],
      "zhong.yi": ["hr-audit.reopen"],
    };
    for (const [person, theirs] of Object.entries(inTurn)) {
      const request = await requestsOf(person);
      for (const [command, body] of bodies.filter(([name]) => !theirs.includes(name)))
        expect(["not_found", "wrong_state", "moved_on"], `${person} ${command}`).toContain(
          await attempt(request, command, body),
        );
    }
    expect(await footprintOf(appraisal.id)).toEqual(before);
  });

  test("people, departments, roles and cycles are the HR administrator's alone", async ({
    requestsOf,
  }) => {
    const named = await house();
    const bodies = Object.entries(onHouse(named));
    const before = await houseFootprint(named.employeeId);
    for (const person of ["ke.lan", "ye.qing", "jiang.zhiyuan"]) {
      const request = await requestsOf(person);
      for (const [command, body] of bodies)
        expect(await attempt(request, command, body), `${person} ${command}`).toBe(
          looks(person, command) ? "already_done" : "not_found",
        );
    }
    expect(await houseFootprint(named.employeeId)).toEqual(before);
  });
});
