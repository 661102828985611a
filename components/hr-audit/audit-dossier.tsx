import { useTranslations } from "next-intl";
import { pinValues } from "@/components/dossier/basket/pin-values";
import { LockNotice } from "@/components/dossier/decision/lock-notice";
import { Links } from "@/components/dossier/beneficiary/links";
import { MakeLink } from "@/components/dossier/beneficiary/make-link";
import { RecordView } from "@/components/dossier/beneficiary/record-view";
import { DossierView, type ReadingPage } from "@/components/dossier/dossier-view";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { Dossier, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring/format";
import { reopenable } from "@/lib/appraisal/stages";
import { ReopenSheet } from "./reopen-sheet";
import { ValueDecision } from "./decision/value-decision";

/** One score for HR in charge, read beside all it stands on, with its own answer at its foot. */
export function AuditDossier(page: ReadingPage) {
  const text = useTranslations("hr-audit");
  const states = useTranslations("dossier.states");
  const { locale } = useReader();
  const { dossier } = page;
  const mine = dossier.state === "hr_audit";
  const count = dossier.values.filter(({ toVerify }) => toVerify).length;
  return (
    <DossierView
      {...page}
      room={{ href: "/hr-audit", title: text("title"), no: "return" }}
      lead={
        mine && dossier.locked !== null ? (
          <LockNotice locked={dossier.locked} />
        ) : (
          <Notice tone={mine ? "info" : "warn"}>
            {mine && count === 0 && dossier.awaitsDraw
              ? text("lead.awaitsDraw")
              : mine
                ? text("lead.waiting", { count })
                : text("lead.elsewhere", { state: states(dossier.state) })}
          </Notice>
        )
      }
      valueActions={(value) =>
        dossier.locked === null ? (
          <>
            {value.mayAsk ? <Ask dossier={dossier} value={value} /> : null}
            {mine ? (
              <Answer dossier={dossier} value={value} read={value.key === page.focus} />
            ) : null}
          </>
        ) : null
      }
    >
      {reopenable.includes(dossier.state) && !(mine && dossier.locked !== null) ? (
        <ReopenSheet
          appraisalId={dossier.appraisalId}
          state={dossier.state}
          version={dossier.version}
          name={dossier.person.name}
          values={pinValues(dossier.values, locale)}
        />
      ) : null}
    </DossierView>
  );
}

/** Whom HR asked, what they said, and how it asks. */
function Ask({ dossier, value }: Omit<AnswerProps, "read">) {
  const { locale } = useReader();
  const views = value.views.filter(({ byLink }) => !byLink).map(({ id, asked }) => ({ id, asked }));
  const valueName = pick(value.name, locale);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <RecordView {...{ appraisalId: dossier.appraisalId, value: value.key, valueName, views }} />
        <MakeLink {...{ appraisalId: dossier.appraisalId, value: value.key, valueName }} />
      </div>
      <Links appraisalId={dossier.appraisalId} links={value.links} />
    </div>
  );
}

interface AnswerProps {
  dossier: Dossier;
  value: DossierValue;
  /** Whether it is the one in focus. */
  read: boolean;
}

function Answer({ dossier, value, read }: AnswerProps) {
  const { locale } = useReader();
  const halfPoints = value.scores.manager;
  if (halfPoints === null) return null;
  const score = formatScore(halfPoints);
  const values = pinValues(dossier.values, locale);
  return (
    <ValueDecision
      // Words for one score are not those for another.
      key={`${value.key} ${score}`}
      confirmable={value.toVerify}
      read={read}
      target={{
        appraisalId: dossier.appraisalId,
        version: dossier.version,
        value: value.key,
        valueName: pick(value.name, locale),
        name: dossier.person.name,
        score,
        rungs: value.rungs.length,
        gated: value.gated,
        asked: value.questions.some(({ answer }) => answer === null),
        unheard: value.routing.beneficiaryView && value.views.length === 0,
        returnReasons: dossier.returnReasons,
        round: dossier.round,
        cases: values.find(({ key }) => key === value.key)?.cases ?? [],
        values,
      }}
    />
  );
}
