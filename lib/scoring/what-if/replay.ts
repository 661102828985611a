import type { FrameworkDocument } from "../documents/framework";
import { encode } from "../ladder/signals";
import { scorerOf } from "../sheet/scorer";
import { compare, pairingOf, type Remarks } from "./compare";
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

const keysOf = ({ values }: FrameworkDocument) => values.map(({ key }) => key);

/** A name for every rung, in the order of the signals of a packed sheet. */
const rungsOf = ({ values }: FrameworkDocument) =>
  values.flatMap(({ key, rungs }) => rungs.map((_, index) => `${key} ${index}`));

/** Where each signal of the sheet after is found in the sheet before, −1 for rungs that were not there to be judged. */
function readingOf(before: FrameworkDocument, after: FrameworkDocument): number[] {
  const places = rungsOf(before);
  return rungsOf(after).map((rung) => places.indexOf(rung));
}

function checkKeys(before: readonly string[], after: readonly string[]): void {
  if (before.toSorted().join(" ") !== after.toSorted().join(" "))
    throw new RangeError("the frameworks do not have the same values");
}

/**
 * Replays sheets under other rules: the same framework with another policy, or a version of the framework with the same
 * values. Memory does not grow with the people; who they are is in the records, for the caller to keep or let go.
 * RangeError when the frameworks do not have the same values.
 */
export function replay(before: Rules, after: Rules): Replay {
  const keys = keysOf(before.framework);
  const keysAfter = keysOf(after.framework);
  checkKeys(keys, keysAfter);
  const was = scorerOf(before.framework, before.policy);
  const is = scorerOf(after.framework, after.policy);
  const reading = readingOf(before.framework, after.framework);
  const pairsOf = pairingOf(keys, keysAfter);
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
    reading.forEach((from, index) => {
      other[index] = from < 0 ? 0 : (signals[at + from] ?? 0);
    });
    const second = is.packed(other, 0);
    const pairs = pairsOf(first, second);
    const record = compare(id, first, second, pairs, remarks);
    sums.add(record, [first, second], pairs, remarks);
    return record;
  }

  function add({ id, values }: ReplayInput): ReplayRecord {
    const inputs = new Map(Object.entries(values));
    own.fill(0);
    for (const { definition, offset } of was.values) {
      const input = inputs.get(definition.key);
      if (input !== undefined) encode(definition, input, own, offset);
    }
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
