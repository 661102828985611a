"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { SaveSession } from "@/components/autosave/session";
import type { Keyed } from "@/components/autosave/types";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";

/** The address of a link that would leave this page inside the application. */
function insideLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== "" && link.target !== "_self"))
    return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== window.location.origin || pathname === window.location.pathname) return null;
  return `${pathname}${search}${hash}`;
}

/** Leaving by a link saves first and asks only when that fails. The browser's own question covers closing the tab. */
export function LeaveGuard<Item extends Keyed>({ session }: { session: SaveSession<Item> }) {
  const text = useTranslations("sheet.leave");
  const router = useRouter();
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    const guard = (event: MouseEvent) => {
      const href = insideLink(event);
      if (href === null || !session.unsaved || session.read().closed !== null) return;
      event.preventDefault();
      event.stopPropagation();
      void session.flush().then((saved) => {
        if (saved) router.push(href);
        else setLeaving(href);
      });
    };
    document.addEventListener("click", guard, { capture: true });
    return () => document.removeEventListener("click", guard, { capture: true });
  }, [session, router]);
  return (
    <ConfirmDialog
      keep={null}
      open={leaving !== null}
      onOpenChange={(open) => {
        if (!open) setLeaving(null);
      }}
      title={text("title")}
      description={text("body")}
      confirmLabel={text("confirm")}
      danger
      onConfirm={() => {
        if (leaving !== null) router.push(leaving);
      }}
    />
  );
}
