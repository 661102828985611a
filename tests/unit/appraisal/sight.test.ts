import { describe, expect, it } from "vitest";
import type { Relation } from "@/lib/appraisal/standing";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { sightOf } from "@/lib/dossier/permissions";
import { actorOf, subjectIn } from "./support";

const partner = actorOf("partner", { hrOf: ["support"] });

/** ground, values, HR's notes, doubts, the way between the line and HR. */
function seen(actor: Actor, state: AppraisalState, line = {}, as?: Relation) {
  const sight = sightOf(actor, subjectIn(state, line), as);
  return sight && [sight.ground, sight.values, sight.hrNotes, sight.doubts, sight.inner];
}

describe("what of a dossier a reader may see", () => {
  it.each<readonly [string, Actor, AppraisalState, unknown]>([
    [
      "the employee, published",
      actorOf("employee"),
      "published",
      ["self", "all", false, false, false],
    ],
    ["the manager", actorOf("manager"), "approval", ["manager", "all", false, true, true]],
    ["second level", actorOf("second"), "approval", ["second_level", "all", false, true, true]],
    ["HR", partner, "approval", ["hr", "all", true, true, true]],
    ["the approver", actorOf("approver"), "approval", ["approver", "top", true, false, true]],
    [
      "whom they report to today, as the employee",
      actorOf("later"),
      "published",
      ["present_manager", "all", false, false, false],
    ],
  ])("%s", (_, actor, state, expected) => {
    const opened = { presentManagerId: "later", opensToLater: true };
    expect(seen(actor, state, opened)).toEqual(expected);
  });

  it.each<readonly [string, Actor, AppraisalState]>([
    ["the employee before publication", actorOf("employee"), "interview"],
    ["the manager before the self-review is in", actorOf("manager"), "self_review"],
    ["the approver afterwards", actorOf("approver"), "published"],
    ["a stranger", actorOf("stranger", { isHrAdmin: true }), "published"],
  ])("nothing: %s", (_, actor, state) => {
    expect(seen(actor, state)).toBeNull();
  });

  it("more where a reader is two", () => {
    const both = actorOf("second");
    const line = { approverId: "second" };
    expect(seen(both, "approval", line)).toEqual(["second_level", "all", true, true, true]);
    expect(seen(both, "interview", line)).toEqual(["second_level", "all", false, true, true]);
  });
});

describe("the room it is read in", () => {
  const line = { approverId: "second" };

  it("names its relation, and the approver's shows the top alone", () => {
    const both = actorOf("second");
    expect(seen(both, "approval", line, "second_level")).toEqual([
      ...["second_level", "all", true, true, true],
    ]);
    expect(seen(both, "approval", line, "approver")).toEqual(["approver", "top", true, true, true]);
  });

  it("names what lets the reader in where they do not stand as its own", () => {
    expect(seen(actorOf("manager"), "approval", {}, "hr")).toEqual([
      ...["manager", "all", false, true, true],
    ]);
  });

  it("opens nothing that is shut", () => {
    expect(seen(actorOf("manager"), "self_review", {}, "manager")).toBeNull();
  });
});
