import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";
import type { ScoringView } from "@/lib/manager-scoring/types";

interface LockedNoticeProps {
  view: Extract<ScoringView, { kind: "sheet" }>;
}

/** Why the sheet can only be read. */
export function LockedNotice({ view: { locked, state } }: LockedNoticeProps) {
  const text = useTranslations("manager-scoring");
  const errors = useTranslations("errors");
  if (locked === null) return null;
  if (locked !== "wrong_state" || state === "manager_scoring" || state === "self_review") {
    return <Notice tone="warn">{errors(locked)}</Notice>;
  }
  return (
    <Notice title={text("locked.title", { state: text(`state.${state}`) })}>
      {text("locked.body")}
    </Notice>
  );
}
