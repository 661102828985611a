import { useTranslations } from "next-intl";
import { DossierView } from "@/components/dossier/dossier-view";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { Dossier, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring/format";
import { ValueDecision } from "./value-decision";

/** One sheet for HR in charge: what must be verified stands open, each value with its own answer. */
export function AuditDossier({ dossier, now }: { dossier: Dossier; now: Date }) {
  const text = useTranslations("hr-audit.lead");
  const states = useTranslations("dossier.states");
  const mine = dossier.state === "hr_audit";
  const count = dossier.values.filter(({ toVerify }) => toVerify).length;
  return (
    <>
      <DossierView
        dossier={dossier}
        now={now}
        backHref="/hr-audit"
        opens={({ toVerify }) => mine && toVerify}
        lead={
          <Notice tone={mine ? "info" : "warn"}>
            {mine
              ? text("waiting", { count })
              : text("elsewhere", { state: states(dossier.state) })}
          </Notice>
        }
        valueActions={(value) => (mine ? <Answer dossier={dossier} value={value} /> : null)}
      />
    </>
  );
}

function Answer({ dossier, value }: { dossier: Dossier; value: DossierValue }) {
  const { locale } = useReader();
  const halfPoints = value.scores.manager;
  if (halfPoints === null) return null;
  return (
    <ValueDecision
      confirmable={value.toVerify}
      target={{
        appraisalId: dossier.appraisalId,
        version: dossier.version,
        value: value.key,
        valueName: pick(value.name, locale),
        name: dossier.person.name,
        score: formatScore(halfPoints),
        rungs: value.rungs.length,
        gated: value.gated,
        needsView: value.routing.beneficiaryView,
      }}
    />
  );
}
