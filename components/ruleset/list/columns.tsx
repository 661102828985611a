import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { Column } from "@/components/ui/data/table";
import { pick } from "@/lib/i18n/pick";
import { useEditionWords } from "../version/edition";
import type { FrameworkSummary, PolicySummary } from "@/lib/ruleset/types";

type Row = FrameworkSummary | PolicySummary;

/** What both lists show: the name as the door, the newest version, how many cycles use any version. */
export function useCommonColumns<R extends Row>(
  room: "frameworks" | "policies",
): { name: Column<R>; version: Column<R>; cycles: Column<R> } {
  const text = useTranslations("ruleset.list");
  const editionWords = useEditionWords();
  const { locale } = useReader();
  return {
    name: {
      id: "name",
      header: text("name"),
      rowHeader: true,
      cell: ({ versionId, name }) => (
        <Link href={`/${room}/${versionId}`} className="font-semibold link">
          {pick(name, locale)}
        </Link>
      ),
    },
    version: {
      id: "version",
      header: text("version"),
      cell: ({ version, edition }) =>
        edition === null
          ? text("versionOnly", { version })
          : text("versionEdition", { version, edition: editionWords(edition) }),
    },
    cycles: {
      id: "cycles",
      header: text("cycles"),
      align: "end",
      cell: ({ cycles }) => <span className="tabular">{cycles}</span>,
    },
  };
}
