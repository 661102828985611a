import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { isAfter, isPublished } from "@/lib/appraisal/stages";
import type { SheetView } from "@/lib/manager-scoring/types";

interface LockedNoticeProps {
  view: Pick<SheetView, "locked" | "state" | "appraisalId">;
}

/** Why the sheet can only be read. */
export function LockedNotice({ view: { locked, state, appraisalId } }: LockedNoticeProps) {
  const text = useTranslations("manager-scoring");
  const errors = useTranslations("errors");
  if (locked === null) return null;
  if (locked !== "wrong_state" || !isAfter(state, "manager_scoring")) {
    return <Notice tone="warn">{errors(locked)}</Notice>;
  }
  return (
    <Notice
      title={text("locked.title", { state: text(`state.${state}`) })}
      actions={
        <>
          {isPublished(state) ? (
            <LinkButton size="sm" href={`/results/${appraisalId}`}>
              {text("locked.result")}
            </LinkButton>
          ) : null}
          <LinkButton size="sm" variant="quiet" href={`/appraisals/${appraisalId}/trail`}>
            {text("locked.trail")}
          </LinkButton>
        </>
      }
    >
      {text("locked.body")}
    </Notice>
  );
}
