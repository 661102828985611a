import { useTranslations } from "next-intl";
import { pinValues } from "@/components/dossier/basket/pin-values";
import { LockNotice } from "@/components/dossier/decision/lock-notice";
import { DossierView, type ReadingPage } from "@/components/dossier/dossier-view";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import { ReviewDecision } from "./review-decision";

interface ReviewDossierProps extends ReadingPage {
  returns: boolean;
}

/** The whole sheet for the second level, with the decision at its foot. */
export function ReviewDossier({ returns, ...page }: ReviewDossierProps) {
  const text = useTranslations("second-level");
  const states = useTranslations("dossier.states");
  const { locale } = useReader();
  const { dossier } = page;
  const mine = dossier.state === "second_level";
  return (
    <DossierView
      {...page}
      room={{ href: "/second-level", title: text("title"), no: "return" }}
      opens={({ toVerify, toApprove, scores }) =>
        mine && (toVerify || toApprove || scores.self !== scores.manager)
      }
      lead={
        mine && dossier.locked !== null ? (
          <LockNotice locked={dossier.locked} />
        ) : (
          <Notice tone={mine ? "info" : "warn"}>
            {mine ? text("lead.waiting") : text("lead.elsewhere", { state: states(dossier.state) })}
          </Notice>
        )
      }
    >
      {mine && dossier.locked === null ? (
        <ReviewDecision
          // Words for one round are not those for another.
          key={`${dossier.appraisalId} ${dossier.round}`}
          round={dossier.round}
          returns={returns}
          target={{
            appraisalId: dossier.appraisalId,
            version: dossier.version,
            name: dossier.person.name,
            managerName: dossier.managerName,
            round: dossier.round,
            values: pinValues(dossier.values, locale),
          }}
        />
      ) : null}
    </DossierView>
  );
}
