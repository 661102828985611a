import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { appraisalStates, isPublished } from "@/lib/appraisal/stages";
import { relations, type Relation } from "@/lib/appraisal/standing";
import type { RecordedEvent } from "@/lib/events/event";
import { shownEditions, shownEntries, visibleKinds } from "@/lib/trail/rules";
import type { TrailEntry } from "@/lib/trail/types";

const kindsFor = (state: (typeof appraisalStates)[number], ...mine: Relation[]) =>
  visibleKinds(new Set(mine), { state, edition: 1 });

const trailTexts = z.object({
  events: z.record(z.string(), z.record(z.string(), z.string()).or(z.string())),
});

describe("who reads which event", () => {
  it("the employee reads before publication only what they did, what came back to them, who is their manager and whether they are in", () => {
    const before = appraisalStates.filter((state) => !isPublished(state));
    for (const state of before)
      expect(kindsFor(state, "self")).toEqual([
        ...[
          "self.saved",
          "self.case_moved",
          "self.submitted",
          "self.taken_back",
          "self.returned",
          "hr.reopened_self",
        ],
        ...["interview.arranged", "result.reopened", "hand_over.manager", "participation.exempted"],
        ...["participation.included", "participation.left", "participation.extended"],
      ]);
  });

  it("and never, not even as HR of their own department, of HR's notes and looks, approval and returns", () => {
    for (const state of appraisalStates) {
      expect(kindsFor(state, ...relations)).toEqual(kindsFor(state, "self"));
      for (const kind of kindsFor(state, "self"))
        expect(kind).not.toMatch(
          /^approval\.|\.opened|beneficiary|hr\.returned|hr\.reopened$|level\.returned|doubted|referred|manager\.saved/,
        );
    }
  });

  it("with the result, that second level agreed and which scores HR verified; so does the manager", () => {
    for (const reader of ["self", "manager", "second_level"] as const) {
      expect(kindsFor("published", reader)).toContain("second_level.agreed");
      expect(kindsFor("published", reader)).toContain("hr.confirmed");
      expect(kindsFor("interview", reader)).not.toContain("hr.confirmed");
    }
  });

  it("an approver reads nothing, and who stands twice reads what either reads", () => {
    expect(kindsFor("approval", "approver")).toEqual([]);
    expect(kindsFor("published", "approver")).toEqual([]);
    const both = new Set([...kindsFor("approval", "manager"), ...kindsFor("approval", "hr")]);
    expect(new Set(kindsFor("approval", "manager", "hr"))).toEqual(both);
  });

  it("drafts are their author's, what was taken back unread is between the two, votes and looks are HR's", () => {
    const only = (mine: Relation, others: readonly Relation[]) => {
      const known = new Set(others.flatMap((other) => kindsFor("published", other)));
      return kindsFor("published", mine).filter((kind) => !known.has(kind));
    };
    expect(only("manager", ["second_level", "hr"])).toEqual([
      ...["self.taken_back", "manager.saved", "manager.case_moved", "manager.doubted"],
    ]);
    expect(only("hr", ["manager", "second_level"])).toEqual([
      ...["sample.drawn", "hr.opened", "hr.beneficiary_view", "hr.beneficiary_link"],
      ...["hr.beneficiary_link_revoked", "hr.beneficiary_answered", "hr.taken_back"],
      ...["approval.approved", "approval.asked", "approval.question_taken_back"],
      ...["approval.taken_back", "hand_over.approver"],
    ]);
  });

  it.each(["zh", "en"])("and every one has its sentence in %s", (locale) => {
    const { events } = trailTexts.parse(
      JSON.parse(readFileSync(`messages/${locale}/trail.json`, "utf8")),
    );
    const shown = relations.flatMap((relation) => kindsFor("published", relation));
    const missing = shown.filter((kind) => {
      const [room = "", act = ""] = kind.split(".");
      const texts = events[room];
      return typeof texts !== "object" || texts[act] === undefined;
    });
    expect(missing).toEqual([]);
  });
});

describe("the way to the result, for the employee", () => {
  const at = (day: number) => new Date(`2026-11-${String(day)}T02:00:00Z`);
  const entry = (day: number, event: RecordedEvent): TrailEntry => ({
    ...{ id: String(day), at: at(day), since: at(day), by: "某人", byFor: null, event },
    ...{
      note: null,
      value: null,
      words: null,
      hands: null,
      times: 1,
      changed: [],
      moved: null,
      lost: [],
    },
  });
  const submitted = (day: number, round: number, scores: Record<string, number>) =>
    entry(day, { kind: "manager.submitted", number: round, round, total: 20, band: null, scores });
  const agreed = (day: number, round: number) => entry(day, { kind: "second_level.agreed", round });
  const verified = (day: number, round: number, value: string, halfPoints: number) =>
    entry(day, { kind: "hr.confirmed", round, value, halfPoints });
  const newestFirst = [
    verified(26, 2, "passion", 8),
    agreed(25, 2),
    submitted(24, 2, { integrity: 2, passion: 8, teamwork: 5 }),
    verified(23, 1, "teamwork", 9),
    verified(22, 1, "integrity", 2),
    agreed(21, 1),
    submitted(20, 1, { integrity: 2, passion: 9, teamwork: 9 }),
  ];

  it("does not tell of an earlier round, and says which of the final scores HR verified, by role", () => {
    const shown = shownEntries(new Set<Relation>(["self"]), newestFirst);
    const told = shown.map((one) => [one.event.kind, one.at.getUTCDate(), one.by]);
    expect(told).toEqual([
      ["hr.confirmed", 26, null],
      ["second_level.agreed", 25, null],
      ["hr.confirmed", 25, null],
      ["manager.submitted", 24, "某人"],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/"round":2|"number":2|"halfPoints":9/);
  });

  it("stays of each edition, and what is under way again is hidden until it is published", () => {
    const again = [
      submitted(29, 3, { integrity: 4 }),
      entry(28, { kind: "result.reopened", edition: 2, noteId: "n" }),
      entry(27, { kind: "result.published" }),
      ...newestFirst,
    ];
    const kindsIn = (state: "second_level" | "published", ...mine: Relation[]) =>
      shownEditions(new Set(mine), state, again).map(({ event }) => event.kind);
    const former = [
      ...["result.reopened", "result.published", "hr.confirmed", "second_level.agreed"],
      ...["hr.confirmed", "manager.submitted"],
    ];
    expect(kindsIn("second_level", "self")).toEqual(former);
    expect(kindsIn("published", "self")).toEqual(["manager.submitted", ...former]);
    expect(kindsIn("second_level", "manager")).toHaveLength(again.length);
  });

  it("an extension of a stage between scoring and interview is the review's, once that lasts longer", () => {
    const kind = "participation.extended" as const;
    const extended = (stage: string, stepTo?: string): TrailEntry =>
      entry(23, {
        ...{ kind, stage, to: "2026-12-01T10:00:00Z", reason: "五分审批还没有做完" },
        ...(stepTo === undefined ? {} : { stepTo }),
      });
    const forSelf = (one: TrailEntry) => shownEntries(new Set<Relation>(["self"]), [one]);
    for (const stage of ["second_level", "hr_audit", "approval"]) {
      expect(forSelf(extended(stage))).toEqual([]);
      const [shown] = forSelf(extended(stage, "2026-12-03T10:00:00Z"));
      const event = { kind, stage: "review", to: "2026-12-03T10:00:00Z", reason: "" };
      expect(shown?.event).toEqual(event);
    }
    expect(forSelf(extended("self_review"))[0]?.event).toMatchObject({ stage: "self_review" });
    const others = shownEntries(new Set<Relation>(["hr"]), [extended("approval")]);
    expect(others[0]?.event).toMatchObject({ stage: "approval" });
  });

  it("nobody but HR reads who gave a hand-over, or one nobody signs would tell of a declared relation", () => {
    const given = entry(23, { kind: "hand_over.manager", from: "a", to: "b" });
    const shown = (reader: Relation) => shownEntries(new Set([reader]), [given])[0]?.by;
    for (const reader of ["self", "manager", "second_level"] as const)
      expect(shown(reader)).toBeNull();
    expect(shown("hr")).toBe("某人");
  });

  it("and tells the others everything as it was", () => {
    expect(shownEntries(new Set<Relation>(["manager"]), newestFirst)).toEqual(newestFirst);
  });
});
