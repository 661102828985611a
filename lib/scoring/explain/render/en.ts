import { formatScore } from "../../format";
import type { CaseRef, RungReason } from "../../ladder/types";
import type { Explanation, ExplanationPart, Opening, OpensPart } from "../types";
import { casesAt, titles } from "./cases";
import type { Voice } from "./voice";

export function listed(words: readonly (string | number)[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function named(cases: readonly CaseRef[]): string {
  const { shown, total } = titles(cases);
  if (total === 0) return "";
  const rest = total > shown.length ? ` and ${total - shown.length} more` : "";
  return ` (${shown.join(", ")}${rest})`;
}

const rungsOf = (points: readonly number[], gated: boolean) =>
  `${gated ? "level" : "rule"}${points.length > 1 ? "s" : ""} ${listed(points)}`;

function short(because: RungReason, against: string): string {
  switch (because) {
    case "contradicted":
    case "excused":
      return `has a contradicting case${against}`;
    case "unproven":
      return "has no supporting case";
    case "not-judged":
      return "is not judged yet";
    case "lowered-without-case":
      return "was judged not met, but no contradicting case is given";
    case "half-not-allowed":
      return "was judged partly met, but this policy counts whole points only";
    default:
      return against === ""
        ? "is not reached"
        : `is not reached and has a contradicting case${against}`;
  }
}

function half(because: RungReason, against: string, support: string): string {
  if (because === "excused") return `${short(because, against)}, excusable, and earns 0.5`;
  if (because === "supported") return `is partly reached and earns 0.5${support}`;
  return "was judged partly met and earns 0.5, but no contradicting case is given";
}

function bothKinds(explanation: Explanation, rung: number): [string, string] {
  return [
    named(casesAt(explanation, [rung], "contradicts")),
    named(casesAt(explanation, [rung], "supports")),
  ];
}

function clause(part: ExplanationPart, explanation: Explanation): string | null {
  const { gated } = explanation;
  switch (part.kind) {
    case "granted":
      return `${rungsOf(part.rungs, gated)} ${part.rungs.length > 1 ? "have" : "has"} no contradicting case`;
    case "supported": {
      const verb = part.rungs.length > 1 ? "each have" : "has";
      const support = named(casesAt(explanation, part.rungs, "supports"));
      const against = casesAt(explanation, part.rungs, "contradicts");
      const also = against.length === 0 ? "" : `, and also a contradicting one${named(against)}`;
      return `${rungsOf(part.rungs, gated)} ${verb} a supporting case${support}${also}`;
    }
    case "half": {
      const [against, support] = bothKinds(explanation, part.rung);
      return `${rungsOf([part.rung], gated)} ${half(part.because, against, support)}`;
    }
    case "missed":
      return `${rungsOf([part.rung], gated)} ${short(part.because, bothKinds(explanation, part.rung)[0])}`;
    case "all-met":
      return gated ? "every level is passed" : "every rule is kept";
    case "stated":
      return "taken as stated; no cases given, so nothing could be verified";
    case "no-rungs":
      return "this value has no levels yet";
    case "capped":
      return `${formatScore(-part.points)} beyond the cap does not count, ${formatScore(part.cap)} at most`;
    default:
      return null;
  }
}

const openings: Readonly<Record<Opening, string>> = {
  judgement: "judge it first; met or partly met needs a supporting case",
  case: "add at least one case that supports it",
  "case-and-verdict": "a case that supports it, and the verdict “met”",
  "rest-of-half": "reach the part still missing, with a case that shows it",
  "no-contradiction": "no more contradicting cases",
  "case-or-restore": "without a contradicting case the verdict should be met",
};

function opening({ by, rung }: OpensPart, explanation: Explanation): string {
  const waits = by === "case-and-verdict" && casesAt(explanation, [rung], "supports").length > 0;
  return waits ? "there is a supporting case; the verdict “met” is missing" : openings[by];
}

function line(part: ExplanationPart, explanation: Explanation): string | null {
  const { gated } = explanation;
  if (part.kind === "not-counted") {
    const waiting = casesAt(explanation, part.rungs);
    const several = waiting.length > 1;
    const cases = `${several ? "Cases" : "The case"} for ${rungsOf(part.rungs, gated)}`;
    const verb = several ? "do" : "does";
    return `${cases}${named(waiting)} ${verb} not count yet: level ${part.gate} is not passed.`;
  }
  if (part.kind !== "opens") return null;
  return `To ${gated ? "pass" : "earn"} ${rungsOf([part.rung], gated)}: ${opening(part, explanation)}.`;
}

export const enVoice: Voice = {
  unsaid: "Not judged yet, so there is no score.",
  head: (score, open) => (open ? `So far ${score}: ` : `Why ${score}: `),
  join: (clauses) => `${clauses.join("; ")}.`,
  clause,
  line,
};
