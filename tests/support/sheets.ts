import { randomUUID } from "node:crypto";
import type { FrameworkDocument, HalfPoints, Verdict } from "@/lib/scoring";
import type { SaveSheetValueInput } from "@/lib/sheet/schema";
import type { Sheet, SheetCase, Side } from "@/lib/sheet/types";

/** Half-points by value key. Absent values get `usual`. */
export type Scores = Readonly<Record<string, HalfPoints>>;

/** A 5 to approve, a 1 to verify, the rest in the middle: the whole way of an appraisal lies ahead of these. */
export const eventful: Scores = { "customer-first": 10, integrity: 2 };
const usual: HalfPoints = 6;

/** Mutable, as the commands want it. */
type SheetValueInput = SaveSheetValueInput["value"];

type ValueDefinition = FrameworkDocument["values"][number];

/** A sheet that lib/scoring gives exactly these scores, with as many cases as they need. */
export function sheetWith(framework: FrameworkDocument, side: Side, scores: Scores): Sheet {
  return {
    side,
    values: framework.values.map((value) => valueWith(value, scores[value.key] ?? usual)),
  };
}

/** One value of a gated ladder with this score. */
export function valueWith(value: ValueDefinition, score: HalfPoints): SheetValueInput {
  const judgements: Record<number, Verdict> = {};
  const cases: SheetCase[] = [];
  for (const { point, grant } of value.rungs) {
    const verdict = verdictAt(point, score);
    judgements[point] = verdict;
    if (grant === "evidenced" && verdict !== "unmet") cases.push(caseFor(point, "supports"));
    if (grant === "presumed" && verdict !== "met") cases.push(caseFor(point, "contradicts"));
  }
  return {
    key: value.key,
    judgements,
    cases,
    justification: `事实：${value.name.zh}，本季记录在案。`,
    inDoubt: false,
  };
}

function verdictAt(point: number, score: HalfPoints): Verdict {
  if (point * 2 <= score) return "met";
  return point * 2 - 1 === score ? "partly" : "unmet";
}

export function caseFor(
  rung: number,
  kind: SheetCase["kind"],
  over: Partial<SheetCase> = {},
): SheetCase {
  return {
    id: randomUUID(),
    rung,
    kind,
    title: `第 ${rung} 级的一件事`,
    happenedOn: "2026-10-12",
    happened: "客户误打到技术热线，说教材寄丢了。",
    action: "没有让客户另打电话，当场联系仓库查到单号。",
    outcome: "两小时内回电确认补发，次日送达。",
    beneficiary: "报名学员",
    ...over,
  };
}
