import { expect, test } from "vitest";
import { navigationFor } from "@/components/home/navigation";
import { currentHref } from "@/components/shell/nav/nav-item";
import type { Rooms } from "@/lib/visit/types";

const none: Rooms = {
  quarter: null,
  ownAppraisalId: "own",
  managerScoring: false,
  secondLevel: false,
  hrAudit: false,
  approvals: false,
  administration: false,
};

const at = (path: string, rooms: Rooms) =>
  currentHref(
    path,
    navigationFor(rooms, (key) => key),
  );

test("a result or a trail is a page of one's own quarters, unless it may be somebody else's", () => {
  for (const path of ["/results/own", "/results/older", "/appraisals/own/trail"])
    expect(at(path, none), path).toBe("/mine");
  const judge = { ...none, managerScoring: true };
  expect(at("/results/own", judge)).toBe("/mine");
  expect(at("/appraisals/own/trail", judge)).toBe("/mine");
  expect(at("/results/of-a-report", judge)).toBeNull();
  expect(at("/interview/x", judge)).toBe("/manager-scoring");
});
