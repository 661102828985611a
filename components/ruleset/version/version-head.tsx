import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { buttonClass } from "@/components/ui/actions/button-style";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import { formatDay } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";
import type { FrameworkView, PolicyView, RulesetKind } from "@/lib/ruleset/types";
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
          document.edition === undefined
            ? null
            : text("view.edition", { edition: document.edition }),
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
              <Download aria-hidden className="size-4" />
              {text("view.download")}
            </a>
          </>
        }
      />
      <p className="max-w-prose">{pick(document.description, locale)}</p>
    </div>
  );
}
