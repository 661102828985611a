import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import type { DossierValue } from "@/lib/dossier/types";

type Flagged = Pick<
  DossierValue,
  "toVerify" | "toApprove" | "routing" | "verification" | "approval" | "doubt" | "drawn" | "changes"
>;

/** What the rules still ask for this score, and what was already given. */
export function ValueFlags({ value }: { value: Flagged }) {
  const text = useTranslations("dossier.flags");
  const { toVerify, toApprove, routing, verification, approval, doubt, drawn, changes } = value;
  const untouched = changes.some((change) => change.untouched);
  const asked =
    routing.verify ||
    routing.beneficiaryView ||
    routing.sanction ||
    !(routing.refer || drawn !== null);
  return (
    <>
      {untouched ? <Chip tone="rust">{text("untouched")}</Chip> : null}
      {changes.length > 0 && !untouched ? <Chip tone="amber">{text("changed")}</Chip> : null}
      {doubt === null ? null : <Chip tone="indigo">{text("doubt")}</Chip>}
      {routing.sanction ? <Chip tone="rust">{text("sanction")}</Chip> : null}
      {drawn === null || asked ? null : <Chip>{text(drawn)}</Chip>}
      {toVerify && asked && !routing.approve ? <Chip tone="indigo">{text("verify")}</Chip> : null}
      {toVerify && routing.approve ? <Chip tone="amber">{text("beneficiary")}</Chip> : null}
      {verification?.verdict === "confirmed" && !toVerify ? (
        <Chip tone="jade">{text("verified")}</Chip>
      ) : null}
      {toApprove && !toVerify ? <Chip tone="amber">{text("approve")}</Chip> : null}
      {approval?.verdict === "approved" ? <Chip tone="jade">{text("approved")}</Chip> : null}
    </>
  );
}
