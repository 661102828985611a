import type { ValueRounds } from "@/lib/rounds/types";
import type {
  HalfPoints,
  Rules,
  SheetResult,
  SheetValueResult,
  ValueDefinition,
} from "@/lib/scoring";
import { valueOf } from "@/lib/sheet/rules";
import type { SheetPair, SheetValue, Side } from "@/lib/sheet/types";

/** All a ladder needs to draw one value of one side. */
export interface LadderView {
  readonly side: Side;
  readonly definition: ValueDefinition;
  readonly result: SheetValueResult;
  readonly own: SheetValue;
  /** The other side's, for its cases; null where it is not shown. */
  readonly other: SheetValue | null;
  /** Whether half points can be given: “partly” is a judgement. */
  readonly halves: boolean;
  /** Whether the score is up to the policy's usual standard; null without a score or without a line. */
  readonly pass: { readonly line: HalfPoints; readonly reached: boolean } | null;
  /** What is different since the value was handed in before; absent where nothing is. */
  readonly rounds?: ValueRounds | undefined;
}

export function ladderView(
  { framework, policy }: Rules,
  result: SheetResult,
  sheets: SheetPair,
  side: Side,
  key: string,
): LadderView | null {
  const definition = framework.values.find((value) => value.key === key);
  const scored = result.values.find((value) => value.key === key);
  if (definition === undefined || scored === undefined) return null;
  const { passed } = scored;
  const { passLine: line, stepHalfPoints } = policy;
  return {
    side,
    definition,
    result: scored,
    own: valueOf(sheets[side], key),
    other: side === "manager" ? valueOf(sheets.self, key) : null,
    halves: stepHalfPoints === 1,
    pass: line === undefined || passed === null ? null : { line, reached: passed },
  };
}
