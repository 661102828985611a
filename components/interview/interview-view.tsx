import { useTranslations } from "next-intl";
import { DossierHeader } from "@/components/dossier/dossier-header";
import { PrintButton } from "@/components/result/paper/print-button";
import { ReaderMark } from "@/components/result/paper/reader-mark";
import { SignLines } from "@/components/result/paper/sign-lines";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import type { InterviewGuide } from "@/lib/interview/types";
import { AppointmentCard } from "./appointment/appointment-card";
import { formId } from "./form/form-id";
import { InterviewForm } from "./form/interview-form";
import { PreparationCard } from "./preparation/preparation-card";
import { RecordCard } from "./record";
import { TalkingPoints } from "./guide/talking-points";

interface InterviewViewProps {
  sheet: InterviewGuide;
  reader: { readonly name: string; readonly number: string };
  now: Date;
}

/** The sheet to hold the interview with beside the form that records it. Direct children of a `.page`. */
export function InterviewView({ sheet, reader, now }: InterviewViewProps) {
  const text = useTranslations("interview");
  const { dossier, record, draft } = sheet;
  const { appraisalId, state } = dossier;
  return (
    <>
      <DossierHeader dossier={dossier} now={now} backHref="/manager-scoring" />
      <div className="no-print flex flex-wrap items-center gap-3">
        <PrintButton label={text("print")} />
        {record === null ? (
          <LinkButton size="sm" variant="quiet" href={`/manager-scoring/${appraisalId}`}>
            {text("whole")}
          </LinkButton>
        ) : (
          <LinkButton size="sm" variant="quiet" href={`/results/${appraisalId}`}>
            {text("result")}
          </LinkButton>
        )}
        {record === null ? (
          <span className="lg:hidden">
            <LinkButton size="sm" variant="quiet" href={`#${formId}`}>
              {text("form.title")}
            </LinkButton>
          </span>
        ) : null}
      </div>
      {record === null ? (
        <div className="no-print">
          <Notice title={text("lead.title", { name: dossier.person.name })}>
            {text("lead.body")}
          </Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_27rem] print:block print:space-y-4">
        <div className="grid min-w-0 content-start gap-5 print:block print:space-y-4">
          {record === null ? (
            <AppointmentCard appraisalId={appraisalId} arranging={sheet.arranging} />
          ) : null}
          <TalkingPoints sheet={sheet} />
          {sheet.preparation === null ? null : (
            <div className="no-print">
              <PreparationCard
                appraisalId={appraisalId}
                preparation={sheet.preparation}
                writable={sheet.recordShut === null}
              />
            </div>
          )}
        </div>
        {record === null && draft !== null ? (
          <InterviewForm
            appraisalId={appraisalId}
            version={dossier.version}
            name={dossier.person.name}
            heldBetween={sheet.heldBetween}
            directionsFrom={sheet.directionsFrom}
            draft={draft}
            deducted={sheet.deducted}
            deductionsRequired={sheet.deductionsRequired}
            shut={sheet.recordShut}
          />
        ) : null}
        {record === null ? null : (
          <RecordCard record={record} values={dossier.values} open={state === "published"} />
        )}
      </div>
      <SignLines />
      <ReaderMark reader={reader} now={now} />
    </>
  );
}
