import { useTranslations } from "next-intl";
import { useWhen } from "@/components/interview/appointment/use-when";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Card } from "@/components/ui/layout/card";
import { ownTurn } from "@/lib/result/rules";
import type { OwnAppraisal } from "@/lib/result/types";
import { OwnStepper } from "./own-stepper";

interface CurrentCardProps {
  appraisal: OwnAppraisal;
  now: Date;
}

/** The running quarter: where it stands, whose turn it is, until when, and the one thing I can do. */
export function CurrentCard({ appraisal, now }: CurrentCardProps) {
  const text = useTranslations("mine");
  const { moment } = useReader();
  const whenOf = useWhen();
  const { step, result, opensAt, deadlines, managerName, appraisalId, appointment } = appraisal;
  const turn = ownTurn({ ...appraisal, answer: result?.answer ?? null }, now);
  const quarter = { year: String(appraisal.year), quarter: String(appraisal.quarter) };
  const answered = result !== null && result.answer !== null;
  const deadline = answered ? null : deadlines[step];
  return (
    <Card title={text("quarter", quarter)}>
      <div className="grid gap-4">
        <OwnStepper
          quarter={appraisal}
          step={step}
          begun={turn !== "self_review_later"}
          finished={answered && result.answer !== "objected"}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <div className="grid min-w-0 flex-1 basis-72 gap-1">
            <p>
              {text(`owner.${turn}`, {
                name: managerName ?? text("manager"),
                when: opensAt === null ? "" : moment(opensAt),
                appointment: appointment === null ? "" : whenOf(appointment),
                place: appointment?.place ?? "",
              })}
            </p>
            {appraisal.reopened ? <p>{text("reopened")}</p> : null}
            {deadline === null || turn === "self_review_later" ? null : (
              <Deadline due={deadline} now={now} />
            )}
          </div>
          <div className="flex flex-wrap gap-3">
            <LinkButton size="md" variant="quiet" href={`/appraisals/${appraisalId}/trail`}>
              {text("action.trail")}
            </LinkButton>
            {appraisal.reopened ? (
              <LinkButton size="md" variant="quiet" href={`/results/${appraisalId}`}>
                {text("action.former")}
              </LinkButton>
            ) : null}
            <Action appraisal={appraisal} turn={turn} />
          </div>
        </div>
      </div>
    </Card>
  );
}

interface ActionProps {
  appraisal: OwnAppraisal;
  turn: ReturnType<typeof ownTurn>;
}

function Action({ appraisal: { result, appraisalId }, turn }: ActionProps) {
  const text = useTranslations("mine.action");
  if (result !== null) {
    const open = result.answer === null;
    return (
      <LinkButton variant={open ? "primary" : "secondary"} href={`/results/${appraisalId}`}>
        {text(open ? "result" : "seeResult")}
      </LinkButton>
    );
  }
  if (turn === "interview" || turn === "interview_arranged")
    return (
      <LinkButton variant="primary" href={`/interview/${appraisalId}`}>
        {text(turn)}
      </LinkButton>
    );
  const mine = turn === "self_review" || turn === "self_review_returned";
  return (
    <LinkButton variant={mine ? "primary" : "secondary"} href={`/self-review/${appraisalId}`}>
      {text(mine ? turn : "seeReview")}
    </LinkButton>
  );
}
