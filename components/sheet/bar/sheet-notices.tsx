"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { buttonClass } from "@/components/ui/actions/button-style";
import { Notice } from "@/components/ui/feedback/notice";
import { progressOf } from "@/components/autosave/progress";
import { SignInAgain } from "@/components/autosave/sign-in-again";
import type { Keyed, SessionSnapshot } from "@/components/autosave/types";

interface SheetNoticesProps {
  editor: Pick<SessionSnapshot<Keyed>, "closed" | "progress" | "slots"> & {
    readonly unsaved: boolean;
    readonly session: { readonly flush: () => Promise<boolean> };
  };
}

/** What keeps the sheet from being saved, and that nothing typed is lost by it. */
export function SheetNotices({ editor }: SheetNoticesProps) {
  const text = useTranslations("sheet.notice");
  const bar = useTranslations("sheet.bar");
  const router = useRouter();
  const { ofCode } = useRefusalText();
  const { closed, session, unsaved } = editor;
  const progress = progressOf(editor);
  if (closed !== null) {
    return (
      <Notice
        live
        tone="warn"
        title={text("closedTitle")}
        actions={<Button onClick={() => router.refresh()}>{text("reload")}</Button>}
      >
        {text(closed)}
      </Notice>
    );
  }
  if (!unsaved) return null;
  const retry = <Button onClick={() => void session.flush()}>{bar("retry")}</Button>;
  if (progress.kind === "offline") {
    return (
      <Notice live tone="warn" title={text("offlineTitle")} actions={retry}>
        {text("offline")}
      </Notice>
    );
  }
  if (progress.kind !== "failed") return null;
  if (progress.code === "invalid_input") {
    return (
      <Notice live tone="danger" title={text("failedTitle")}>
        {text("refused")}
      </Notice>
    );
  }
  return (
    <Notice
      live
      tone="danger"
      title={text("failedTitle")}
      actions={
        <>
          {progress.code === "not_signed_in" ? <SignInAgain className={buttonClass({})} /> : null}
          {retry}
        </>
      }
    >
      {ofCode(progress.code)} {text("failed")}
    </Notice>
  );
}
