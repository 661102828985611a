import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Counts } from "./run";

const count = z.number().int().min(0);
const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numFailedTestSuites: count,
});
const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count }),
});

/** A step that failed must count as failed even where its report names no failing test. */
function atLeastOne(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function readReport(file: string): Promise<unknown> {
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : undefined;
}

export async function vitestCounts(file: string, code: number): Promise<Counts> {
  const { data } = vitestReport.safeParse(await readReport(file));
  if (!data) return { passed: 0, failed: 1 };
  return atLeastOne({ passed: data.numPassedTests, failed: data.numFailedTests }, code);
}

export async function playwrightCounts(file: string, code: number): Promise<Counts> {
  const { data } = playwrightReport.safeParse(await readReport(file));
  if (!data) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = data.stats;
  // A test that passes only at the second try is a failure not yet understood.
  return atLeastOne({ passed: expected, failed: unexpected + flaky }, code);
}
