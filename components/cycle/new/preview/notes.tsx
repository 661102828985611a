"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { OpeningPreview } from "@/lib/cycle/types";

/** What HR should know before opening: whose line is not complete, and who steps in. */
export function PreviewNotes({ preview }: { preview: OpeningPreview }) {
  const text = useTranslations("cycle.preview");
  const words = useTranslations("common.words");
  const { locale } = useReader();
  const { withoutSecondLevel, approverAbove, withoutApprover, withoutHrPartner } = preview;
  const departments = preview.departmentsWithoutHrPartner.map((name) => name[locale]);
  const standIns = [
    withoutSecondLevel > 0 ? text("withoutSecondLevel", { count: withoutSecondLevel }) : null,
    approverAbove > 0 ? text("approverAbove", { count: approverAbove }) : null,
    withoutApprover > 0 ? text("withoutApprover", { count: withoutApprover }) : null,
  ].filter((line) => line !== null);
  return (
    <>
      {withoutHrPartner > 0 ? (
        <Notice tone="warn" title={text("attention")}>
          {text("withoutHrPartner", {
            count: withoutHrPartner,
            departments: departments.join(words("separator")),
          })}
        </Notice>
      ) : null}
      {standIns.length > 0 ? (
        <ul className="list-disc ps-5 text-sm text-ink-2">
          {standIns.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : withoutHrPartner > 0 ? null : (
        <p className="text-sm text-ink-2">{text("nothing")}</p>
      )}
    </>
  );
}
