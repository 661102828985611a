import { beforeAll, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { readReview } from "@/lib/review/store";
import { itemOf, lotOf } from "@/lib/sample/rules";
import { drawSealed } from "@/lib/scoring";
import { seedDemo } from "@/prisma/seed";
import { demoRows } from "@/prisma/seed/demo";

beforeAll(async () => {
  await seedDemo(process.env["DATABASE_URL"] ?? "", new Date("2026-11-21T02:00:00Z"));
}, 120_000);

it("the demo draws by the sealed seed of the open quarter and the revealed one before; one team waits", async () => {
  const seeds = await database().sampleSeed.findMany({
    include: { cycle: true, draws: { include: { items: true } } },
    orderBy: { sealedAt: "asc" },
  });
  expect(seeds.map(({ cycle, revealedAt }) => [cycle.state, revealedAt !== null])).toEqual([
    ["closed", true],
    ["open", false],
  ]);
  for (const { seed, lotKey, draws } of seeds)
    for (const { percent, items } of draws) {
      const drawn = items.filter((item) => item.drawn).map((item) => lotOf(item, lotKey));
      expect(
        drawSealed(
          items.map((item) => lotOf(item, lotKey)),
          { percent, seed },
        ).sort(),
      ).toEqual(drawn.sort());
    }
  const audited = await database().appraisal.findMany({ where: { state: "hr_audit" } });
  const reviews = await inTransaction(async (tx) => {
    const all = [];
    for (const { id, cycleId, round } of audited)
      all.push(await readReview(tx, { appraisalId: id, cycleId, round }));
    return all;
  });
  const waiting = reviews.filter(({ needs }) => needs.awaitsDraw);
  expect(waiting.map(({ needs }) => needs.toVerify)).toEqual([[]]);
});

it("the demo draws the same scores of the same sheets, whenever it is set up", async () => {
  const { seeds, draws, appraisals } = demoRows(new Date("2028-02-29T23:00:00Z"));
  const kept = await database().sampleSeed.findMany();
  expect(new Set(seeds.map(({ seed }) => seed))).toEqual(new Set(kept.map(({ seed }) => seed)));
  const items = await database().sampleItem.findMany();
  type Item = Pick<(typeof items)[number], "appraisalId" | "valueKey" | "drawn">;
  const drawnOf = (all: readonly Item[]) => all.filter(({ drawn }) => drawn).map(itemOf);
  expect(drawnOf(draws.flatMap((draw) => draw.items)).sort()).toEqual(drawnOf(items).sort());
  const sheets = await database().appraisal.findMany({ select: { id: true, state: true } });
  const states = new Map(sheets.map(({ id, state }) => [id, state]));
  expect(new Map(appraisals.map(({ id, state }) => [id ?? "", state]))).toEqual(states);
}, 60_000);
