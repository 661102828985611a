import { useTranslations } from "next-intl";
import { DossierView } from "@/components/dossier/dossier-view";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { Dossier } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { DecisionForm } from "./decision-form";

/** The 5s of one sheet with everything they stand on, and the decision at each. */
export function ApprovalDossier({ dossier, now }: { dossier: Dossier; now: Date }) {
  const text = useTranslations("approval");
  const { locale } = useReader();
  const { appraisalId, version } = dossier;
  return (
    <>
      <DossierView
        dossier={dossier}
        now={now}
        backHref="/approvals"
        lead={<Notice>{text("lead")}</Notice>}
        valueActions={({ key, name, toApprove }) =>
          toApprove ? (
            <DecisionForm
              appraisalId={appraisalId}
              version={version}
              value={key}
              valueName={pick(name, locale)}
            />
          ) : null
        }
      />
    </>
  );
}
