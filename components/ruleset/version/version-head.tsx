import { Download } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { buttonClass } from "@/components/ui/actions/button-style";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import { formatDay } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";
import type { FrameworkView, PolicyView, RulesetKind } from "@/lib/ruleset/types";
import { useEditionWords } from "./edition";
import { OriginChip } from "../list/marks";
import { roomOf } from "./room";

interface VersionHeadProps {
  kind: RulesetKind;
  view: FrameworkView | PolicyView;
  /** What is in it, in figures. */
  facts: string;
}

export function VersionHead({ kind, view, facts }: VersionHeadProps) {
  const text = useTranslations("ruleset");
  const { locale } = useReader();
  const editionWords = useEditionWords();
  const { document, version, createdAt, origin, versionId } = view;
  const room = roomOf[kind];
  const written = formatDay(createdAt, locale, defaultTimeZone);
  return (
    <div className="grid gap-3">
      <PageHeader
        back={<BackLink href={`/${room}`}>{text(`${room}.back`)}</BackLink>}
        title={pick(document.name, locale)}
        beside={
          <>
            {text("view.version", { version })} <OriginChip origin={origin} />
          </>
        }
        subtitle={[
          document.edition === undefined ? null : editionWords(document.edition),
          facts,
          text("view.written", { day: written }),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
        actions={
          <>
            <a
              href={`/api/schemas/${kind}`}
              download
              className="inline-flex touch items-center link"
            >
              {text("view.schema")}
            </a>
            <a href={`/api/${room}/${versionId}`} download className={buttonClass({})}>
              <Icon of={Download} className="size-4" />
              {text("view.download")}
            </a>
          </>
        }
      />
      <Description authored={view.authored}>{pick(document.description, locale)}</Description>
    </div>
  );
}

/** A description of this release as it stands; any other as its author's own words. */
function Description({ authored, children }: { authored: boolean; children: string }) {
  const text = useTranslations("ruleset.view");
  if (!authored) return <p className="max-w-prose">{children}</p>;
  return (
    <figure className="grid max-w-prose gap-1 border-s-2 border-line ps-3">
      <figcaption className="text-sm text-ink-2">{text("authored")}</figcaption>
      <blockquote>{children}</blockquote>
    </figure>
  );
}
