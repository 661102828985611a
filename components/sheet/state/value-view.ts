import type {
  FrameworkDocument,
  SheetResult,
  SheetValueResult,
  ValueDefinition,
} from "@/lib/scoring";
import { valueOf } from "@/lib/sheet/rules";
import type { SheetPair, SheetValue, Side } from "@/lib/sheet/types";

/** All a ladder needs to draw one value of one side. */
export interface ValueView {
  readonly side: Side;
  readonly definition: ValueDefinition;
  readonly result: SheetValueResult;
  readonly own: SheetValue;
  /** The other side's, for its cases; null where it is not shown. */
  readonly other: SheetValue | null;
}

export function valueView(
  framework: FrameworkDocument,
  result: SheetResult,
  sheets: SheetPair,
  side: Side,
  key: string,
): ValueView | null {
  const definition = framework.values.find((value) => value.key === key);
  const scored = result.values.find((value) => value.key === key);
  if (definition === undefined || scored === undefined) return null;
  return {
    side,
    definition,
    result: scored,
    own: valueOf(sheets[side], key),
    other: side === "manager" ? valueOf(sheets.self, key) : null,
  };
}
