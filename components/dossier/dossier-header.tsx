import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { ChipLink } from "@/components/ui/marks/chip-link";
import type { Dossier } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring/format";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import { unitText } from "@/lib/departments/rules";

interface DossierHeaderProps {
  dossier: Dossier;
  now: Date;
  /** Where the list is that led here, unless that stands above. */
  backHref?: string;
}

export function DossierHeader({ dossier, now, backHref }: DossierHeaderProps) {
  const text = useTranslations("dossier");
  const { locale, moment } = useReader();
  const { person, totals, band, managerName, selfSubmittedAt, managerSubmittedAt } = dossier;
  const signed = useSigned();
  const unit = unitText(person, locale);
  const when = [
    text("cycle", dossier.cycle),
    selfSubmittedAt === null ? null : text("selfSubmitted", { when: moment(selfSubmittedAt) }),
    managerSubmittedAt === null || managerName === null
      ? null
      : text("managerSubmitted", {
          name: signed({ by: managerName, byFor: dossier.managerFor }),
          when: moment(managerSubmittedAt),
        }),
    dossier.approver === null
      ? null
      : text("approver", { name: dossier.approver.name ?? text("approverOffice") }),
  ].filter((words) => words !== null);
  return (
    <PageHeader
      title={person.name}
      back={
        backHref === undefined ? undefined : <BackLink href={backHref}>{text("back")}</BackLink>
      }
      beside={[unit, text("number", { number: person.number })].join(" · ")}
      subtitle={
        <>
          <p>{when.join(" · ")}</p>
          {dossier.dueAt === null ? null : <Deadline due={dossier.dueAt} now={now} />}
        </>
      }
      actions={
        <>
          {totals === null ? null : (
            <p className="flex items-baseline gap-4 tabular">
              <TotalOf label={text("self")} halfPoints={totals.self} strong={false} />
              <TotalOf label={text("manager")} halfPoints={totals.manager} strong />
            </p>
          )}
          {band === null ? null : <Chip>{pick(band, locale)}</Chip>}
          <FormerMark former={dossier.former} appraisalId={dossier.appraisalId} />
          {dossier.oneReviewer ? <Chip tone="amber">{text("oneReviewer")}</Chip> : null}
          <Chip tone="indigo">{text(`states.${dossier.state}`)}</Chip>
          {/* Who sees single values only has no sight of the trail. */}
          {totals === null ? null : (
            <span className="no-print">
              <LinkButton
                size="sm"
                variant="quiet"
                href={`/appraisals/${dossier.appraisalId}/trail`}
              >
                {text("trail")}
              </LinkButton>
            </span>
          )}
        </>
      }
    />
  );
}

interface FormerMarkProps {
  former: Dossier["former"];
  appraisalId: string;
}

/** That a result of the sheet was published before, and the way to it for those who read it. */
export function FormerMark({ former, appraisalId }: FormerMarkProps) {
  const text = useTranslations("dossier.former");
  if (former === null) return null;
  return former === "readable" ? (
    <ChipLink href={`/results/${appraisalId}`}>{text("readable")}</ChipLink>
  ) : (
    <Chip tone="amber">{text("known")}</Chip>
  );
}

interface TotalOfProps {
  label: string;
  halfPoints: number | null;
  strong: boolean;
}

function TotalOf({ label, halfPoints, strong }: TotalOfProps) {
  const text = useTranslations("dossier");
  return (
    <span className="flex items-baseline gap-1.5">
      <span
        aria-hidden
        className={`size-2.5 self-center rounded-sm ${strong ? "bg-jade" : "bg-ink-3"}`}
      />
      <span className="text-sm text-ink-2">{label}</span>
      <span className="text-xl font-semibold">
        {halfPoints === null ? text("noScore") : formatScore(halfPoints)}
      </span>
    </span>
  );
}
