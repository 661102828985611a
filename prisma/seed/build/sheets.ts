import {
  scoreSheet,
  type FrameworkDocument,
  type HalfPoints,
  type PolicyDocument,
  type ValueDefinition,
  type Verdict,
} from "@/lib/scoring";
import { draftResultOf, emptyValue, valueOf } from "@/lib/sheet/rules";
import type { Sheet, SheetCase, SheetValue } from "@/lib/sheet/types";
import { drawCase, type CaseWish } from "./cases";
import { texts } from "./data";
import { diceFor } from "./random";

export type Targets = Readonly<Record<string, HalfPoints>>;
export type Writer = Pick<CaseWish, "seed" | "family" | "from" | "to" | "first">;

function verdictAt(point: number, score: HalfPoints): Verdict {
  if (point * 2 <= score) return "met";
  return point * 2 - 1 === score ? "partly" : "unmet";
}

/** Judges one ladder so that it earns `score`, adding the cases that are still lacking. */
function judge(
  value: ValueDefinition,
  score: HalfPoints,
  known: readonly SheetCase[],
  writer: Writer,
): SheetValue {
  const judgements: Record<number, Verdict> = {};
  const cases: SheetCase[] = [];
  // Nobody judges the rungs behind the gate: they cannot count.
  const reached = value.rungs.filter(({ point }) => point * 2 - 2 <= score);
  for (const { point, grant } of reached) {
    const verdict = verdictAt(point, score);
    judgements[point] = verdict;
    const kind = grant === "evidenced" ? "supports" : "contradicts";
    const needed = (verdict === "unmet") === (grant === "presumed") || verdict === "partly";
    const there = known.some((item) => item.rung === point && item.kind === kind);
    if (needed && !there) cases.push(drawCase({ ...writer, value: value.key, rung: point, kind }));
  }
  return { key: value.key, judgements, cases, justification: "", inDoubt: false };
}

/** The first `draft` values of a self-review; all of them when it is finished. */
export function selfSheet(
  framework: FrameworkDocument,
  targets: Targets,
  draft: number,
  writer: Writer,
): Sheet {
  const values = framework.values.map((value, index) =>
    index < draft ? judge(value, targets[value.key] ?? 6, [], writer) : emptyValue(value.key),
  );
  return { side: "self", values };
}

export function managerSheet(
  rules: { readonly framework: FrameworkDocument; readonly policy: PolicyDocument },
  self: Sheet,
  targets: Targets,
  draft: number,
  writer: Writer,
): Sheet {
  const values = rules.framework.values.map((value, index) => {
    if (index >= draft) return emptyValue(value.key);
    const known = valueOf(self, value.key).cases;
    const score = targets[value.key] ?? 6;
    const judged = judge(value, score, known, writer);
    const { values: ruled } = scoreSheet(rules.framework, rules.policy, {
      [value.key]: { judgements: judged.judgements, cases: [...known, ...judged.cases] },
    });
    const outcome = ruled.find(({ key }) => key === value.key);
    const excused = outcome?.rungs.some(({ counts, because }) => counts && because === "excused");
    const justification = outcome?.justification.required
      ? justify(score, excused === true, [...known, ...judged.cases], writer)
      : "";
    return { ...judged, justification };
  });
  return { side: "manager", values: withGrounds(rules, self, values, writer) };
}

/** What a consequence rests on is known of a whole sheet only: its facts are written last. */
function withGrounds(
  { framework, policy }: Parameters<typeof managerSheet>[0],
  self: Sheet,
  values: readonly SheetValue[],
  writer: Writer,
): readonly SheetValue[] {
  const sheets = { self, manager: { side: "manager" as const, values } };
  const { values: ruled } = draftResultOf(framework, policy, sheets, "manager");
  return values.map((value) => {
    const outcome = ruled.find(({ key }) => key === value.key);
    if (outcome?.justification.missing !== true || outcome.score === null) return value;
    const rung = Math.floor(outcome.score / 2) + 1;
    const claim = valueOf(self, value.key).cases.find(
      (item) => item.rung === rung && item.kind === "supports",
    );
    const dice = diceFor("ground", writer.seed, value.key);
    const justification = dice
      .pick(claim === undefined ? texts.ground : texts.claim)
      .replace("{case}", claim?.title ?? "")
      .replace("{rung}", String(rung));
    return { ...value, justification };
  });
}

function justify(
  score: HalfPoints,
  excused: boolean,
  cases: readonly SheetCase[],
  writer: Writer,
): string {
  const low = excused || score <= 2;
  const rung = low ? Math.floor(score / 2) + 1 : Math.ceil(score / 2);
  const named = cases.find((item) => item.rung === rung) ?? cases.at(-1);
  const dice = diceFor("justification", writer.seed, rung, named?.title ?? "");
  const short = excused ? texts.excused : texts.low;
  return dice
    .pick(low ? short : texts.high)
    .replace("{case}", named?.title ?? "")
    .replace("{rung}", String(rung));
}
