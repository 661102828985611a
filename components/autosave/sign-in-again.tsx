"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

/** In a tab of its own, so that what is typed stays; it ends on this page, where saving goes on. */
export function SignInAgain({ className }: { className: string }) {
  const text = useTranslations("common.save");
  const here = usePathname();
  return (
    <a
      href={`/sign-in?next=${encodeURIComponent(here)}`}
      target="_blank"
      rel="noreferrer"
      className={className}
    >
      {text("signIn")}
    </a>
  );
}
