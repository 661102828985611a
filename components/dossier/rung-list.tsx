import clsx from "clsx";
import { ChevronRight } from "lucide";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { Icon } from "@/components/ui/marks/icon";
import type { DossierRung, DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { useReader } from "@/components/reader/use-reader";
import { CaseCard } from "./cases/case-card";
import { RungMeaning } from "./reading/meaning";
import { FormerCase } from "./rounds/former-case";

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

/** The ladder as the manager's judgement leaves it. What decides stands open with its cases; every other rung is a press away. */
export function RungList({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  const gated = value.gated ? "yes" : "no";
  return (
    <ol aria-label={text("rungs", { name: pick(value.name, locale), gated })}>
      {value.rungs.map((rung) => (
        <li key={rung.point} className="border-t border-line">
          <Rung
            rung={rung}
            marks={value.marks}
            gated={value.gated}
            deciding={value.gated ? rung.point === value.deciding : rung.cases.length > 0}
          />
        </li>
      ))}
    </ol>
  );
}

interface RungProps {
  rung: DossierRung;
  marks: DossierValue["marks"];
  gated: boolean;
  deciding: boolean;
}

function Rung({ rung, marks: since, gated, deciding }: RungProps) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  return (
    <details open={deciding} data-rung={deciding ? "deciding" : "other"} className="group/rung">
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 py-2 [&::-webkit-details-marker]:hidden">
        <span
          className={clsx(
            "grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm font-semibold tabular",
            deciding && rung.reach !== "closed"
              ? "border-jade bg-jade text-on-tone"
              : marks[rung.reach],
          )}
        >
          {rung.point}
          <span className="sr-only">
            {text(`reach.${rung.reach}`, { gated: gated ? "yes" : "no" })}
          </span>
        </span>
        <span
          className={clsx(
            "min-w-0 flex-1 basis-48",
            deciding && "font-semibold",
            rung.reach === "closed" && "text-ink-2",
          )}
        >
          {pick(rung.statement, locale)}
        </span>
        <RungFacts rung={rung} />
        <Icon
          of={ChevronRight}
          className="size-4 shrink-0 text-ink-2 transition-transform group-open/rung:rotate-90"
        />
      </summary>
      <div className="grid gap-1 ps-10 pb-3 max-md:ps-0">
        <Disclosure summary={text("reading.meaning")}>
          <RungMeaning rung={rung} />
        </Disclosure>
        {rung.cases.map((item) => (
          <CaseCard key={item.id} item={item} mark={since[item.id]} open />
        ))}
        {rung.former.map((item) => (
          <FormerCase key={`${item.id} ${item.at.toISOString()}`} item={item} />
        ))}
      </div>
    </details>
  );
}

/** What the rung stands on, where the employee saw it otherwise, and the manager's verdict. */
function RungFacts({ rung: { grant, reach, cases, former, verdicts } }: { rung: DossierRung }) {
  const text = useTranslations("dossier");
  const against = cases.filter(({ kind }) => kind === "contradicts").length;
  const supporting = cases.length - against;
  const parts = [
    reach === "closed" ? text("reach.closed") : text(`grant.${grant}`),
    supporting > 0 ? text("reading.cases", { count: supporting }) : null,
    against > 0 ? text("reading.against", { count: against }) : null,
    former.length > 0 ? text("rounds.formerHere", { count: former.length }) : null,
    verdicts.self === verdicts.manager
      ? null
      : text("reading.selfVerdict", { verdict: text(`verdict.${verdicts.self}`) }),
  ];
  return (
    <>
      <span className="text-xs text-ink-2">
        {parts.filter((part) => part !== null).join(" · ")}
      </span>
      <Chip tone={verdictTones[verdicts.manager]}>{text(`verdict.${verdicts.manager}`)}</Chip>
    </>
  );
}
