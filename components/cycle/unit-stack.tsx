import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { ProgressStack } from "@/components/ui/data/progress-stack";
import { cutParts, progressParts } from "@/lib/progress/rules";
import type { UnitCounts } from "@/lib/progress/types";
import type { Bilingual } from "@/lib/scoring";

interface NamedUnit extends UnitCounts {
  readonly name: Bilingual;
  readonly depth?: number;
}

/** How far departments are, small groups hidden. At least one. */
export function UnitStack({ units }: { units: readonly NamedUnit[] }) {
  const text = useTranslations("cycle.progress");
  const { locale } = useReader();
  const at = units[0]?.cut ?? 0;
  const cut = cutParts.find((part) => progressParts.indexOf(part) === at) ?? "done";
  return (
    <ProgressStack
      caption={text("caption")}
      parts={progressParts.map((part) => ({ id: part, label: text(`parts.${part}`) }))}
      cut={{ at, before: text(`before.${cut}`), past: text(`past.${cut}`) }}
      rows={units.map(({ id, own, name, people, past, parts, depth = 0 }) => ({
        id: own ? `${id}:own` : id,
        label: own ? text("own", { name: name[locale] }) : name[locale],
        note: people === null ? text("few") : text("people", { count: people }),
        values: parts,
        halves: people === null || past === null ? null : [people - past, past],
        depth,
      }))}
    />
  );
}
