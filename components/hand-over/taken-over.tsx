import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { TakeOver } from "@/lib/hand-over/types";
import type { FrameworkDocument } from "@/lib/scoring";
import { isWritten } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";

interface TakenOverProps {
  taken: TakeOver;
  framework: FrameworkDocument;
}

/** For the successor: from whom and how they have the sheet, the sealed note and every draft under its author's name. */
export function TakenOver({ taken, framework }: TakenOverProps) {
  const { from, at, way, note, drafts } = taken;
  const text = useTranslations("hand-over.taker");
  const { moment, text: pick } = useReader();
  const left = drafts.some((draft) => draft.at.getTime() === at.getTime());
  return (
    <Notice tone="info" title={text("title", { when: moment(at), from })}>
      <div className="grid gap-3">
        <p>{text(left ? way : "noDraft", { from })}</p>
        {note === "" ? null : (
          <div>
            <p className="font-semibold">{text("note")}</p>
            <p className="break-words whitespace-pre-wrap">{note}</p>
          </div>
        )}
        {drafts.map((draft) => (
          <Disclosure
            key={draft.at.getTime()}
            summary={text("draft", { from: draft.from, when: moment(draft.at) })}
          >
            <div className="grid gap-4">
              {draft.values.map((value) => {
                const named = framework.values.find(({ key }) => key === value.key);
                return named === undefined ? null : (
                  <FormerValue key={value.key} value={value} name={pick(named.name)} />
                );
              })}
            </div>
          </Disclosure>
        ))}
      </div>
    </Notice>
  );
}

function FormerValue({ value, name }: { value: SheetValue; name: string }) {
  const text = useTranslations("hand-over.taker");
  const verdicts = useTranslations("scoring.verdict");
  const judged = Object.entries(value.judgements).flatMap(([rung, verdict]) =>
    verdict === undefined ? [] : [`${rung} ${verdicts(verdict)}`],
  );
  const cases = value.cases.filter(isWritten);
  return (
    <section className="grid gap-1">
      <h3 className="font-semibold">{name}</h3>
      {judged.length === 0 ? null : (
        <p className="text-sm">
          {text("judged")} {judged.join(" · ")}
        </p>
      )}
      {value.justification === "" ? null : (
        <p className="text-sm break-words whitespace-pre-wrap">
          {text("justification")} {value.justification}
        </p>
      )}
      {cases.map(({ id, title, happened, action, outcome }) => (
        <p key={id} className="text-sm break-words whitespace-pre-wrap">
          {text("case")} {[title, happened, action, outcome].filter(Boolean).join(" / ")}
        </p>
      ))}
    </section>
  );
}
