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
  handOver: false,
  fallen: 0,
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

test("who holds what has a room of its own for HR, with the number of what waits there", () => {
  const rooms = { ...none, handOver: true, fallen: 3 };
  const items = navigationFor(rooms, (key) => key);
  expect(items.find(({ href }) => href === "/hand-over")).toMatchObject({ count: 3 });
  expect(at("/hand-over/x", rooms)).toBe("/hand-over");
  expect(navigationFor(none, (key) => key).map(({ href }) => href)).not.toContain("/hand-over");
});
