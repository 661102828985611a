import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip } from "@/components/ui/marks/chip";
import type { DossierCase } from "@/lib/dossier/types";
import { formatDay } from "@/lib/i18n/dates";
import { useReader } from "@/components/reader/use-reader";

/** Title in sight, the whole story one press away. */
export function CaseCard({ item, open = false }: { item: DossierCase; open?: boolean }) {
  const text = useTranslations("dossier.case");
  const { locale } = useReader();
  // A calendar day, kept as midnight UTC.
  const happenedOn =
    item.happenedOn === ""
      ? ""
      : formatDay(new Date(`${item.happenedOn}T00:00:00Z`), locale, "UTC");
  const against = item.kind === "contradicts";
  const parts = [
    { id: "when", term: text("when"), words: happenedOn },
    { id: "happened", term: text("happened"), words: item.happened },
    { id: "action", term: text("action"), words: item.action },
    { id: "outcome", term: text("outcome"), words: item.outcome },
    { id: "beneficiary", term: text("beneficiary"), words: item.beneficiary },
  ].filter(({ words }) => words.trim() !== "");
  return (
    <Disclosure
      open={open}
      summary={
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={item.side === "self" ? "jade" : "indigo"}>{text(item.side)}</Chip>
          {against ? <Chip tone="rust">{text("against")}</Chip> : null}
          <span className="text-ink">
            {item.title.trim() === "" ? text("untitled") : item.title}
          </span>
        </span>
      }
    >
      <dl className="facts mb-2 rounded-md bg-sunk p-3">
        {parts.map(({ id, term, words }) => [
          <dt key={`${id} term`}>{term}</dt>,
          <dd key={id}>{words}</dd>,
        ])}
      </dl>
    </Disclosure>
  );
}
