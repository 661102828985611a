import type { OpeningPreview } from "@/lib/cycle/types";
import type { ExemptReason } from "@/lib/participation/types";
import type { Bilingual } from "@/lib/scoring";

const figures = [
  "people",
  "withoutSecondLevel",
  "approverAbove",
  "withoutApprover",
  "withoutHrPartner",
] as const;

/** What is counted: a figure of the preview, those exempt for a reason, or those of a division. */
export type Counted =
  | { readonly figure: (typeof figures)[number] }
  | { readonly reason: ExemptReason }
  | { readonly division: Bilingual };

export type Difference = Counted & { readonly from: number; readonly to: number };

/** The numbers that are not the same in two previews of one opening. */
export function previewDifferences(before: OpeningPreview, now: OpeningPreview): Difference[] {
  const ofReason = ({ exempt }: OpeningPreview, reason: ExemptReason) =>
    exempt.find((one) => one.reason === reason)?.count ?? 0;
  const ofDivision = ({ divisions }: OpeningPreview, id: string) =>
    divisions.find((division) => division.id === id)?.people ?? 0;
  const exempt = new Set([...before.exempt, ...now.exempt].map(({ reason }) => reason));
  const divisions = new Map(
    [...before.divisions, ...now.divisions].map(({ id, name }) => [id, name]),
  );
  return [
    ...figures.map((figure) => ({ figure, from: before[figure], to: now[figure] })),
    ...[...exempt].map((reason) => ({
      reason,
      ...{ from: ofReason(before, reason), to: ofReason(now, reason) },
    })),
    ...[...divisions].map(([id, division]) => ({
      division,
      ...{ from: ofDivision(before, id), to: ofDivision(now, id) },
    })),
  ].filter(({ from, to }) => from !== to);
}
