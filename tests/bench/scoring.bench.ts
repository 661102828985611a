import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  explainSheet,
  explanationOf,
  renderExplanation,
  scoreSheet,
  scorerOf,
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

const SHEETS = 65_536;
const ROUNDS = 15;
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
  const signals = distinctSheets(framework, SHEETS);
  const named = namedSheets(framework, signals);
  const inputs = named.map((sheet) => Object.values(sheet));
  return { framework, policy, scorer: scorerOf(framework, policy), signals, named, inputs };
}

/** The least that can be done with thirty bytes, in whole numbers all the way: it must not lose by a detail. */
function addUp(signals: Uint8Array, width: number): number {
  let sum = 0;
  for (let at = 0; at < signals.length; at += width) {
    let own = 0;
    for (let rung = at; rung < at + width; rung += 1) own = (own + (signals[rung] ?? 0)) | 0;
    sum = (sum + own) | 0;
  }
  return sum;
}

// Something is read from every part of a result, so that no part can be left out.

function readPacked({ total, totalSoFar, band, consequences, outcomes }: SheetOutcome): number {
  let sum = (total ?? 7) + totalSoFar + (band?.from ?? 3) + consequences.length;
  for (const { score, gate, problems, routing } of outcomes)
    sum += (score ?? 1) + (gate ?? 2) + problems.length + (routing.verify ? 1 : 0);
  return sum;
}

function readNamed({ total, band, consequences, values, problems, audit }: SheetResult): number {
  let sum = (total ?? 7) + (band?.from ?? 3) + consequences.length + problems.length;
  for (const { score, gate, explanation } of values)
    sum += (score ?? 1) + (gate ?? 2) + explanation.parts.length + explanation.cases.length;
  return sum + audit.verify.length;
}

function explainPacked(scorer: Scorer, { outcomes }: SheetOutcome, inputs: readonly ValueInput[]) {
  let sum = 0;
  for (let index = 0; index < outcomes.length; index += 1) {
    const [outcome, input] = [outcomes[index], inputs[index]];
    const definition = scorer.values[index]?.definition;
    if (!outcome || !input || !definition) continue;
    const { parts, cases } = explanationOf(definition, outcome, input);
    sum += parts.length + cases.length;
  }
  return sum;
}

function told(framework: FrameworkDocument, policy: PolicyDocument, input: SheetInput): number {
  const result = scoreSheet(framework, policy, input);
  let sum = explainSheet(policy, result).total.soFar;
  for (const { explanation } of result.values)
    for (const line of renderExplanation(explanation, "zh")) sum += line.length;
  return sum;
}

function contestants({ framework, policy, scorer, signals, named, inputs }: Material) {
  const { width } = scorer;
  const packed = (work: (outcome: SheetOutcome, sheet: number) => number) => () => {
    let sum = 0;
    for (let at = 0, sheet = 0; at < signals.length; at += width, sheet += 1)
      sum += work(scorer.packed(signals, at), sheet);
    return sum;
  };
  const keyed = (work: (input: SheetInput) => number) => () => {
    let sum = 0;
    for (const input of named) sum += work(input);
    return sum;
  };
  const explain = (outcome: SheetOutcome, sheet: number) =>
    readPacked(outcome) + explainPacked(scorer, outcome, inputs[sheet] ?? []);
  const list: Contestant[] = [
    { name: "bare loop", count: SHEETS, run: () => addUp(signals, width) },
    { name: "packed, explanation off", count: SHEETS, run: packed(readPacked) },
    { name: "packed, explanation on", count: SHEETS, run: packed(explain) },
    {
      name: "named, explanation on",
      count: SHEETS,
      run: keyed((input) => readNamed(scoreSheet(framework, policy, input))),
    },
    { name: "named, sentences", count: SHEETS, run: keyed((i) => told(framework, policy, i)) },
  ];
  return list;
}

function table(results: readonly Measured[]) {
  const [bare] = results;
  if (!bare) return;
  const row = (cells: readonly string[]) =>
    say(`  ${cells.map((cell, place) => (place ? cell.padStart(15) : cell.padEnd(26))).join("")}`);
  row(["", "appraisals/s", "ns each", "best–worst ns", "× bare loop"]);
  for (const { name, median, best, worst } of results)
    row([
      name,
      Math.round(1e9 / median).toLocaleString("en"),
      median.toFixed(0),
      `${best.toFixed(0)}–${worst.toFixed(0)}`,
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
    sum += readPacked(scorer.packed(signals, 0));
    if (sheet === MEMORY_SHEETS / 10 || sheet === MEMORY_SHEETS / 2) report(sheet);
  }
  report(MEMORY_SHEETS);
  return sum;
}

export function bench() {
  const material = prepare();
  say(
    `  ${SHEETS.toLocaleString("en")} distinct appraisals of six values, ${ROUNDS} rounds, median`,
  );
  const results = measure(contestants(material), ROUNDS);
  table(results);
  verdict(results);
  say("  memory, packed:");
  memoryOf(material);
}
