import { useTranslations } from "next-intl";
import { ConsequenceList } from "@/components/dossier/sums/consequence-list";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { pick } from "@/lib/i18n/pick";
import type { Result } from "@/lib/result/types";
import { formatScore } from "@/lib/scoring/format";

/** What the rules propose, which rule asked for it, and the facts it rests on; nothing here happens by itself. */
export function Consequences({ result }: { result: Result }) {
  const text = useTranslations("result.consequences");
  const consequences = result.dossier.sums?.consequences ?? [];
  const facts = result.dossier.values.filter(({ grounds }) => grounds.length > 0);
  if (consequences.length === 0 && facts.length === 0) return null;
  return (
    <Card
      title={text(consequences.length === 0 ? "factsAlone" : "title")}
      note={consequences.length === 0 ? undefined : text("note")}
      tone={consequences.length === 0 ? "plain" : "amber"}
    >
      <div className="grid gap-4">
        {consequences.length === 0 ? null : <ConsequenceList consequences={consequences} />}
        <Facts values={facts} titled={consequences.length > 0} />
      </div>
    </Card>
  );
}

interface FactsProps {
  values: Result["dossier"]["values"];
  titled: boolean;
}

/** The manager's written facts, value by value; the chain lets nothing be published that HR has not verified. */
function Facts({ values, titled }: FactsProps) {
  const text = useTranslations("result.consequences");
  const { locale } = useReader();
  if (values.length === 0) return null;
  return (
    <div className="grid gap-2">
      {titled ? <h3 className="font-semibold">{text("facts")}</h3> : null}
      <p className="text-sm text-ink-2">{text("verified")}</p>
      <dl className="grid gap-2">
        {values.map(({ key, name, scores, grounds, justification }) => (
          <div key={key}>
            <dt className="font-semibold tabular">
              {text("value", {
                name: pick(name, locale),
                score: formatScore(scores.manager ?? 0),
              })}
            </dt>
            <dd className="whitespace-pre-wrap">{justification}</dd>
            {grounds.map((ground) => (
              <dd key={ground.zh} className="text-sm text-ink-2">
                {pick(ground, locale)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
