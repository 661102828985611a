import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  explainSheet,
  explanationOf,
  renderExplanation,
  scoreSheet,
  scorerOf,
  type Explanation,
  type FrameworkDocument,
  type PolicyDocument,
  type Scorer,
  type SheetInput,
  type SheetOutcome,
  type SheetResult,
  type ValueInput,
} from "@/lib/scoring";
import { say } from "../../scripts/terminal";
import { measure, memory, type Contestant, type Measured } from "./measure";
import { distinctSheets, namedSheets, randomOf, writeSheet } from "./sheets";

const plan = { units: 65_536, turn: 8_192, rounds: 25, warmUps: 3 };
/** The slow ones have turns of their own: beside them the fast ones would find their memory cold every time. */
const slowPlan = { units: 65_536, turn: 8_192, rounds: 3, warmUps: 1 };
const MEMORY_SHEETS = 10_000_000;

/** How many times as long as the bare loop the full result may take. */
const goals = { off: 10, on: 60 };

interface Material {
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  readonly scorer: Scorer;
  readonly signals: Uint8Array;
  readonly named: readonly SheetInput[];
  /** The same inputs by place instead of by key, as a reader of rows holds them. */
  readonly inputs: readonly (readonly ValueInput[])[];
}

function prepare(): Material {
  const [framework, policy] = [frameworkPresets[0], policyPresets[0]];
  if (!framework || !policy) throw new Error("no presets");
  const signals = distinctSheets(framework, plan.units);
  const named = namedSheets(framework, signals);
  const inputs = named.map((sheet) => Object.values(sheet));
  return { framework, policy, scorer: scorerOf(framework, policy), signals, named, inputs };
}

/** The least that can be done with thirty bytes, in whole numbers all the way: it must not lose by a detail. */
function addUp(signals: Uint8Array, width: number, from: number, to: number): number {
  let sum = 0;
  for (let at = from * width; at < to * width; at += width) {
    let own = 0;
    for (let rung = at; rung < at + width; rung += 1) own = (own + (signals[rung] ?? 0)) | 0;
    sum = (sum + own) | 0;
  }
  return sum;
}

// A result that is never kept need not be made at all: the last one of each kind is.
const last: { packed?: SheetOutcome; named?: SheetResult; explanation?: Explanation } = {};

function keepPacked(outcome: SheetOutcome): number {
  last.packed = outcome;
  return outcome.totalSoFar + outcome.consequences.length;
}

function keepNamed(result: SheetResult): number {
  last.named = result;
  return result.totalSoFar + result.problems.length;
}

function explainPacked(scorer: Scorer, { outcomes }: SheetOutcome, inputs: readonly ValueInput[]) {
  let sum = 0;
  for (let index = 0; index < outcomes.length; index += 1) {
    const [outcome, input] = [outcomes[index], inputs[index]];
    const definition = scorer.values[index]?.definition;
    if (!outcome || !input || !definition) continue;
    last.explanation = explanationOf(definition, outcome, input);
    sum += last.explanation.parts.length;
  }
  return sum;
}

function shown(framework: FrameworkDocument, policy: PolicyDocument, input: SheetInput): number {
  const result = scoreSheet(framework, policy, input);
  let sum = explainSheet(policy, result).total.soFar;
  for (const { explanation } of result.values)
    for (const line of renderExplanation(explanation, "zh")) sum += line.length;
  return sum;
}

function fast({ scorer, signals, inputs }: Material): Contestant[] {
  const { width } = scorer;
  type Packed = (outcome: SheetOutcome, sheet: number) => number;
  const packed = (work: Packed) => (from: number, to: number) => {
    let sum = 0;
    for (let sheet = from; sheet < to; sheet += 1)
      sum += work(scorer.packed(signals, sheet * width), sheet);
    return sum;
  };
  const explain: Packed = (outcome, sheet) =>
    keepPacked(outcome) + explainPacked(scorer, outcome, inputs[sheet] ?? []);
  return [
    { name: "bare loop", run: (from, to) => addUp(signals, width, from, to) },
    { name: "packed, explanation off", run: packed(keepPacked) },
    { name: "packed, explanation on", run: packed(explain) },
  ];
}

function slow({ framework, policy, named }: Material): Contestant[] {
  const keyed = (work: (input: SheetInput) => number) => (from: number, to: number) => {
    let sum = 0;
    for (let sheet = from; sheet < to; sheet += 1) sum += work(named[sheet] ?? {});
    return sum;
  };
  return [
    {
      name: "named, explanation on",
      run: keyed((input) => keepNamed(scoreSheet(framework, policy, input))),
    },
    { name: "named, sentences", run: keyed((input) => shown(framework, policy, input)) },
  ];
}

function table(results: readonly Measured[]) {
  const [bare] = results;
  if (!bare) return;
  const row = (cells: readonly string[]) =>
    say(`  ${cells.map((cell, place) => (place ? cell.padStart(15) : cell.padEnd(26))).join("")}`);
  row(["", "appraisals/s", "ns each", "middle half", "× bare loop"]);
  for (const { name, median, quarter, threeQuarters } of results)
    row([
      name,
      Math.round(1e9 / median).toLocaleString("en"),
      median.toFixed(0),
      `${quarter.toFixed(0)}–${threeQuarters.toFixed(0)}`,
      (median / bare.median).toFixed(1),
    ]);
}

function verdict(results: readonly Measured[]) {
  const [bare, off, on] = results;
  if (!bare || !off || !on) return;
  const goal = (name: string, ratio: number, limit: number) =>
    say(`  ${name}: ${ratio.toFixed(1)}× (goal ≤ ${limit}×) ${ratio <= limit ? "met" : "MISSED"}`);
  goal("explanation off", off.median / bare.median, goals.off);
  goal("explanation on", on.median / bare.median, goals.on);
}

/** Ten million appraisals one after the other, made up as they go: what is kept must not grow with them. */
function memoryOf({ framework, scorer }: Material) {
  const signals = new Uint8Array(scorer.width);
  const random = randomOf(7);
  const report = (sheets: number) => {
    const { heapMb, rssMb } = memory();
    say(`  after ${sheets.toLocaleString("en").padStart(10)}: heap ${heapMb} MB, RSS ${rssMb} MB`);
  };
  report(0);
  let sum = 0;
  for (let sheet = 1; sheet <= MEMORY_SHEETS; sheet += 1) {
    writeSheet(framework.values, random, signals, 0);
    sum += keepPacked(scorer.packed(signals, 0));
    if (sheet === MEMORY_SHEETS / 10 || sheet === MEMORY_SHEETS / 2) report(sheet);
  }
  report(MEMORY_SHEETS);
  return sum;
}

export function bench() {
  const material = prepare();
  const sheets = plan.units.toLocaleString("en");
  say(`  ${sheets} distinct appraisals of six values, ${plan.rounds} rounds, median of turns`);
  const results = [...measure(fast(material), plan), ...measure(slow(material), slowPlan)];
  table(results);
  verdict(results);
  say("  memory, packed:");
  memoryOf(material);
}
