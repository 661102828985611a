import type { ReactNode } from "react";
import type { Dossier, DossierValue } from "@/lib/dossier/types";
import { DossierHeader } from "./dossier-header";
import { History } from "./history";
import { Sums } from "./sums/sums";
import { ValueCard } from "./value-card";

interface DossierViewProps {
  dossier: Dossier;
  now: Date;
  backHref?: string;
  /** Values to unfold at first; by default those that something is still asked of. */
  opens?: (value: DossierValue) => boolean;
  /** Decisions on one value, at the foot of its card. */
  valueActions?: (value: DossierValue) => ReactNode;
  /** Between the heading and the values, e.g. what is asked of the reader. */
  lead?: ReactNode;
  /** After everything, e.g. a bottom bar with the decision on the whole sheet. */
  children?: ReactNode;
}

/** One appraisal, read only. A direct child of a `.page`. */
export function DossierView({
  dossier,
  now,
  backHref,
  opens = ({ toVerify, toApprove }) => toVerify || toApprove,
  valueActions,
  lead,
  children,
}: DossierViewProps) {
  return (
    <>
      <DossierHeader dossier={dossier} now={now} backHref={backHref} />
      {lead}
      <div className="grid gap-3">
        {dossier.values.map((value) => (
          <ValueCard
            key={value.key}
            value={value}
            open={opens(value)}
            actions={valueActions?.(value)}
          />
        ))}
      </div>
      {dossier.sums === null ? null : <Sums sums={dossier.sums} />}
      <History entries={dossier.history} values={dossier.values} />
      {children}
    </>
  );
}
