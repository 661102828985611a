import type { Explanation, ExplanationPart, Opening } from "./explain";
import { formatScore } from "../format";
import type { CaseMention, RungReason } from "../ladder/types";

export type ExplanationLocale = "zh" | "en";

/** The longest list of case titles a sentence can carry and still be read. */
const TITLES_SHOWN = 3;

/** One language of the explanation. `gated` chooses between a ladder's rungs and a checklist's rules. */
type Voice = {
  readonly head: (score: string, open: boolean) => string;
  readonly join: (clauses: readonly string[]) => string;
  readonly clause: (part: ExplanationPart, gated: boolean) => string | null;
  readonly line: (part: ExplanationPart, gated: boolean) => string | null;
};

function titled(cases: readonly CaseMention[]) {
  const titles = cases.map(({ title }) => title.trim()).filter((title) => title !== "");
  return { shown: titles.slice(0, TITLES_SHOWN), total: titles.length };
}

/** A title may quote somebody itself: quotes inside quotes are single ones. */
function quoted(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

function zhTitles(cases: readonly CaseMention[]): string {
  const { shown, total } = titled(cases);
  if (total === 0) return "";
  const rest = total > shown.length ? `等 ${total} 个` : "";
  return `（${shown.map(quoted).join("、")}${rest}）`;
}

const zhRungs = (points: readonly number[], gated: boolean) =>
  `第 ${points.join("、")} ${gated ? "级" : "条"}`;

function zhShort(because: RungReason): string {
  switch (because.kind) {
    case "contradicted":
    case "excused":
      return `有相反的案例${zhTitles(because.cases)}`;
    case "unproven":
      return "没有案例支持";
    case "not-judged":
      return "尚未判定";
    case "lowered-without-case":
      return "判为未达到，但没有写明相反的案例";
    default:
      return "未达到";
  }
}

function zhHalf(because: RungReason): string {
  if (because.kind === "excused") return `${zhShort(because)}，情有可原，得 0.5`;
  if (because.kind === "supported") return `部分达到，得 0.5${zhTitles(because.cases)}`;
  return "判为部分达到，得 0.5，但没有写明相反的案例";
}

function zhClause(part: ExplanationPart, gated: boolean): string | null {
  switch (part.kind) {
    case "granted":
      return `${zhRungs(part.rungs, gated)}没有相反的案例`;
    case "supported": {
      const points = part.rungs.map(({ rung }) => rung);
      const titles = zhTitles(part.rungs.flatMap(({ cases }) => cases));
      return `${zhRungs(points, gated)}${points.length > 1 ? "各" : ""}有案例支持${titles}`;
    }
    case "half":
      return `${zhRungs([part.rung], gated)}${zhHalf(part.because)}`;
    case "missed":
      return `${zhRungs([part.rung], gated)}${zhShort(part.because)}`;
    case "all-met":
      return gated ? "各级全部通过" : "各条全部做到";
    default:
      return null;
  }
}

const zhOpenings: Readonly<Record<Opening, string>> = {
  judgement: "先作出判定；判为达到或部分达到，须有支持它的案例",
  case: "补上至少一个支持它的案例",
  "case-and-verdict": "要有支持它的案例，并判为达到",
  "rest-of-half": "把尚未做到的部分做到，并有案例支持",
  "no-contradiction": "不再有相反的案例",
  "case-or-restore": "没有相反的案例，就应判为达到",
};

function zhLine(part: ExplanationPart, gated: boolean): string | null {
  if (part.kind === "not-counted") {
    const where = zhRungs(part.rungs, gated);
    return `${where}的案例${zhTitles(part.cases)}暂不计分：第 ${part.gate} 级未通过。`;
  }
  if (part.kind !== "opens") return null;
  const where = zhRungs([part.rung], gated);
  return `${gated ? "通过" : "得到"}${where}${gated ? "" : "的分"}：${zhOpenings[part.by]}。`;
}

function enList(words: readonly (string | number)[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function enTitles(cases: readonly CaseMention[]): string {
  const { shown, total } = titled(cases);
  if (total === 0) return "";
  const rest = total > shown.length ? ` and ${total - shown.length} more` : "";
  return ` (${shown.map(quoted).join(", ")}${rest})`;
}

const enRungs = (points: readonly number[], gated: boolean) =>
  `${gated ? "rung" : "rule"}${points.length > 1 ? "s" : ""} ${enList(points)}`;

function enShort(because: RungReason): string {
  switch (because.kind) {
    case "contradicted":
    case "excused":
      return `has a contradicting case${enTitles(because.cases)}`;
    case "unproven":
      return "has no supporting case";
    case "not-judged":
      return "is not judged yet";
    case "lowered-without-case":
      return "was judged not met, but no contradicting case is given";
    default:
      return "is not reached";
  }
}

function enHalf(because: RungReason): string {
  if (because.kind === "excused") return `${enShort(because)}, excusable, and earns 0.5`;
  if (because.kind === "supported")
    return `is partly reached and earns 0.5${enTitles(because.cases)}`;
  return "was judged partly met and earns 0.5, but no contradicting case is given";
}

function enClause(part: ExplanationPart, gated: boolean): string | null {
  switch (part.kind) {
    case "granted":
      return `${enRungs(part.rungs, gated)} ${part.rungs.length > 1 ? "have" : "has"} no contradicting case`;
    case "supported": {
      const points = part.rungs.map(({ rung }) => rung);
      const titles = enTitles(part.rungs.flatMap(({ cases }) => cases));
      const verb = points.length > 1 ? "each have" : "has";
      return `${enRungs(points, gated)} ${verb} a supporting case${titles}`;
    }
    case "half":
      return `${enRungs([part.rung], gated)} ${enHalf(part.because)}`;
    case "missed":
      return `${enRungs([part.rung], gated)} ${enShort(part.because)}`;
    case "all-met":
      return gated ? "every rung is passed" : "every rule is kept";
    default:
      return null;
  }
}

const enOpenings: Readonly<Record<Opening, string>> = {
  judgement: "judge it first; met or partly met needs a supporting case",
  case: "add at least one case that supports it",
  "case-and-verdict": "a case that supports it, and the verdict met",
  "rest-of-half": "reach the part still missing, with a case that shows it",
  "no-contradiction": "no contradicting case any more",
  "case-or-restore": "without a contradicting case the verdict should be met",
};

function enLine(part: ExplanationPart, gated: boolean): string | null {
  if (part.kind === "not-counted") {
    const cases = `${part.cases.length > 1 ? "Cases" : "The case"} for ${enRungs(part.rungs, gated)}`;
    const verb = part.cases.length > 1 ? "do" : "does";
    return `${cases}${enTitles(part.cases)} ${verb} not count yet: rung ${part.gate} is not passed.`;
  }
  if (part.kind !== "opens") return null;
  return `To ${gated ? "pass" : "earn"} ${enRungs([part.rung], gated)}: ${enOpenings[part.by]}.`;
}

const voices: Readonly<Record<ExplanationLocale, Voice>> = {
  zh: {
    head: (score, open) => (open ? `目前是 ${score}：` : `为什么是 ${score}：`),
    join: (clauses) => `${clauses.join("；")}。`,
    clause: zhClause,
    line: zhLine,
  },
  en: {
    head: (score, open) => (open ? `So far ${score}: ` : `Why ${score}: `),
    join: (clauses) => `${clauses.join("; ")}.`,
    clause: enClause,
    line: enLine,
  },
};

/**
 * The explanation as sentences, one string each: first why the score is what it is, then the cases that do not count
 * yet, then what would open the gate. Says nothing the parts do not say; case titles are the only foreign text.
 */
export function renderExplanation(explanation: Explanation, locale: ExplanationLocale): string[] {
  const { score, soFar, gated, parts } = explanation;
  const voice = voices[locale];
  const clauses = parts.flatMap((part) => voice.clause(part, gated) ?? []);
  const first = `${voice.head(formatScore(score ?? soFar), score === null)}${voice.join(clauses)}`;
  return [first, ...parts.flatMap((part) => voice.line(part, gated) ?? [])];
}
