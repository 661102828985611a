import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { AssumedMark } from "@/components/ruleset/version/assumed-mark";
import { assumedRungs } from "@/lib/ruleset/rules";
import {
  formatScore,
  maxOfFramework,
  type FrameworkDocument,
  type PolicyDocument,
} from "@/lib/scoring";

interface LookProps<Document> {
  /** Of the version, for its own page. */
  id: string;
  document: Document;
}

/** What is in a framework, for who has to choose one. */
export function FrameworkLook({ id, document }: LookProps<FrameworkDocument>) {
  const text = useTranslations("cycle.new");
  const { locale } = useReader();
  return (
    <div className="grid gap-3 border-s-2 border-line ps-4">
      <p className="text-sm text-ink-2">
        {text("lookFramework", {
          values: document.values.length,
          max: formatScore(maxOfFramework(document)),
        })}
      </p>
      <Whole href={`/frameworks/${id}`} assumed={assumedRungs(document)} />
      <ul className="grid gap-3">
        {document.values.map((value) => (
          <li key={value.key}>
            <p className="font-semibold">
              {value.name[locale]}
              <span className="ms-2 text-xs font-normal text-ink-2">
                {text(value.gated ? "gated" : "checklist")}
              </span>
            </p>
            <ol className="list-decimal ps-5 text-sm text-ink-2">
              {value.rungs.map((rung) => (
                <li key={rung.point}>
                  {rung.statement[locale]} {rung.assumed ? <AssumedMark /> : null}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The bands of a policy, scaled as the policy itself writes them. */
export function PolicyLook({ id, document }: LookProps<PolicyDocument>) {
  const text = useTranslations("cycle.new");
  const { locale } = useReader();
  return (
    <div className="grid gap-3 border-s-2 border-line ps-4">
      <Whole href={`/policies/${id}`} assumed={document.assumed?.length ?? 0} />
      <ul className="grid gap-1 text-sm text-ink-2" aria-label={text("bands")}>
        {document.bands.map((band) => (
          <li key={band.key}>
            {text("bandFrom", { name: band.name[locale], from: formatScore(band.from) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How much of it is assumed, and the way to the page that says all. */
function Whole({ href, assumed }: { href: string; assumed: number }) {
  const text = useTranslations("ruleset");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {assumed > 0 ? <AssumedMark>{text("list.assumed", { count: assumed })}</AssumedMark> : null}
      <Link href={href} target="_blank" className="inline-flex touch items-center link">
        {text("view.whole")}
      </Link>
    </p>
  );
}
