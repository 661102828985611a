import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import type { Answer, Result } from "@/lib/result/types";

interface AnswerStateProps {
  result: Pick<Result, "answers" | "own" | "answerShut">;
  /** Of a result that was reopened: nothing follows any more. */
  former?: boolean;
  /** Where whoever may read an objection decides about it. */
  decideAt?: string;
}

/** What the employee answered and when; for everybody else also that nothing was answered yet. */
export function AnswerState({ result, former = false, decideAt }: AnswerStateProps) {
  const text = useTranslations("result.answer");
  const refusals = useTranslations("errors");
  const { answers, own, answerShut } = result;
  if (answers.length > 0)
    return answers.map((answer) =>
      answer.kind === "objected" ? (
        <Objection key={answer.kind} {...{ answer, own, decideAt }} settled={former} />
      ) : (
        <Reading key={answer.kind} answer={answer} kind={answer.kind} own={own} />
      ),
    );
  if (answerShut !== null)
    return (
      <Notice tone="warn" title={text("closedTitle")}>
        {refusals(answerShut)}
      </Notice>
    );
  return own ? null : <Notice title={text("waiting.title")}>{text("waiting.body")}</Notice>;
}

interface AnswerProps {
  answer: Answer;
  own: boolean;
}

function Reading({ answer, kind, own }: AnswerProps & { kind: "accepted" | "reserved" }) {
  const text = useTranslations("result.answer.acknowledged");
  const { moment } = useReader();
  return (
    <Notice
      tone={kind === "reserved" ? "warn" : "success"}
      title={text(own ? "ownTitle" : "title")}
    >
      <p>{text(kind, { when: moment(answer.at) })}</p>
      {answer.text === null ? null : <Words>{answer.text}</Words>}
    </Notice>
  );
}

interface ObjectionProps extends AnswerProps {
  settled: boolean;
  decideAt: string | undefined;
}

/** What manager and HR sign says that there is one, never its words: they are between the employee and HR. */
function Objection({ answer, own, settled, decideAt }: ObjectionProps) {
  const text = useTranslations("result.answer.objected");
  const { moment } = useReader();
  return (
    <Notice tone="warn" title={text(own ? "ownTitle" : "title")}>
      <p>{moment(answer.at)}</p>
      {answer.text === null ? (
        <p>{text("hidden")}</p>
      ) : (
        <>
          <div className="no-print">
            <Words>{answer.text}</Words>
          </div>
          <p className="hidden print:block">{text("hidden")}</p>
        </>
      )}
      {own && !settled ? <p>{text("next")}</p> : null}
      {!own && !settled && answer.text !== null && decideAt !== undefined ? (
        <p className="no-print mt-2">
          <LinkButton size="sm" href={decideAt}>
            {text("decide")}
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  );
}

function Words({ children }: { children: string }) {
  return (
    <blockquote className="my-2 border-s-3 border-amber ps-3 whitespace-pre-wrap text-ink">
      {children}
    </blockquote>
  );
}
