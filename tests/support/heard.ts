import type { Tx } from "@/lib/db/transaction";
import type { Routing, SheetResult } from "@/lib/scoring";

interface Scored {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly routing: Routing;
}

export function scoredOf({ values }: SheetResult): readonly Scored[] {
  return values.map(({ key, score, routing }) => ({
    valueKey: key,
    halfPoints: score ?? 0,
    routing,
  }));
}

/** HR asked who benefited of every 5. */
export async function hearAll(
  tx: Tx,
  appraisalId: string,
  scored: readonly Scored[],
  recorded: { readonly byId: string; readonly at: Date },
) {
  const day = new Date("2026-11-18T00:00:00Z");
  const said = {
    asked: "上课的学员",
    askedOn: day,
    way: "phone" as const,
    said: "学员说当天就收到了回复。",
  };
  await tx.beneficiaryView.createMany({
    data: scored
      .filter(({ routing }) => routing.beneficiaryView)
      .map(({ valueKey }) => ({ appraisalId, valueKey, ...said, ...recorded })),
  });
}
