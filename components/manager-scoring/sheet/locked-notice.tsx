import { useTranslations } from "next-intl";
import { TakeBack } from "@/components/sheet/bar/take-back";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { isAfter, isPublished } from "@/lib/appraisal/stages";
import type { SheetView } from "@/lib/manager-scoring/types";
import type { NextPerson } from "../team/next-person";

interface LockedNoticeProps {
  view: Pick<SheetView, "locked" | "state" | "appraisalId" | "version" | "takeBack">;
  next: NextPerson | null;
}

/** Why the sheet can only be read. */
export function LockedNotice({ view, next }: LockedNoticeProps) {
  const { locked, state, appraisalId, version, takeBack } = view;
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
          {takeBack ? (
            <TakeBack command="manager-scoring.take-back" target={{ appraisalId, version }} />
          ) : null}
          {next === null ? null : (
            <LinkButton size="sm" variant="primary" href={`/manager-scoring/${next.appraisalId}`}>
              {text("strip.next", { name: next.name })}
            </LinkButton>
          )}
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
      {text(takeBack ? "locked.takeBack" : "locked.body")}
    </Notice>
  );
}
