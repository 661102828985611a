import {
  bandOf,
  justificationRule,
  renderExplanation,
  routeScore,
  scoreSheet,
  type PolicyDocument,
  type ProposedConsequence,
  type Routing,
} from "@/lib/scoring";
import { framework, notationFor, said, sheetOf, sixVeinsLadder } from "../support";

const six = framework("six-veins");

/** Sheets that between them meet every rule of a policy, by a name a person can discuss. */
const sheets = {
  "all threes": sheetOf(six, notationFor(6)),
  "all fives": sheetOf(six, notationFor(10)),
  "one value of 0 on a strong sheet": sheetOf(six, notationFor(9), { integrity: notationFor(0) }),
  "one value of 0.5": sheetOf(six, notationFor(7), { passion: notationFor(1) }),
  "one value of 1": sheetOf(six, notationFor(7), { passion: notationFor(2) }),
  "half-finished": sheetOf(six, notationFor(6), { dedication: "-,-,-,-,-", passion: "met,met,e" }),
  "cases behind the gate": sheetOf(six, "met,partly!,E,E,P"),
  "lowest band": sheetOf(six, notationFor(3)),
  untouched: {},
  "facts written": {
    ...sheetOf(six, notationFor(6)),
    teamwork: { ...said(notationFor(8)), justification: "带两位新人逐日复盘" },
  },
};

/** What the files froze of a routing, before scores could be sampled or referred. */
function routes({ verify, beneficiaryView, approve }: Routing) {
  return { verify, beneficiaryView, approve };
}

function withoutRule({ code, because }: ProposedConsequence) {
  if (because.kind === "band") return { code, because };
  const { kind, value, score } = because;
  return { code, because: { kind, value, score } };
}

function outcome(policy: PolicyDocument, input: (typeof sheets)[keyof typeof sheets]) {
  const result = scoreSheet(six, policy, input);
  return {
    scores: result.values.map(({ key, score, soFar, gate }) => ({ key, score, soFar, gate })),
    total: result.total,
    totalSoFar: result.totalSoFar,
    band: result.band?.key ?? null,
    consequences: result.consequences.map(withoutRule),
    problems: result.problems,
    routing: result.values.map(({ key, routing }) => ({ key, ...routes(routing) })),
    told: renderExplanation(
      result.values[0]?.explanation ?? { score: null, soFar: 0, gated: true, parts: [], cases: [] },
      "zh",
    ),
  };
}

/** Everything a version of a policy decides, as plain data: what a closed cycle must still say years later. */
export function firstRecord(policy: PolicyDocument) {
  const scores = Array.from({ length: 11 }, (_, score) => score);
  const totals = Array.from({ length: 61 }, (_, total) => total);
  return {
    policy,
    scores: scores.map((score) => ({
      score,
      justification: justificationRule(policy, score),
      routing: routes(routeScore(policy, sixVeinsLadder, score)),
    })),
    bands: Object.fromEntries(totals.map((total) => [total, bandOf(policy, total, 60).key])),
    bandsOf90: Object.fromEntries(totals.map((total) => [total, bandOf(policy, total, 90).key])),
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, input]) => [name, outcome(policy, input)]),
    ),
  };
}
