import type { ExemptReason } from "@/lib/participation/types";
import type { Bilingual, HalfPoints, YearResult, YearValue } from "@/lib/scoring";

/** One quarter of a person as the year sees it. `result` is null until it is published. */
export interface YearRow {
  readonly year: number;
  readonly quarter: number;
  readonly closed: boolean;
  readonly exemptReason: ExemptReason | null;
  readonly result: {
    readonly total: HalfPoints;
    readonly maxTotal: HalfPoints;
    readonly values: readonly YearValue[];
  } | null;
}

/** A person's own year. `names` has every value of its averages. */
export interface OwnYear {
  readonly result: YearResult;
  readonly names: Readonly<Record<string, Bilingual>>;
}
