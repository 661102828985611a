import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { appraisalStates, isPublished } from "@/lib/appraisal/stages";
import { relations, type Relation } from "@/lib/appraisal/standing";
import { visibleKinds } from "@/lib/trail/rules";

const kindsFor = (state: (typeof appraisalStates)[number], ...mine: Relation[]) =>
  visibleKinds(new Set(mine), state);

const trailTexts = z.object({
  events: z.record(z.string(), z.record(z.string(), z.string()).or(z.string())),
});

describe("who reads which event", () => {
  it("the employee reads before publication only what they did and what came back to them", () => {
    const before = appraisalStates.filter((state) => !isPublished(state));
    for (const state of before)
      expect(kindsFor(state, "self")).toEqual(["self.saved", "self.submitted", "self.returned"]);
  });

  it("and never, not even as HR of their own department, of HR, approval and second level", () => {
    for (const state of appraisalStates) {
      expect(kindsFor(state, ...relations)).toEqual(kindsFor(state, "self"));
      for (const kind of kindsFor(state, "self"))
        expect(kind).not.toMatch(/^(hr|approval|second_level)\.|doubted|referred|manager\.saved/);
    }
  });

  it("an approver reads nothing, and who stands twice reads what either reads", () => {
    expect(kindsFor("approval", "approver")).toEqual([]);
    const both = new Set([...kindsFor("approval", "manager"), ...kindsFor("approval", "hr")]);
    expect(new Set(kindsFor("approval", "manager", "hr"))).toEqual(both);
  });

  it("drafts are their author's, votes and looks HR's", () => {
    const only = (mine: Relation, others: readonly Relation[]) => {
      const known = new Set(others.flatMap((other) => kindsFor("published", other)));
      return kindsFor("published", mine).filter((kind) => !known.has(kind));
    };
    expect(only("manager", ["second_level", "hr"])).toEqual(["manager.saved", "manager.doubted"]);
    expect(only("hr", ["manager", "second_level"])).toEqual([
      ...["hr.opened", "hr.beneficiary_view", "hr.confirmed", "approval.approved"],
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
