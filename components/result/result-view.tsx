import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import { RecordCard } from "@/components/interview/record";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { unitText } from "@/lib/departments/rules";
import type { FormerResult, Result } from "@/lib/result/types";
import { AnswerBar } from "./answer/answer-bar";
import { AnswerState } from "./answer/answer-state";
import { ConfirmMinutes } from "./answer/confirm-minutes";
import { ObjectLater } from "./answer/object-later";
import { Consequences } from "./consequences";
import { Compared } from "./former/compared";
import { FormerResults } from "./former/former-results";
import { Hero } from "./hero";
import { PrintButton } from "./paper/print-button";
import { ReaderMark } from "./paper/reader-mark";
import { SignLines } from "./paper/sign-lines";
import { ValueResult } from "./value-result";

interface ResultViewProps {
  result: Result;
  /** What was published of the sheet before, the latest first. */
  former: readonly FormerResult[];
  reader: { readonly name: string; readonly number: string };
  now: Date;
}

/** The published result, the same for the employee and those above. Direct children of a `.page`. */
export function ResultView({ result, former, reader, now }: ResultViewProps) {
  const text = useTranslations("result");
  const { dossier, interview, own, answerShut } = result;
  const { appraisalId, version, dueAt } = dossier;
  const open = dossier.state === "published" && answerShut === null;
  const unconfirmed =
    interview !== null && interview.confirmedAt === null && interview.contest === null;
  return (
    <>
      <ResultHeader result={result} />
      {former[0] === undefined ? null : <Compared result={result} former={former[0]} />}
      <AnswerState result={result} decideAt={`/hr-audit/${appraisalId}`} />
      <Hero result={result} />
      <Consequences result={result} />
      <Card title={text("values.title")} flush>
        <ul className="paper-close border-t border-line">
          {dossier.values.map((value) => (
            <ValueResult key={value.key} value={value} />
          ))}
        </ul>
      </Card>
      {interview === null ? null : (
        <RecordCard record={interview} values={dossier.values} open={open}>
          {own && open && unconfirmed ? (
            <ConfirmMinutes appraisalId={appraisalId} version={version} />
          ) : null}
        </RecordCard>
      )}
      {own && open ? (
        <AnswerBar
          appraisalId={appraisalId}
          version={version}
          minutesConfirmed={!unconfirmed}
          deadline={dueAt === null ? null : <Deadline due={dueAt} now={now} />}
        />
      ) : null}
      {result.mayObject ? (
        <ObjectLater
          appraisalId={appraisalId}
          version={version}
          deadline={dueAt === null ? null : <Deadline due={dueAt} now={now} />}
        />
      ) : null}
      <FormerResults former={former} own={own} />
      <SignLines />
      <ReaderMark reader={reader} now={now} />
    </>
  );
}

function ResultHeader({ result }: { result: Result }) {
  const text = useTranslations("result");
  const words = useTranslations("dossier");
  const { locale, moment } = useReader();
  const { dossier, own, publishedAt } = result;
  const signed = useSigned();
  const { person, managerName, appraisalId, cycle } = dossier;
  const quarter = { year: String(cycle.year), quarter: String(cycle.quarter) };
  const unit = unitText(person, locale);
  const facts = [
    managerName === null
      ? null
      : text("scoredBy", { name: signed({ by: managerName, byFor: dossier.managerFor }) }),
    publishedAt === null ? null : text("published", { when: moment(publishedAt) }),
  ].filter((fact) => fact !== null);
  return (
    <PageHeader
      title={text("heading", quarter)}
      beside={[person.name, unit, words("number", { number: person.number })].join(" · ")}
      subtitle={facts.join(" · ")}
      back={<BackLink href={own ? "/mine" : "/"}>{text(own ? "back.me" : "back.home")}</BackLink>}
      actions={
        <span className="no-print flex flex-wrap gap-3">
          {result.mayTrail ? (
            <LinkButton size="sm" variant="quiet" href={`/appraisals/${appraisalId}/trail`}>
              {text("trail")}
            </LinkButton>
          ) : null}
          <PrintButton label={text("print")} />
        </span>
      }
    />
  );
}
