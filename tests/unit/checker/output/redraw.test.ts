import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { canonical, drawSealed, seedHash } from "@/lib/scoring";
import { run } from "../../../../scripts/checker/run";

const folder = mkdtempSync(path.join(tmpdir(), "redraw-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const seed = "5a".repeat(32);
const population = canonical(Array.from({ length: 11 }, (_, i) => `sheet-${i}/teamwork`));
const drawn = drawSealed(population, { percent: 20, seed });
const good = {
  format: "tongguan-sample/1",
  cycle: { year: 2026, quarter: 3 },
  ...{ seed, hash: seedHash(seed) },
  draws: [{ draw: 1, percent: 20, population, drawn }],
};

async function redrawn(file: unknown) {
  const name = path.join(folder, "draws.json");
  writeFileSync(name, typeof file === "string" ? file : JSON.stringify(file));
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io = { stdin, stdout, stderr, environment: {}, folder };
  const code = await run(["--redraw", name, "--lang", "en"], io);
  const said = (stream: PassThrough) => String(stream.read() ?? "");
  return { code, out: said(stdout), error: said(stderr) };
}

describe("a draw redone from an exported file", () => {
  it("comes out as recorded", async () => {
    const { code, out } = await redrawn(good);
    expect(code).toBe(0);
    expect(out).toContain("Draw 1: 3 of 11 scores at 20%, redrawn, the same.");
    expect(out).toContain("Everything comes out as recorded.");
  });

  it.each([
    ["another seed", { seed: "5b".repeat(32) }],
    ["other items drawn", { draws: [{ ...good.draws[0], drawn: population.slice(0, 3) }] }],
    ["fewer drawn", { draws: [{ ...good.draws[0], drawn: drawn.slice(1) }] }],
    ["another order", { draws: [{ ...good.draws[0], population: population.toReversed() }] }],
  ])("says so of %s", async (_, over) => {
    const { code, out } = await redrawn({ ...good, ...over });
    expect([code, out.includes("Not everything comes out as recorded.")]).toEqual([1, true]);
  });

  it.each([["{"], [{ seed }]])("refuses what is no such file: %j", async (file) => {
    const { code, out, error } = await redrawn(file);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain("not a file of draws");
  });
});
