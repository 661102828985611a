import { useTranslations } from "next-intl";
import { ValueMarks } from "@/components/mine/value-marks";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { OwnInterview } from "@/lib/interview/types";
import { AppointmentCard } from "../appointment/appointment-card";
import { PreparationCard } from "../preparation/preparation-card";

interface OwnInterviewProps {
  interview: OwnInterview;
  now: Date;
}

/** The employee's own side of the interview, before it is held. Direct children of a `.page`. */
export function OwnInterviewView({ interview, now }: OwnInterviewProps) {
  const text = useTranslations("interview.own");
  const { appraisalId, cycle, managerName, dueAt, arranging, preparation, values } = interview;
  return (
    <>
      <PageHeader
        title={text("title", { year: String(cycle.year), quarter: String(cycle.quarter) })}
        subtitle={text("with", { name: managerName })}
        back={<BackLink href="/mine">{text("back")}</BackLink>}
        actions={dueAt === null ? null : <Deadline due={dueAt} now={now} />}
      />
      <Notice title={text("lead.title")}>{text("lead.body")}</Notice>
      <AppointmentCard appraisalId={appraisalId} arranging={arranging} />
      <PreparationCard
        appraisalId={appraisalId}
        preparation={preparation}
        writable={arranging.shut === null}
      />
      <Card
        title={text("self.title")}
        note={text("self.note")}
        actions={
          <LinkButton size="sm" variant="quiet" href={`/self-review/${appraisalId}`}>
            {text("self.open")}
          </LinkButton>
        }
      >
        <ValueMarks values={values} />
      </Card>
    </>
  );
}
