import { useTranslations } from "next-intl";
import { pinValues } from "@/components/dossier/basket/pin-values";
import { LockNotice } from "@/components/dossier/decision/lock-notice";
import { DossierView, type ReadingPage } from "@/components/dossier/dossier-view";
import { placeHref } from "@/components/dossier/reading/href";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { pick } from "@/lib/i18n/pick";
import { DecisionForm } from "./decision-form";

/** One 5 with everything it stands on and the decision at its foot. */
export function ApprovalDossier(page: ReadingPage) {
  const text = useTranslations("approval");
  const { locale } = useReader();
  const { dossier, focus } = page;
  const { appraisalId, version, locked } = dossier;
  return (
    <DossierView
      {...page}
      room={{ href: "/approvals", title: text("title"), no: "decline" }}
      lead={locked === null ? <Notice>{text("lead")}</Notice> : <LockNotice locked={locked} />}
      valueActions={({ key, name, toApprove, scores }) => {
        if (!toApprove || locked !== null) return null;
        return key === focus ? (
          <DecisionForm
            // Words for one score are not those for another.
            key={`${key} ${scores.manager}`}
            appraisalId={appraisalId}
            version={version}
            value={key}
            valueName={pick(name, locale)}
            round={page.dossier.round}
            values={pinValues(page.dossier.values, locale)}
          />
        ) : (
          <div className="flex justify-end border-t border-line pt-4">
            <LinkButton size="sm" href={placeHref("/approvals", { appraisalId, value: key })}>
              {text("list.open")}
            </LinkButton>
          </div>
        );
      }}
    />
  );
}
