import type {
  CaseRef,
  FrameworkDocument,
  SheetInput,
  ValueDefinition,
  Verdict,
} from "@/lib/scoring";

// Made-up appraisals as a company has them: most values stand at 2.5 to 4, a few people slip, a few shine, a claim
// goes without a case now and then. The same every time.

/** Mulberry32: small, quick, and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const [MET, PARTLY, UNMET, SUPPORT, CONTRADICTION] = [1, 2, 3, 4, 8];

function presumedSignal(random: () => number): number {
  const luck = random();
  if (luck < 0.6) return MET;
  if (luck < 0.95) return 0;
  if (luck < 0.97) return PARTLY | CONTRADICTION;
  if (luck < 0.985) return UNMET | CONTRADICTION;
  return luck < 0.995 ? UNMET : MET | CONTRADICTION;
}

/** Three is the usual standard: four of five reach it, half of those the next, few the top. */
const reachedBy = [1, 1, 0.8, 0.5, 0.25];

function evidencedSignal(random: () => number, point: number): number {
  const luck = random();
  const reached = reachedBy[point - 1] ?? 0.25;
  if (luck < reached) return MET | SUPPORT;
  if (luck < reached + 0.12) return PARTLY | SUPPORT;
  if (luck < reached + 0.14) return MET;
  return luck < reached + 0.16 ? UNMET | SUPPORT : UNMET;
}

/** Writes one appraisal into `signals` from `at`: one byte a rung, in the framework's order. */
export function writeSheet(
  values: readonly ValueDefinition[],
  random: () => number,
  signals: Uint8Array,
  at: number,
) {
  let place = at;
  for (const { rungs } of values) {
    let open = true;
    for (const { grant, point } of rungs) {
      const signal = grant === "presumed" ? presumedSignal(random) : evidencedSignal(random, point);
      // Above the gate most judges stop, some go on.
      signals[place] = open || random() < 0.2 ? signal : 0;
      if ((signal & 3) === UNMET) open = false;
      place += 1;
    }
  }
}

const widthOf = (values: readonly ValueDefinition[]) =>
  values.reduce((sum, { rungs }) => sum + rungs.length, 0);

/** `count` appraisals, no two alike, one after the other in one array. */
export function distinctSheets({ values }: FrameworkDocument, count: number): Uint8Array {
  const width = widthOf(values);
  const signals = new Uint8Array(count * width);
  const random = randomOf(20_061_008);
  const seen = new Set<string>();
  while (seen.size < count) {
    const at = seen.size * width;
    writeSheet(values, random, signals, at);
    seen.add(Buffer.from(signals.subarray(at, at + width)).toString("latin1"));
  }
  return signals;
}

const verdicts: readonly (Verdict | undefined)[] = [undefined, "met", "partly", "unmet"];
const titles = [
  "替客户把用途问清楚，省下一成成本",
  "Held the release until the customer's month-end was over",
  "连夜把错发的货追了回来，第二天一早送到",
  "Two new colleagues on their own feet in three weeks",
  "会上没意见，会后另做一套",
  "Promised a call back and did not make it",
];

function casesOf(signal: number, rung: number, sheet: number): CaseRef[] {
  const title = titles[(sheet + rung) % titles.length] ?? "";
  return (["supports", "contradicts"] as const).flatMap((kind) => {
    const filed = (signal & (kind === "supports" ? SUPPORT : CONTRADICTION)) !== 0;
    return filed ? [{ id: `${sheet}-${rung}-${kind}`, rung, kind, title }] : [];
  });
}

/** The same appraisals as the forms send them: by value key, with the cases and their titles. */
export function namedSheets({ values }: FrameworkDocument, signals: Uint8Array): SheetInput[] {
  const width = widthOf(values);
  return Array.from({ length: signals.length / width }, (_, sheet) => {
    let place = sheet * width;
    const entries = values.map(({ key, rungs }) => {
      const own = rungs.map(({ point }, index) => ({ point, signal: signals[place + index] ?? 0 }));
      place += rungs.length;
      const judged = own.flatMap(({ point, signal }) => {
        const verdict = verdicts[signal & 3];
        return verdict === undefined ? [] : [[point, verdict] as const];
      });
      const cases = own.flatMap(({ point, signal }) => casesOf(signal, point, sheet));
      return [
        key,
        { judgements: Object.fromEntries(judged), cases, justification: "写明了事实" },
      ] as const;
    });
    return Object.fromEntries(entries);
  });
}
