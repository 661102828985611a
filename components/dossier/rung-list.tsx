import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { DossierRung, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { sides } from "@/lib/sheet/types";
import { CaseCard } from "./case-card";
import { useReader } from "@/components/reader/use-reader";

const verdictTones = {
  met: "jade",
  partly: "amber",
  unmet: "rust",
  open: "neutral",
} as const satisfies Readonly<Record<DossierRung["verdicts"]["self"], ChipTone>>;

const marks = {
  passed: "border-jade text-jade",
  gate: "border-amber text-amber",
  closed: "border-dashed border-edge text-ink-2",
} as const;

/** The ladder as the manager's judgement leaves it, with both sides' words and cases at each rung. */
export function RungList({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  return (
    <ol
      aria-label={text("rungs", {
        name: pick(value.name, locale),
        gated: value.gated ? "yes" : "no",
      })}
    >
      {value.rungs.map((rung) => (
        <li
          key={rung.point}
          className="grid grid-cols-[2rem_1fr] gap-x-3 border-t border-line py-3 md:grid-cols-[2rem_1fr_auto]"
        >
          <span
            className={clsx(
              "grid size-7 place-items-center rounded-full border-2 text-sm font-semibold tabular",
              marks[rung.reach],
            )}
          >
            {rung.point}
            <span className="sr-only">
              {text(`reach.${rung.reach}`, { gated: value.gated ? "yes" : "no" })}
            </span>
          </span>
          <div className={clsx("min-w-0", rung.reach === "closed" && "text-ink-2")}>
            <p className="font-semibold">{pick(rung.statement, locale)}</p>
            <p className="text-xs text-ink-2">
              {text(`grant.${rung.grant}`)}
              {rung.reach === "closed" ? ` · ${text("reach.closed")}` : null}
            </p>
            {rung.cases.map((item) => (
              <CaseCard key={item.id} item={item} />
            ))}
          </div>
          <Verdicts rung={rung} />
        </li>
      ))}
    </ol>
  );
}

function Verdicts({ rung }: { rung: DossierRung }) {
  const text = useTranslations("dossier");
  return (
    <div className="flex gap-5 max-md:col-start-2 max-md:mt-1.5">
      {sides.map((side) => (
        <span
          key={side}
          className="flex items-center gap-2 text-xs text-ink-2 md:w-22 md:flex-col md:items-center md:gap-0.5"
        >
          {text(side)}
          <Chip tone={verdictTones[rung.verdicts[side]]}>
            {text(`verdict.${rung.verdicts[side]}`)}
          </Chip>
        </span>
      ))}
    </div>
  );
}
