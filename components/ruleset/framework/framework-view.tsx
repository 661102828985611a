import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import { TabLinks } from "@/components/ui/layout/tab-links";
import { pick } from "@/lib/i18n/pick";
import type { FrameworkView as View } from "@/lib/ruleset/types";
import { formatScore, isScorable, maxOfFramework } from "@/lib/scoring";
import { VersionHead } from "../version/version-head";
import { VersionsCard } from "../version/versions-card";
import { valueAnchor } from "./anchors";
import { AssumedCard } from "./assumed-card";
import { ValueCard } from "./value-card";

/** One version of a framework, read only: its values as the ladders people are judged by. */
export function FrameworkView({ view }: { view: View }) {
  const text = useTranslations("ruleset");
  const words = useTranslations("common.words");
  const { locale } = useReader();
  const { document } = view;
  const bare = document.values.filter(({ rungs }) => rungs.length === 0);
  const isBare = bare.length === document.values.length;
  const facts = text("framework.facts", {
    values: document.values.length,
    rungs: document.values.reduce((sum, { rungs }) => sum + rungs.length, 0),
    max: formatScore(maxOfFramework(document)),
  });
  return (
    <>
      <VersionHead kind="framework" view={view} facts={facts} />
      {isScorable(document) ? null : (
        <Notice tone="warn" title={text("framework.unscorableTitle")}>
          {text("framework.unscorable", {
            values: bare.map(({ name }) => pick(name, locale)).join(words("separator")),
          })}
        </Notice>
      )}
      <AssumedCard document={document} />
      <VersionsCard kind="framework" view={view} />
      {document.values.length > 1 ? (
        <TabLinks
          label={text("view.jump")}
          links={document.values.map(({ key, name }) => ({
            href: `#${valueAnchor(key)}`,
            label: pick(name, locale),
          }))}
        />
      ) : null}
      {isBare ? null : <Legend />}
      <div className="grid gap-4">
        {document.values.map((value) => (
          <ValueCard key={value.key} value={value} />
        ))}
      </div>
    </>
  );
}

/** What the two grant modes mean, once for all rungs. */
function Legend() {
  const words = useTranslations("scoring");
  return (
    <ul className="grid gap-x-8 text-sm text-ink-2 md:grid-cols-[auto_1fr]">
      <li>{words("grantLine.presumed")}</li>
      <li>{words("grantLine.evidenced")}</li>
    </ul>
  );
}
