import { describe, expect, it } from "vitest";
import { chain, chainOf, type Names, type Row } from "@/lib/appraisal/stages";
import { byState } from "@/lib/appraisal/where";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { othersTurn, tasksOfTurn } from "@/lib/home/rules";
import { firstAsked } from "@/lib/review/rules";
import en from "@/messages/en/cycle.json";
import zh from "@/messages/zh/cycle.json";

const calibration: Row = {
  state: "calibration",
  stage: "calibration",
  turn: "hr",
  next: ["approval", "interview"],
  back: "manager_scoring",
  stamp: null,
  step: "review",
  group: "in_review",
  part: "review",
  task: { kind: "calibration", href: "/calibration" },
};
const known: readonly Row[] = chain.rows;
const madeUp = chainOf<Names>(
  known.flatMap((row) => {
    if (row.state === "approval") return [calibration, row];
    const checks = row.state === "second_level" || row.state === "hr_audit";
    const next = row.next.flatMap((to) => (to === "approval" ? ["calibration", to] : [to]));
    return [checks ? { ...row, next } : row];
  }),
);

/** Texts the interface asks for by the words of a chain. */
function missingTexts(of: Pick<typeof madeUp, "states" | "stages">, texts: typeof zh): string[] {
  const has = (room: object, key: string) => key in room;
  return [
    ...of.states.filter((state) => !has(texts.states, state)).map((state) => `states.${state}`),
    ...of.stages.filter((stage) => !has(texts.stages, stage)).map((stage) => `stages.${stage}`),
  ];
}

describe("a made-up stage between HR's audit and approval is seen by", () => {
  it("the lists of states, stages and of what lies behind", () => {
    expect(madeUp.states.slice(3, 6)).toEqual(["hr_audit", "calibration", "approval"]);
    expect(madeUp.stages).toContain("calibration");
    for (const before of ["self_review", "manager_scoring", "second_level"])
      expect(madeUp.after(before)).toContain("calibration");
  });

  it("the ways on and back, and is never passed over", () => {
    expect(madeUp.forward("hr_audit", "calibration")).toBe("calibration");
    expect(madeUp.backward("calibration")).toBe("manager_scoring");
    const nothing = { toVerify: [], toApprove: [] };
    expect(firstAsked(madeUp.row("hr_audit").next, nothing)).toBe("calibration");
    expect(firstAsked(madeUp.row("calibration").next, nothing)).toBe("interview");
  });

  it("the employee as part of the one review, the manager's list and HR's counts", () => {
    const inStep = (step: string) => madeUp.where((row) => row.step === step);
    expect(inStep("review")).toEqual(["second_level", "hr_audit", "calibration", "approval"]);
    expect(madeUp.steps).toEqual(chain.steps);
    expect(madeUp.where(({ group }) => group === "in_review")).toContain("calibration");
    expect(madeUp.where(({ part }) => part === "review")).toContain("calibration");
  });

  it("the tasks of HR and the waiting of everybody else", () => {
    const tasks = tasksOfTurn(madeUp.rows, "hr").map(({ task }) => task.kind);
    expect(tasks).toEqual(["hr_audit", "calibration", "objection"]);
    const waits = othersTurn(madeUp.rows, "manager").map(({ state }) => state);
    expect(waits).toContain("calibration");
  });

  it("the statements, which answer for it as for every other state", async () => {
    const sql = byState(madeUp.rows, ({ turn }) => Prisma.sql`${turn ?? "nobody"}::text`);
    const rows = await database().$queryRaw<{ state: string; turn: string | null }[]>`
      SELECT a.state, ${sql} AS turn FROM unnest(${[...madeUp.states]}::text[]) AS a (state)`;
    expect(rows).toEqual(madeUp.rows.map(({ state, turn }) => ({ state, turn: turn ?? "nobody" })));
  });

  it.each([
    ["zh", zh],
    ["en", en],
  ])("the texts: %s has one for every word of the chain and would lack two", (_locale, texts) => {
    expect(missingTexts(chain, texts)).toEqual([]);
    expect(missingTexts(madeUp, texts)).toEqual(["states.calibration", "stages.calibration"]);
  });

  it("the compiler: a row needs every column", () => {
    // @ts-expect-error a row without its place in HR's counts is no row
    const rows: readonly Row[] = [{ ...calibration, part: undefined }];
    expect(rows).toHaveLength(1);
  });
});
