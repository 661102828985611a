import Link from "next/link";
import { useTranslations } from "next-intl";
import { quarterText } from "@/components/cycle/quarter-text";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { TabLinks } from "@/components/ui/layout/tab-links";
import type { FrameworkView, PolicyView, RulesetKind } from "@/lib/ruleset/types";
import { Changes } from "./changes";
import { roomOf } from "./room";

interface VersionsCardProps {
  kind: RulesetKind;
  view: FrameworkView | PolicyView;
}

/** The other versions, what is different, and which cycles stand on this one. */
export function VersionsCard({ kind, view }: VersionsCardProps) {
  const text = useTranslations("ruleset");
  const { versions, version, compared, cycles } = view;
  const address = `/${roomOf[kind]}`;
  const others = versions.filter((one) => one.version !== version);
  return (
    <Card title={text("versions.title")}>
      <div className="grid grid-cols-1 gap-4">
        {others.length === 0 ? (
          <p className="text-sm text-ink-2">{text("versions.only")}</p>
        ) : (
          <TabLinks
            label={text("versions.switch")}
            links={versions.map((one) => ({
              href: `${address}/${one.id}`,
              label: text("view.version", { version: one.version }),
              current: one.version === version,
            }))}
          />
        )}
        {compared === null ? null : <Compared view={view} compared={compared} />}
        {others.length > 1 ? (
          <TabLinks
            label={text("versions.against")}
            links={others.map((one) => ({
              href: `${address}/${view.versionId}?against=${one.version}`,
              label: text("versions.option", { version: one.version }),
              current: one.version === compared?.version,
            }))}
          />
        ) : null}
        <div>
          <h3 className="text-sm font-semibold">{text("view.cycles")}</h3>
          {cycles.length === 0 ? (
            <p className="text-sm text-ink-2">{text("view.noCycles")}</p>
          ) : (
            <ul className="flex flex-wrap gap-x-5">
              {cycles.map((cycle) => (
                <li key={cycle.id}>
                  <Link
                    href={`/cycles/${cycle.id}`}
                    className="inline-flex touch items-center text-sm link"
                  >
                    {quarterText((_, quarter) => text("view.quarter", quarter), cycle)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Card>
  );
}

interface ComparedProps {
  view: VersionsCardProps["view"];
  compared: NonNullable<VersionsCardProps["view"]["compared"]>;
}

function Compared({ view, compared: { version, changes, document } }: ComparedProps) {
  const text = useTranslations("ruleset.versions");
  if (changes.length === 0) return <p>{text("same", { version })}</p>;
  return (
    <Disclosure
      open={changes.length <= 8}
      summary={text("changed", { version, count: changes.length })}
    >
      <Changes changes={changes} documents={[view.document, document]} />
    </Disclosure>
  );
}
