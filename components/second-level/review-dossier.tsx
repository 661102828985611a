import { useTranslations } from "next-intl";
import { DossierView } from "@/components/dossier/dossier-view";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { Dossier } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { ReviewDecision } from "./review-decision";

/** The whole sheet for the second level, with the decision in the bottom bar. */
export function ReviewDossier({ dossier, now }: { dossier: Dossier; now: Date }) {
  const text = useTranslations("second-level");
  const states = useTranslations("dossier.states");
  const { locale } = useReader();
  const mine = dossier.state === "second_level";
  return (
    <>
      <DossierView
        dossier={dossier}
        now={now}
        backHref="/second-level"
        opens={({ toVerify, toApprove, scores }) =>
          mine && (toVerify || toApprove || scores.self !== scores.manager)
        }
        lead={
          <Notice tone={mine ? "info" : "warn"}>
            {mine ? text("lead.waiting") : text("lead.elsewhere", { state: states(dossier.state) })}
          </Notice>
        }
      >
        {mine ? (
          <ReviewDecision
            target={{
              appraisalId: dossier.appraisalId,
              version: dossier.version,
              name: dossier.person.name,
              managerName: dossier.managerName,
              values: dossier.values.map(({ key, name, rungs, gated }) => ({
                key,
                name: pick(name, locale),
                rungs: rungs.length,
                gated,
              })),
            }}
          />
        ) : null}
      </DossierView>
    </>
  );
}
