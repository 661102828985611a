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
    navigationFor(rooms, [], (key) => key),
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
  const items = navigationFor(rooms, [], (key) => key);
  expect(items.find(({ href }) => href === "/hand-over")).toMatchObject({ count: 3 });
  expect(at("/hand-over/x", rooms)).toBe("/hand-over");
  expect(navigationFor(none, [], (key) => key).map(({ href }) => href)).not.toContain("/hand-over");
});

test("a deputy's room counts one's own and what waits for each of those away apart; other rooms count nothing", () => {
  const waiting = [
    { room: "manager", forName: null, count: 2 },
    { room: "manager", forName: "姚舒", count: 3 },
    { room: "manager", forName: "何川", count: 0 },
  ] as const;
  const rooms = { ...none, managerScoring: true, secondLevel: true };
  const items = navigationFor(rooms, waiting, (key) => key);
  const at = (href: string) => items.find((item) => item.href === href);
  expect(at("/manager-scoring")).toMatchObject({
    count: 2,
    counts: [
      { name: "姚舒", count: 3 },
      { name: "何川", count: 0 },
    ],
  });
  expect(at("/second-level")).not.toHaveProperty("count");
});
