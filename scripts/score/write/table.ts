import type { FrameworkDocument } from "@/lib/scoring";
import type { CheckedPerson, CheckedProblem } from "../check";
import type { Summary } from "../gather/summary";
import { personOf, type Results } from "../results";
import { plain, say, type Language } from "../words";
import type { Output } from "./output";
import { clip, padEnd, padStart, widthOf } from "./width";

const EMPLOYEE_WIDTH = 14;
const NAME_WIDTH = 12;
const GAP = "  ";

type Paint = (text: string, kind: "error" | "info" | "strong") => string;

const codes = { error: "31", info: "33", strong: "1" };
const painted: Paint = (text, kind) => `\u001b[${codes[kind]}m${text}\u001b[0m`;
const unpainted: Paint = (text) => text;

type Column = {
  readonly head: string;
  readonly width: number;
  readonly right?: boolean;
  readonly cell: (person: CheckedPerson) => string;
};

const figure = (score: number | null | undefined) => (score == null ? "–" : String(score));

function problemsOf(person: CheckedPerson): CheckedProblem[] {
  return [...person.problems, ...Object.values(person.values).flatMap((value) => value.problems)];
}

function columnsOf({ rules, language, named }: Results): Column[] {
  const text = (key: Parameters<typeof say>[1]) => say(language, key);
  const bands = rules.policy.bands.map(({ name }) => widthOf(name[language]));
  const right = (head: string, cell: Column["cell"]): Column => ({
    head,
    width: Math.max(widthOf(head), 4),
    right: true,
    cell,
  });
  const errors = (person: CheckedPerson) =>
    problemsOf(person).filter(({ severity }) => severity === "error").length;
  const nameColumn: Column = {
    head: text("column-name"),
    width: NAME_WIDTH,
    cell: ({ name }) => name ?? "",
  };
  return [
    { head: text("column-employee"), width: EMPLOYEE_WIDTH, cell: ({ employee }) => employee },
    ...(named ? [nameColumn] : []),
    ...rules.framework.values.map(({ key, name }) =>
      right(name[language], ({ values }) => figure(values[key]?.score)),
    ),
    right(text("column-total"), ({ total }) => figure(total)),
    {
      head: text("column-band"),
      width: Math.max(widthOf(text("column-band")), ...bands),
      cell: ({ bandName }) => bandName ?? "–",
    },
    right(text("column-problems"), (person) => String(errors(person))),
  ];
}

function lineOf(columns: readonly Column[], cells: readonly string[]): string {
  const parts = columns.map(({ width, right }, index) => {
    const cell = clip(plain(cells[index] ?? "", 200), width);
    return right === true ? padStart(cell, width) : padEnd(cell, width);
  });
  return parts.join(GAP).trimEnd();
}

function placed(language: Language, framework: FrameworkDocument, key: string, rung?: number) {
  const value = framework.values.find((one) => one.key === key);
  const name = value?.name[language] ?? plain(key);
  if (rung === undefined) return name;
  const at = value?.gated === false ? "at-rule" : "at-rung";
  return say(language, at, { value: name, rung });
}

function problemLines(person: CheckedPerson, { language, rules }: Results, paint: Paint): string[] {
  const line = (problem: CheckedProblem, place: string) => {
    const mark = say(language, problem.severity === "error" ? "mark-error" : "mark-info");
    const where = [plain(person.employee), place, problem.cell].filter(Boolean).join(" ");
    const joint = language === "zh" ? "：" : ": ";
    return `${paint(mark, problem.severity)} ${where}${joint}${plain(problem.message, 500)}`;
  };
  return [
    ...person.problems.map((problem) => line(problem, "")),
    ...Object.entries(person.values).flatMap(([key, { problems }]) =>
      problems.map((one) => line(one, placed(language, rules.framework, key, one.rung))),
    ),
  ];
}

export function summaryLines(summary: Summary, language: Language): string[] {
  const { people, scored, open, problems, averageTotal, maxTotal } = summary;
  const counts = Object.entries(summary.bands).map(
    ([key, count]) => `${summary.bandNames[key] ?? key} ${count}`,
  );
  const lines = [
    say(language, "summary-people", { people, scored, open }),
    say(language, "summary-problems", { errors: problems.errors, infos: problems.infos }),
    averageTotal === null ? "" : say(language, "summary-average", { averageTotal, maxTotal }),
    say(language, "summary-bands", { bands: counts.join(language === "zh" ? "，" : ", ") }),
    say(language, "summary-audit", summary.audit),
    summary.sample === null ? "" : say(language, "summary-sample", summary.sample),
  ];
  return lines.filter((line) => line !== "");
}

/** A table for people to look at: one line each, then every problem, then the counts. */
export async function writeTable(results: Results, output: Output, colours: boolean) {
  const paint = colours ? painted : unpainted;
  const columns = columnsOf(results);
  const heads = columns.map(({ head }) => head);
  await output.write(`${paint(lineOf(columns, heads), "strong")}\n`);
  for (const drawn of results.people()) {
    const person = personOf(drawn);
    const line = lineOf(
      columns,
      columns.map(({ cell }) => cell(person)),
    );
    if (!(await output.write(`${line}\n`))) return;
  }
  let title = `\n${paint(say(results.language, "problems-title"), "strong")}\n`;
  for (const drawn of results.people()) {
    for (const line of problemLines(personOf(drawn), results, paint)) {
      if (!(await output.write(`${title}${line}\n`))) return;
      title = "";
    }
  }
  const lines = summaryLines(results.summary(), results.language);
  await output.write(`\n${lines.join("\n")}\n`);
}
