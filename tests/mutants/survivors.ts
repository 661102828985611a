import { z } from "zod";

const place = z.object({ line: z.int(), column: z.int() });
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;

/** Throws ZodError when `json` is no report of Stryker, SyntaxError when it is no JSON. */
export function readReport(json: string): Report {
  return reportSchema.parse(JSON.parse(json));
}

/** Changes that could be tried, and how many of them a test noticed (one that never comes to an end is noticed). */
export interface Tally {
  readonly noticed: number;
  readonly all: number;
}

export function tallyOf(report: Report): Tally {
  const statuses = Object.values(report.files).flatMap(({ mutants }) =>
    mutants.map(({ status }) => status),
  );
  const count = (...wanted: string[]) => statuses.filter((s) => wanted.includes(s)).length;
  const noticed = count("Killed", "Timeout");
  return { noticed, all: noticed + count("Survived", "NoCoverage") };
}

/** A change in the rules that no test notices, white space folded. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
}

type Place = z.infer<typeof place>;

/** Lines and columns of a report count from 1; the end column is the first one outside. */
function cut(source: string, start: Place, end: Place): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? "").slice(0, end.column - 1);
  lines[0] = (lines[0] ?? "").slice(start.column - 1);
  return lines.join("\n");
}

const folded = (code: string) => code.replaceAll(/\s+/g, " ").trim();

/** What survived, or no test ever reached. */
export function survivorsOf(report: Report): Survivor[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location: { start, end }, replacement = "" }) => ({
        file,
        line: start.line,
        original: folded(cut(source, start, end)),
        replacement: folded(replacement),
      })),
  );
}

const bare = (code: string) => folded(code.replaceAll("`", ""));

/** Whether the page of survivors names this change under the heading of its file; backticks are only dress. */
export function explained({ file, original, replacement }: Survivor, page: string): boolean {
  const section = page.split(/^## /m).find((part) => bare(part).startsWith(`${file} `)) ?? "";
  return bare(section).includes(bare(`${original} → ${replacement}`));
}
