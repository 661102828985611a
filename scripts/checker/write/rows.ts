import type { Value } from "@/lib/tables";
import type { CheckedPerson } from "../check";
import type { Summary } from "../gather/summary";
import { personOf, type Results } from "../results";
import { say, type Language, type TextKey } from "../words";

export type Row = readonly Value[];

const heads = (language: Language, keys: readonly TextKey[]) =>
  keys.map((key) => say(language, key));

/** Columns of a policy with a pass line or a library; another policy's results have no empty ones. */
function lineColumns({ policy }: Results["ruleset"]) {
  const passed = policy.passLine === undefined ? [] : (["column-passed"] as const);
  const library = policy.libraryFrom === undefined ? [] : (["column-library"] as const);
  return [...passed, ...library];
}

type Column = readonly [head: TextKey, width: number];

function valueColumns({ ruleset }: Results): readonly Column[] {
  return [
    ["column-employee", 14],
    ["column-name", 12],
    ["column-value", 16],
    ["column-score", 8],
    ["column-gate", 8],
    ...lineColumns(ruleset).map((head): Column => [head, 8]),
    ["column-problems", 8],
    ["column-explanation", 60],
    ["column-verify", 8],
    ["column-sample", 8],
    ["column-approve", 8],
    ["column-total", 8],
    ["column-band", 12],
    ["column-consequences", 30],
  ];
}

export function valueHeads(results: Results): Row {
  return heads(
    results.language,
    valueColumns(results).map(([head]) => head),
  );
}

/** In characters, for a spreadsheet. */
export function valueWidths(results: Results): readonly number[] {
  return valueColumns(results).map(([, width]) => width);
}

/** One row a value; what holds for the whole person stands in the person's first row only, so that sums stay right. */
export function valueRows(person: CheckedPerson, { language, ruleset }: Results): Row[] {
  const names = new Map(ruleset.framework.values.map(({ key, name }) => [key, name[language]]));
  const yes = (list: readonly string[], key: string) =>
    list.includes(key) ? say(language, "yes") : null;
  const { audit } = person;
  const answered = lineColumns(ruleset);
  const answer = (said: boolean | null | undefined): Value =>
    said == null ? null : say(language, said ? "yes" : "no");
  return Object.entries(person.values).map(([key, value], index) => {
    const whole: Row =
      index === 0
        ? [person.total, person.bandName, person.consequences.map(({ text }) => text).join("\n")]
        : [null, null, null];
    return [
      person.employee,
      person.name ?? null,
      names.get(key) ?? key,
      value.score,
      value.gate,
      ...answered.map((column) =>
        answer(column === "column-passed" ? value.passed : value.library),
      ),
      value.problems.filter(({ severity }) => severity === "error").length,
      value.explanation.join("\n"),
      yes(audit.verify, key),
      yes(audit.sample, key),
      yes(audit.approve, key),
      ...whole,
    ];
  });
}

export function problemHeads(language: Language): Row {
  return heads(language, [
    "column-employee",
    "column-name",
    "column-value",
    "column-rung",
    "column-severity",
    "column-message",
    "column-cell",
    "column-code",
  ]);
}

export function problemRows(person: CheckedPerson, { language, ruleset }: Results): Row[] {
  const names = new Map(ruleset.framework.values.map(({ key, name }) => [key, name[language]]));
  const all = [
    ...person.problems.map((problem) => ({ key: null, problem })),
    ...Object.entries(person.values).flatMap(([key, { problems }]) =>
      problems.map((problem) => ({ key, problem })),
    ),
  ];
  return all.map(({ key, problem }) => [
    person.employee,
    person.name ?? null,
    key === null ? null : (names.get(key) ?? key),
    problem.rung ?? null,
    say(language, problem.severity === "error" ? "mark-error" : "mark-info"),
    problem.message,
    problem.cell ?? null,
    problem.code,
  ]);
}

/** What concerns no single person. */
export function noteRows({ notes, language }: Results): Row[] {
  return notes.map(({ severity, message, cell, code }) => [
    null,
    null,
    null,
    null,
    say(language, severity === "error" ? "mark-error" : "mark-info"),
    message,
    cell,
    code,
  ]);
}

export function summaryRows(summary: Summary, { language, ruleset }: Results): Row[] {
  const label = (key: TextKey) => say(language, key);
  const { problems, audit, sample } = summary;
  return [
    [label("framework"), ruleset.framework.name[language], ruleset.framework.key],
    [label("policy"), ruleset.policy.name[language], ruleset.policy.key],
    [label("people"), summary.people],
    [label("scored"), summary.scored],
    ...(summary.stated === 0 ? [] : [[label("column-stated"), summary.stated]]),
    [label("errors"), problems.errors],
    [label("infos"), problems.infos],
    [label("average"), summary.averageTotal],
    ...ruleset.policy.bands.map(({ key, name }): Row => [name[language], summary.bands[key] ?? 0]),
    ...ruleset.policy.consequences.map(({ code, text }): Row => [
      text[language],
      summary.consequences[code] ?? 0,
    ]),
    [label("column-verify"), audit.verify],
    [label("column-sample"), audit.sample],
    [label("column-approve"), audit.approve],
    ...(sample === null
      ? []
      : [
          [label("seed"), sample.seed],
          [label("rate"), `${sample.percent} %`],
        ]),
  ];
}

export function* peopleOf(results: Results): Generator<CheckedPerson> {
  for (const drawn of results.people()) yield personOf(drawn);
}
