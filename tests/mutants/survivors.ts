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

/** What survived, or no test ever reached, in a report of Stryker. Throws ZodError when it is no such report. */
export function survivorsOf(report: unknown): Survivor[] {
  return Object.entries(reportSchema.parse(report).files).flatMap(([file, { source, mutants }]) =>
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
