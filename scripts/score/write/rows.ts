import type { CheckedPerson } from "../check";
import type { Summary } from "../gather/summary";
import { personOf, type Results } from "../results";
import { say, type Language, type TextKey } from "../words";

export type Cell = string | number | null;
export type Row = readonly Cell[];

const heads = (language: Language, keys: readonly TextKey[]) =>
  keys.map((key) => say(language, key));

export function valueHeads(language: Language): Row {
  return heads(language, [
    "column-employee",
    "column-name",
    "column-value",
    "column-score",
    "column-gate",
    "column-problems",
    "column-explanation",
    "column-verify",
    "column-sample",
    "column-approve",
    "column-total",
    "column-band",
    "column-consequences",
  ]);
}

/** One row a value; what holds for the whole person stands in the person's first row only, so that sums stay right. */
export function valueRows(person: CheckedPerson, { language, rules }: Results): Row[] {
  const names = new Map(rules.framework.values.map(({ key, name }) => [key, name[language]]));
  const yes = (list: readonly string[], key: string) =>
    list.includes(key) ? say(language, "yes") : null;
  const { audit } = person;
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

export function problemRows(person: CheckedPerson, { language, rules }: Results): Row[] {
  const names = new Map(rules.framework.values.map(({ key, name }) => [key, name[language]]));
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

export function summaryRows(summary: Summary, { language, rules }: Results): Row[] {
  const label = (key: TextKey) => say(language, key);
  const { problems, audit, sample } = summary;
  return [
    [label("framework"), rules.framework.name[language], rules.framework.key],
    [label("policy"), rules.policy.name[language], rules.policy.key],
    [label("people"), summary.people],
    [label("scored"), summary.scored],
    [label("errors"), problems.errors],
    [label("infos"), problems.infos],
    [label("average"), summary.averageTotal],
    ...rules.policy.bands.map(({ key, name }): Row => [name[language], summary.bands[key] ?? 0]),
    ...rules.policy.consequences.map(({ code, text }): Row => [
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
