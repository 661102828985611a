import { useTranslations } from "next-intl";
import { MessagesScope } from "@/components/shell/messages-scope";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { RulesetKind } from "@/lib/ruleset/types";
import { roomOf } from "../version/room";
import { ImportForm } from "./import-form";

export function ImportView({ kind }: { kind: RulesetKind }) {
  const text = useTranslations("ruleset");
  const room = roomOf[kind];
  return (
    <>
      <PageHeader
        back={<BackLink href={`/${room}`}>{text(`${room}.back`)}</BackLink>}
        title={text(`import.${kind}.title`)}
        subtitle={text("import.subtitle")}
      />
      <Notice title={text("import.help")}>
        {text("import.helpBody")}{" "}
        <a href={`/api/schemas/${kind}`} download className="inline-flex touch items-center link">
          {text("view.schema")}
        </a>
      </Notice>
      <MessagesScope
        namespaces={[
          "ruleset.import",
          "ruleset.change",
          "ruleset.edition",
          "ruleset.fields",
          "ruleset.choices",
          "ruleset.versions",
        ]}
      >
        <ImportForm kind={kind} />
      </MessagesScope>
    </>
  );
}
