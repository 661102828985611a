import type { FrameworkDocument } from "@/lib/scoring";
import type { CheckedPerson, CheckedProblem } from "../check";
import type { Summary } from "../gather/summary";
import { personOf, type Results } from "../results";
import { plain, say, type Language } from "../words";
import { layoutOf } from "./layout";
import type { Output } from "./output";

type Paint = (text: string, kind: "error" | "info" | "strong") => string;

const codes = { error: "31", info: "33", strong: "1" };
const painted: Paint = (text, kind) => `\u001b[${codes[kind]}m${text}\u001b[0m`;
const unpainted: Paint = (text) => text;

function placed(language: Language, framework: FrameworkDocument, key: string, rung?: number) {
  const value = framework.values.find((one) => one.key === key);
  const name = value?.name[language] ?? plain(key);
  if (rung === undefined) return name;
  const at = value?.gated === false ? "at-rule" : "at-rung";
  return say(language, at, { value: name, rung });
}

function problemLines(
  person: CheckedPerson,
  { language, ruleset }: Results,
  paint: Paint,
): string[] {
  const line = (problem: CheckedProblem, place: string) => {
    const mark = say(language, problem.severity === "error" ? "mark-error" : "mark-info");
    const where = [plain(person.employee, 200), place, problem.cell].filter(Boolean).join(" ");
    const joint = language === "zh" ? "：" : ": ";
    return `${paint(mark, problem.severity)} ${where}${joint}${plain(problem.message, 500)}`;
  };
  return [
    ...person.problems.map((problem) => line(problem, "")),
    ...Object.entries(person.values).flatMap(([key, { problems }]) =>
      problems.map((one) => line(one, placed(language, ruleset.framework, key, one.rung))),
    ),
  ];
}

/** What the rules propose for somebody and why, each reason once; and why the band is not the one the total earns. */
function proposalLines(person: CheckedPerson, language: Language): string[] {
  const { employee, name, lowered, consequences } = person;
  const who = [employee, name ?? ""]
    .map((text) => plain(text, 200))
    .filter(Boolean)
    .join(" ");
  const proposals = consequences.map(({ text, because }) =>
    say(language, "proposal", { text: plain(text, 500).replace(/[。.]$/u, ""), because }),
  );
  return [...(lowered === undefined ? [] : [lowered]), ...new Set(proposals)].map((text) =>
    say(language, "about-person", { who, text }),
  );
}

/** One line for each thing worth knowing of the file as a whole. */
export function noteLines({ notes, language }: Results, paint: Paint = unpainted): string[] {
  const joint = language === "zh" ? "：" : ": ";
  return notes.map(({ severity, cell, message }) => {
    const mark = say(language, severity === "error" ? "mark-error" : "mark-info");
    return `${paint(mark, severity)} ${plain(cell, 200)}${joint}${plain(message, 500)}`;
  });
}

function summaryLines(summary: Summary, language: Language): string[] {
  const { people, scored, open, stated, problems, averageTotal, maxTotal } = summary;
  const counts = Object.entries(summary.bands).map(
    ([key, count]) => `${summary.bandNames[key] ?? key} ${count}`,
  );
  const lines = [
    say(language, "summary-people", { people, scored, open }),
    stated === 0 ? "" : say(language, "summary-stated", { stated }),
    say(language, "summary-problems", { errors: problems.errors, infos: problems.infos }),
    averageTotal === null ? "" : say(language, "summary-average", { averageTotal, maxTotal }),
    say(language, "summary-bands", { bands: counts.join(language === "zh" ? "，" : ", ") }),
    say(language, "summary-audit", summary.audit),
    summary.sample === null ? "" : say(language, "summary-sample", summary.sample),
  ];
  return lines.filter((line) => line !== "");
}

/** Where a table is looked at. `columns`: how wide it is. */
export type Screen = { readonly columns: number; readonly colours: boolean };

const MOST_COLUMNS = 10_000;
const FEWEST_COLUMNS = 20;
const USUAL_COLUMNS = 80;

/** What the terminal says of itself; elsewhere what COLUMNS says, else what is usual. A terminal may not know: 0. */
export function columnsOfScreen(terminal: number | undefined, asked: string | undefined): number {
  const stated = /^\d{1,5}$/.test(asked ?? "") ? Number(asked) : 0;
  const columns = [terminal ?? 0, stated].find((one) => one > 0) ?? USUAL_COLUMNS;
  return Math.min(Math.max(columns, FEWEST_COLUMNS), MOST_COLUMNS);
}

/** A table for people to look at, as wide as the screen; then every problem, then the counts. */
export async function writeTable(results: Results, output: Output, screen: Screen) {
  const paint = screen.colours ? painted : unpainted;
  const { head, person, legend } = layoutOf(results, screen.columns);
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join("");
  await output.write(lines(head.map((text) => paint(text, "strong"))));
  for (const drawn of results.people())
    if (!(await output.write(lines(person(personOf(drawn)))))) return;
  if (legend.length > 0) await output.write(`\n${lines(legend)}`);
  const { language } = results;
  let title = `\n${paint(say(language, "proposals-title"), "strong")}\n`;
  for (const drawn of results.people()) {
    for (const line of proposalLines(personOf(drawn), language)) {
      if (!(await output.write(`${title}${line}\n`))) return;
      title = "";
    }
  }
  title = `\n${paint(say(language, "problems-title"), "strong")}\n`;
  for (const line of noteLines(results, paint)) {
    await output.write(`${title}${line}\n`);
    title = "";
  }
  for (const drawn of results.people()) {
    for (const line of problemLines(personOf(drawn), results, paint)) {
      if (!(await output.write(`${title}${line}\n`))) return;
      title = "";
    }
  }
  await output.write(`\n${lines(summaryLines(results.summary(), language))}`);
}
