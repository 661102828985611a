import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { FormerResults as All } from "@/lib/result/types";
import { ReaderMark } from "../paper/reader-mark";
import { FormerResults } from "./former-results";

interface ReopenedViewProps {
  results: All;
  reader: { readonly name: string; readonly number: string };
  now: Date;
}

/** A result that is worked on anew: where it is and what was published before. Direct children of a `.page`. */
export function ReopenedView({ results, reader, now }: ReopenedViewProps) {
  const text = useTranslations("result");
  const steps = useTranslations("mine.steps");
  const { moment } = useReader();
  const { appraisalId, own, person, cycle, step, dueAt, former } = results;
  const [latest] = former;
  const quarter = { year: String(cycle.year), quarter: String(cycle.quarter) };
  return (
    <>
      <PageHeader
        title={text("heading", quarter)}
        beside={text("former.person", { ...person })}
        back={<BackLink href={own ? "/mine" : "/"}>{text(own ? "back.me" : "back.home")}</BackLink>}
        actions={
          <LinkButton size="sm" variant="quiet" href={`/appraisals/${appraisalId}/trail`}>
            {text("trail")}
          </LinkButton>
        }
      />
      {latest === undefined ? null : (
        <Notice tone="warn" title={text("former.reopened", { when: moment(latest.reopenedAt) })}>
          <p>{text("former.underWay", { step: steps(step) })}</p>
          {dueAt === null ? null : <Deadline due={dueAt} now={now} />}
        </Notice>
      )}
      <FormerResults former={former} own={own} />
      <ReaderMark reader={reader} now={now} />
    </>
  );
}
