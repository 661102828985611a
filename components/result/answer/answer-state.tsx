import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { Result } from "@/lib/result/types";

/** What the employee answered and when; for everybody else also that nothing was answered yet. */
export function AnswerState({ result }: { result: Result }) {
  const text = useTranslations("result.answer");
  const refusals = useTranslations("errors");
  const { moment } = useReader();
  const { answer, own, answerShut } = result;
  if (answer === null) {
    if (answerShut !== null)
      return (
        <Notice tone="warn" title={text("closedTitle")}>
          {refusals(answerShut)}
        </Notice>
      );
    return own ? null : <Notice title={text("waiting.title")}>{text("waiting.body")}</Notice>;
  }
  const title = own ? "ownTitle" : "title";
  if (answer.kind !== "objected")
    return (
      <Notice tone="success" title={text(`acknowledged.${title}`)}>
        {text(`acknowledged.${answer.kind}`, { when: moment(answer.at) })}
      </Notice>
    );
  return (
    <Notice tone="warn" title={text(`objected.${title}`)}>
      <p>{moment(answer.at)}</p>
      {answer.text === null ? (
        <p>{text("objected.hidden")}</p>
      ) : (
        <blockquote className="my-2 border-s-3 border-amber ps-3 whitespace-pre-wrap text-ink">
          {answer.text}
        </blockquote>
      )}
      {own ? <p>{text("objected.next")}</p> : null}
    </Notice>
  );
}
