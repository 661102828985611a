import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import type { DossierValue } from "@/lib/dossier/types";
import type { ShownQuestion } from "@/lib/questions/types";

/** What the approver asked about a score and what HR answered, side by side. */
export function Questions({ value: { questions, gated } }: { value: DossierValue }) {
  const text = useTranslations("dossier.questions");
  if (questions.length === 0) return null;
  return (
    <section
      aria-label={text("title")}
      className="grid gap-3 rounded-lg border border-amber-line bg-amber-wash px-4 py-3"
    >
      {questions.map((question) => (
        <div key={question.id} className="grid gap-3 md:grid-cols-2">
          <Asked question={question} gated={gated} />
          <Answered answer={question.answer} />
        </div>
      ))}
    </section>
  );
}

function Asked({ question, gated }: { question: ShownQuestion; gated: boolean }) {
  const text = useTranslations("dossier.questions");
  const rounds = useTranslations("dossier.rounds");
  const { moment } = useReader();
  const signed = useSigned();
  const { words, at, point, caseTitle } = question;
  const about = [
    point === null ? null : rounds("rung", { point, gated: gated ? "yes" : "no" }),
    caseTitle === null ? null : rounds("case", { title: caseTitle }),
  ].filter((part) => part !== null);
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold">{text("title")}</span>
        <span className="text-xs text-ink-2">
          {[text("by", { name: signed(question), when: moment(at) }), ...about].join(" · ")}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{words}</p>
    </div>
  );
}

function Answered({ answer }: Pick<ShownQuestion, "answer">) {
  const text = useTranslations("dossier.questions");
  const { moment } = useReader();
  const signed = useSigned();
  if (answer === null) return <p className="text-sm text-ink-2">{text("open")}</p>;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold">{text("answer")}</span>
        <span className="text-xs text-ink-2">
          {text("by", { name: signed(answer), when: moment(answer.at) })}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{answer.words}</p>
    </div>
  );
}
