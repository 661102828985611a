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
      <Past past={preview.past} />
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
      ) : withoutHrPartner > 0 || preview.past.length > 0 ? null : (
        <p className="text-sm text-ink-2">{text("nothing")}</p>
      )}
    </>
  );
}

/** The lines that go past somebody who is not there, and to whom. */
function Past({ past }: Pick<OpeningPreview, "past">) {
  const text = useTranslations("cycle.preview.past");
  if (past.length === 0) return null;
  return (
    <Notice tone="warn" title={text("title")}>
      <p>{text("body")}</p>
      <ul className="mt-1 list-disc ps-5">
        {past.map(({ name, number, status, post, to, people }) => (
          <li key={`${post} ${number} ${to ?? ""}`}>
            {text(`${post}.${to === null ? "nobody" : "next"}`, {
              ...{ away: text(`away.${status}`, { name, number }), to: to ?? "", count: people },
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
