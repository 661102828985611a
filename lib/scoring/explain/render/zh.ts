import { formatScore } from "../../format";
import type { CaseRef, RungReason } from "../../ladder/types";
import type { Explanation, ExplanationPart, Opening, OpensPart } from "../types";
import { casesAt, titles } from "./cases";
import type { Voice } from "./voice";

function named(cases: readonly CaseRef[]): string {
  const { shown, total } = titles(cases);
  if (total === 0) return "";
  const rest = total > shown.length ? `等 ${total} 个` : "";
  return `（${shown.join("、")}${rest}）`;
}

const rungsOf = (points: readonly number[], gated: boolean) =>
  `第 ${points.join("、")} ${gated ? "级" : "条"}`;

function short(because: RungReason, against: string): string {
  switch (because) {
    case "contradicted":
    case "excused":
      return `有相反的案例${against}`;
    case "unproven":
      return "没有案例支持";
    case "not-judged":
      return "尚未判断";
    case "lowered-without-case":
      return "判为未达到，但没有写明相反的案例";
    case "half-not-allowed":
      return "判为部分达到，但这套政策只计整分";
    default:
      return against === "" ? "未达到" : `未达到，有相反的案例${against}`;
  }
}

function half(because: RungReason, against: string, support: string): string {
  if (because === "excused") return `${short(because, against)}，情有可原，得 0.5`;
  if (because === "supported") return `部分达到，得 0.5${support}`;
  return "判为部分达到，得 0.5，但没有写明相反的案例";
}

function clause(part: ExplanationPart, explanation: Explanation): string | null {
  const { gated } = explanation;
  switch (part.kind) {
    case "granted":
      return `${rungsOf(part.rungs, gated)}没有相反的案例`;
    case "supported": {
      const each = part.rungs.length > 1 ? "各" : "";
      const support = named(casesAt(explanation, part.rungs, "supports"));
      const against = casesAt(explanation, part.rungs, "contradicts");
      const also = against.length === 0 ? "" : `，另有相反的案例${named(against)}`;
      return `${rungsOf(part.rungs, gated)}${each}有案例支持${support}${also}`;
    }
    case "half": {
      const [against, support] = bothKinds(explanation, part.rung);
      return `${rungsOf([part.rung], gated)}${half(part.because, against, support)}`;
    }
    case "missed":
      return `${rungsOf([part.rung], gated)}${short(part.because, bothKinds(explanation, part.rung)[0])}`;
    case "all-met":
      return gated ? "各级全部通过" : "各条全部做到";
    case "stated":
      return "照填写的算，没有给出案例，无从核对";
    case "no-rungs":
      return "这条价值观还没有写行为等级";
    case "capped":
      return `超出上限的 ${formatScore(-part.points)} 不计，最多得 ${formatScore(part.cap)}`;
    default:
      return null;
  }
}

function bothKinds(explanation: Explanation, rung: number): [string, string] {
  return [
    named(casesAt(explanation, [rung], "contradicts")),
    named(casesAt(explanation, [rung], "supports")),
  ];
}

const openings: Readonly<Record<Opening, string>> = {
  judgement: "先作出判断；判为达到或部分达到，须有支持它的案例",
  case: "补上至少一个支持它的案例",
  "case-and-verdict": "要有支持它的案例，并判为达到",
  "rest-of-half": "把尚未做到的部分做到，并有案例支持",
  "no-contradiction": "不再有相反的案例",
  "case-or-restore": "没有相反的案例，就应判为达到",
};

function opening({ by, rung }: OpensPart, explanation: Explanation): string {
  const waits = by === "case-and-verdict" && casesAt(explanation, [rung], "supports").length > 0;
  return waits ? "已有支持它的案例，还要判为达到" : openings[by];
}

function line(part: ExplanationPart, explanation: Explanation): string | null {
  const { gated } = explanation;
  if (part.kind === "not-counted") {
    const where = rungsOf(part.rungs, gated);
    const waiting = named(casesAt(explanation, part.rungs));
    return `${where}的案例${waiting}暂不计分：第 ${part.gate} 级未通过。`;
  }
  if (part.kind !== "opens") return null;
  const where = rungsOf([part.rung], gated);
  return `${gated ? "通过" : "得到"}${where}${gated ? "" : "的分"}：${opening(part, explanation)}。`;
}

export const zhVoice: Voice = {
  unsaid: "还没有判断，所以没有分数。",
  head: (score, open) => (open ? `目前是 ${score}：` : `为什么是 ${score}：`),
  join: (clauses) => `${clauses.join("；")}。`,
  clause,
  line,
};
