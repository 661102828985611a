import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { StepMark } from "@/components/ui/marks/step-mark";
import { pick } from "@/lib/i18n/pick";
import { formatScore, maxOfValue, type ValueDefinition } from "@/lib/scoring";
import { valueAnchor } from "./anchors";
import { DocumentRung } from "./document-rung";

/** A value as the ladder it is, every rung in place and none yet judged. */
export function ValueCard({ value }: { value: ValueDefinition }) {
  const text = useTranslations("ruleset.framework");
  const { locale } = useReader();
  const { rungs, gated, cap, motto } = value;
  const name = pick(value.name, locale);
  const max = formatScore(maxOfValue(value));
  const facts = [
    text(gated ? "gated" : "checklist", { rungs: rungs.length }),
    text("max", { max }),
    cap === undefined ? null : text("cap", { cap: formatScore(cap) }),
  ].filter((fact) => fact !== null);
  return (
    <Card
      id={valueAnchor(value.key)}
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          {name}
          {motto ? (
            <span className="text-sm font-normal text-ink-2">{pick(motto, locale)}</span>
          ) : null}
        </span>
      }
      note={rungs.length === 0 ? undefined : facts.join(" · ")}
      actions={
        rungs.length === 0 ? null : (
          <StepMark halfPoints={rungs.length * 2} max={rungs.length} size="md" decorative />
        )
      }
    >
      {rungs.length === 0 ? (
        <p className="text-sm text-ink-2">{text("noRungs")}</p>
      ) : (
        <ol
          aria-label={text(gated ? "ladder" : "rules", { value: name })}
          className="rounded-lg border border-line bg-card"
        >
          {rungs.map((rung) => (
            <DocumentRung
              key={rung.point}
              value={value}
              rung={rung}
              last={rung.point === rungs.length}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}
