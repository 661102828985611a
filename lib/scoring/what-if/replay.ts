import type { FrameworkDocument } from "../documents/framework";
import { encode } from "../ladder/signals";
import { scorerOf, type Scorer } from "../sheet/scorer";
import { compare, pairValues, type Remarks } from "./compare";
import { tally } from "./tally";
import type { PackedReplayInput, ReplayCounts, ReplayInput, ReplayRecord, Rules } from "./types";

export type Replay = {
  /** Judges one person anew under both sets of rules, counts them, and says what would be another way for them. */
  readonly add: (appraisal: ReplayInput) => ReplayRecord;
  /** The same for a sheet packed as signals of the framework before. */
  readonly addPacked: (appraisal: PackedReplayInput) => ReplayRecord;
  /** All counted so far; a copy. */
  readonly counts: () => ReplayCounts;
};

const nothingSaid = { judgements: {}, cases: [] };

/**
 * Where each signal of the sheet after is found in the sheet before, −1 for rungs that were not there to be judged;
 * null when both frameworks have the same rungs in the same places.
 */
function readingOf(before: Scorer, after: Scorer): Int32Array | null {
  const places = new Map(before.values.map((value) => [value.definition.key, value]));
  const reading = new Int32Array(after.width).fill(-1);
  for (const { definition, offset } of after.values) {
    const source = places.get(definition.key);
    const known = source?.definition.rungs.length ?? 0;
    definition.rungs.forEach((_, index) => {
      if (source !== undefined && index < known) reading[offset + index] = source.offset + index;
    });
  }
  const same = before.width === after.width && reading.every((from, index) => from === index);
  return same ? null : reading;
}

function checkKeys(before: FrameworkDocument, after: FrameworkDocument): void {
  const keys = ({ values }: FrameworkDocument) => values.map(({ key }) => key).sort();
  if (keys(before).join(" ") !== keys(after).join(" "))
    throw new RangeError("the frameworks do not have the same values");
}

/**
 * Replays sheets under other rules: the same framework with another policy, or a version of the framework with the same
 * values. Memory does not grow with the people; who they are is in the records, for the caller to keep or let go.
 * RangeError when the frameworks do not have the same values.
 */
export function replay(before: Rules, after: Rules): Replay {
  checkKeys(before.framework, after.framework);
  const was = scorerOf(before.framework, before.policy);
  const is = scorerOf(after.framework, after.policy);
  const reading = readingOf(was, is);
  const keys = before.framework.values.map(({ key }) => key);
  const keysAfter = after.framework.values.map(({ key }) => key);
  const sums = tally(before, after);
  const refers = {
    before: before.policy.referWhenInDoubt === true,
    after: after.policy.referWhenInDoubt === true,
  };
  const own = new Uint8Array(was.width);
  const other = new Uint8Array(is.width);

  function addPacked({ id, signals, at, written, inDoubt }: PackedReplayInput): ReplayRecord {
    const remarks: Remarks = { written, inDoubt, refers };
    const first = was.packed(signals, at);
    reading?.forEach((from, index) => {
      other[index] = from < 0 ? 0 : (signals[at + from] ?? 0);
    });
    const second = reading === null ? is.packed(signals, at) : is.packed(other, 0);
    const pairs = pairValues({ keys, sheet: first }, { keys: keysAfter, sheet: second });
    const record = compare(id, first, second, pairs, remarks);
    sums.add(record, [first, second], pairs, remarks);
    return record;
  }

  function add({ id, values }: ReplayInput): ReplayRecord {
    const inputs = new Map(Object.entries(values));
    for (const { definition, offset } of was.values)
      encode(definition, inputs.get(definition.key) ?? nothingSaid, own, offset);
    const keysWith = (test: (key: string) => boolean) => keys.filter(test);
    return addPacked({
      id,
      signals: own,
      at: 0,
      written: keysWith((key) => (inputs.get(key)?.justification ?? "").trim() !== ""),
      inDoubt: keysWith((key) => inputs.get(key)?.inDoubt === true),
    });
  }

  return { add, addPacked, counts: sums.counts };
}
