import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import type { BeneficiaryView } from "@/lib/beneficiary/types";
import { formatDay } from "@/lib/i18n/dates";

/** What those who benefited said, one after another; what was corrected can be unfolded. */
export function BeneficiaryViews({ views }: { views: readonly BeneficiaryView[] }) {
  const text = useTranslations("dossier.beneficiary");
  if (views.length === 0) return null;
  return (
    <section
      aria-label={text("title")}
      className="grid gap-3 rounded-lg border border-indigo-soft bg-indigo-soft/40 px-4 py-3"
    >
      <p className="text-sm font-semibold">{text("title")}</p>
      {views.map((view) => (
        <View key={view.id} view={view} />
      ))}
    </section>
  );
}

function View({ view }: { view: BeneficiaryView }) {
  const text = useTranslations("dossier.beneficiary");
  const { moment, locale } = useReader();
  const signed = useSigned();
  const { asked, way, askedOn, byLink, said, at, before } = view;
  const how = [
    byLink ? text("byLink") : way === null ? null : text(`ways.${way}`),
    askedOn === null ? null : formatDay(new Date(`${askedOn}T00:00:00Z`), locale, "UTC"),
  ].filter((words) => words !== null);
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold">
          {asked === "" ? text("somebody") : <bdi>{asked}</bdi>}
        </span>
        <span className="text-xs text-ink-2">{how.join(" · ")}</span>
      </p>
      <p className="whitespace-pre-wrap">{said}</p>
      <p className="text-xs text-ink-2">
        {text(byLink ? "received" : "recorded", { name: signed(view), when: moment(at) })}
      </p>
      {before.length === 0 ? null : (
        <details className="text-sm text-ink-2">
          <summary className="cursor-pointer">{text("before", { count: before.length })}</summary>
          {before.map((former) => (
            <div key={former.id} className="mt-1 border-s-2 border-line ps-3">
              <p className="text-xs">
                {former.asked} ·{" "}
                {text("recorded", { name: signed(former), when: moment(former.at) })}
              </p>
              <p className="whitespace-pre-wrap">{former.said}</p>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
