import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chain, chainOf, type Names, type Row } from "@/lib/appraisal/stages";
import { byState } from "@/lib/appraisal/where";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { othersTurn, tasksOfTurn } from "@/lib/home/rules";
import { firstAsked } from "@/lib/review/rules/needs";

const extra: Row = {
  state: "made_up",
  stage: "made_up",
  turn: "hr",
  next: ["approval", "interview"],
  back: "manager_scoring",
  stamp: null,
  step: "review",
  group: "in_review",
  part: "review",
  task: { kind: "made_up", href: "/made-up" },
};
const known: readonly Row[] = chain.rows;
const madeUp = chainOf<Names>(
  known.flatMap((row) => {
    if (row.state === "approval") return [extra, row];
    const checks = row.state === "second_level" || row.state === "hr_audit";
    const next = row.next.flatMap((to) => (to === "approval" ? ["made_up", to] : [to]));
    return [checks ? { ...row, next } : row];
  }),
);

const relations = ["self", "manager", "second_level", "hr", "approver"] as const;

/** The texts the interface asks for by the words of a chain, by namespace. */
function keysOf({ rows, states, stages, steps }: typeof madeUp): readonly string[] {
  const kinds = relations.flatMap((relation) =>
    tasksOfTurn(rows, relation).map(({ task }) => task.kind),
  );
  return [
    ...states.flatMap((state) => [`cycle.states.${state}`, `dossier.states.${state}`]),
    ...stages.map((stage) => `cycle.stages.${stage}`),
    // To the manager their own turn is not a state but what there is to do.
    ...states
      .filter((state) => state !== "manager_scoring")
      .map((state) => `manager-scoring.state.${state}`),
    ...kinds.flatMap((kind) =>
      ["title", "action", "detail"].map((part) => `home.task.${kind}.${part}`),
    ),
    ...othersTurn(rows, "manager").map(({ state }) => `home.waiting.team.${state}`),
    ...othersTurn(rows, "self").map(({ step }) => `home.waiting.mine.${step}`),
    ...steps.flatMap((step) =>
      ["mine", "self-review"].flatMap((room) => [`${room}.steps.${step}`, `${room}.owner.${step}`]),
    ),
  ];
}

function missingTexts(of: typeof madeUp, locale: string): string[] {
  const texts = new Map<string, unknown>();
  return keysOf(of).filter((key) => {
    const [namespace = "", ...path] = key.split(".");
    const file = `messages/${locale}/${namespace}.json`;
    if (!texts.has(file)) texts.set(file, JSON.parse(readFileSync(file, "utf8")));
    const found = path.reduce<unknown>(
      (room, name) =>
        room instanceof Object
          ? Object.entries(room).find(([own]) => own === name)?.[1]
          : undefined,
      texts.get(file),
    );
    return typeof found !== "string";
  });
}

describe("a made-up stage between HR's audit and approval is seen by", () => {
  it("the lists of states, stages and of what lies behind", () => {
    expect(madeUp.states.slice(3, 6)).toEqual(["hr_audit", "made_up", "approval"]);
    expect(madeUp.stages).toContain("made_up");
    for (const before of ["self_review", "manager_scoring", "second_level"])
      expect(madeUp.after(before)).toContain("made_up");
  });

  it("the ways on and back, and is never passed over", () => {
    expect(madeUp.forward("hr_audit", "made_up")).toBe("made_up");
    expect(madeUp.backward("made_up")).toBe("manager_scoring");
    const nothing = { toVerify: [], toApprove: [], awaitsDraw: false };
    expect(firstAsked(madeUp.row("hr_audit").next, nothing)).toBe("made_up");
    expect(firstAsked(madeUp.row("made_up").next, nothing)).toBe("interview");
  });

  it("the employee as part of the one review, the manager's list and HR's counts", () => {
    const inStep = (step: string) => madeUp.where((row) => row.step === step);
    expect(inStep("review")).toEqual(["second_level", "hr_audit", "made_up", "approval"]);
    expect(madeUp.steps).toEqual(chain.steps);
    expect(madeUp.where(({ group }) => group === "in_review")).toContain("made_up");
    expect(madeUp.where(({ part }) => part === "review")).toContain("made_up");
  });

  it("the tasks of HR and the waiting of everybody else", () => {
    const tasks = tasksOfTurn(madeUp.rows, "hr").map(({ task }) => task.kind);
    expect(tasks).toEqual(["hr_audit", "made_up", "objection"]);
    const waits = othersTurn(madeUp.rows, "manager").map(({ state }) => state);
    expect(waits).toContain("made_up");
  });

  it("the statements, which answer for it as for every other state", async () => {
    const sql = byState(madeUp.rows, ({ turn }) => Prisma.sql`${turn ?? "nobody"}::text`);
    const rows = await database().$queryRaw<{ state: string; turn: string | null }[]>`
      SELECT a.state, ${sql} AS turn FROM unnest(${[...madeUp.states]}::text[]) AS a (state)`;
    expect(rows).toEqual(madeUp.rows.map(({ state, turn }) => ({ state, turn: turn ?? "nobody" })));
  });

  it.each(["zh", "en"])(
    "the texts of %s, which have every word of the chain and would lack its own",
    (locale) => {
      expect(missingTexts(chainOf<Names>(known), locale)).toEqual([]);
      expect(missingTexts(madeUp, locale)).toEqual([
        ...["cycle.states", "dossier.states", "cycle.stages", "manager-scoring.state"].map(
          (room) => `${room}.made_up`,
        ),
        ...["title", "action", "detail"].map((part) => `home.task.made_up.${part}`),
        "home.waiting.team.made_up",
      ]);
    },
  );

  it("the compiler: a row needs every column", () => {
    // @ts-expect-error a row without its place in HR's counts is no row
    const rows: readonly Row[] = [{ ...extra, part: undefined }];
    expect(rows).toHaveLength(1);
  });
});
