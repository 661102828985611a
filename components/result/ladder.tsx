import clsx from "clsx";
import { useTranslations } from "next-intl";
import { CaseCard } from "@/components/dossier/case-card";
import { useReader } from "@/components/reader/use-reader";
import { RungMark } from "@/components/sheet/ladder/rung-mark";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { DossierRung, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { sides, type Side } from "@/lib/sheet/types";

const tones = {
  met: "jade",
  partly: "amber",
  unmet: "rust",
  open: "neutral",
} as const satisfies Readonly<Record<DossierRung["verdicts"][Side], ChipTone>>;

/** The ladder as it was walked: jade while passed, amber at the gate, dashed beyond it. */
export function ResultLadder({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  const gate = value.gated ? value.rungs.find(({ reach }) => reach === "gate") : undefined;
  return (
    <ol
      aria-label={text("rungs", {
        name: pick(value.name, locale),
        gated: value.gated ? "yes" : "no",
      })}
      className="divide-y divide-line rounded-lg border border-line *:grid *:grid-cols-[auto_1fr] *:gap-x-3 *:px-3 *:py-4 md:*:gap-x-4 md:*:px-4"
    >
      {value.rungs.map((rung, index) => (
        <li key={rung.point} className={rung.reach === "closed" ? "bg-sunk/60" : undefined}>
          <RungMark
            point={rung.point}
            reach={rung.reach}
            next={value.rungs[index + 1]?.reach ?? null}
            gated={value.gated}
          />
          <div className="min-w-0">
            <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1.5">
              <div
                className={clsx("min-w-0 flex-1 basis-64", rung.reach === "closed" && "text-ink-2")}
              >
                <p className="font-semibold">{pick(rung.statement, locale)}</p>
                <p className="text-xs text-ink-2">
                  {text(`grant.${rung.grant}`)} ·{" "}
                  <Reach rung={rung} gated={value.gated} gate={gate?.point ?? 0} />
                </p>
              </div>
              <Verdicts rung={rung} />
            </div>
            {rung.cases.map((item) => (
              <CaseCard key={item.id} item={item} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface ReachProps {
  rung: DossierRung;
  gated: boolean;
  gate: number;
}

function Reach({ rung: { reach }, gated, gate }: ReachProps) {
  const text = useTranslations("result.values.reach");
  if (!gated) return text(reach === "passed" ? "rulePassed" : "ruleGate");
  return text(reach, { gate });
}

function Verdicts({ rung }: { rung: DossierRung }) {
  const text = useTranslations("dossier");
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {sides.map((side) => (
        <span key={side} className="flex items-center gap-2">
          {text(side)}
          <Chip tone={tones[rung.verdicts[side]]}>{text(`verdict.${rung.verdicts[side]}`)}</Chip>
        </span>
      ))}
    </p>
  );
}
