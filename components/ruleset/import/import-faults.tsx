"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { CommandNotDone } from "@/lib/commands/client";
import { renderFault } from "@/lib/scoring";

/** Every fault of the document with its place, or why it could not be looked at. */
export function ImportFaults({ answer }: { answer: CommandNotDone<"ruleset.preview-import"> }) {
  const text = useTranslations("ruleset.import.faults");
  const { locale } = useReader();
  const { ofAnswer, ofFault } = useRefusalText();
  const refused = answer.code === "invalid_input" ? answer.data : undefined;
  if (refused === undefined) {
    const [field] = Object.values(answer.fields ?? {});
    return (
      <Notice tone="danger" live>
        {ofFault(field) ?? ofAnswer(answer)}
      </Notice>
    );
  }
  const { faults, count } = refused;
  return (
    <Notice tone="danger" live title={text("title", { count })}>
      <p>{text("body")}</p>
      <ol className="mt-2 grid list-decimal gap-1 ps-6">
        {faults.map((fault, index) => (
          <li key={index} className="text-ink">
            {renderFault(fault, locale)}
          </li>
        ))}
      </ol>
      {count > faults.length ? (
        <p className="mt-2">{text("more", { count: count - faults.length })}</p>
      ) : null}
    </Notice>
  );
}
