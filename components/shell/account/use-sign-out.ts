"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { signOut } from "@/components/auth/requests";
import { useToast } from "@/components/ui/feedback/toast";

/** Signs out in this browser or in all; where that cannot be done, it is said that the person is still signed in. */
export function useSignOut({ everywhere = false } = {}) {
  const text = useTranslations("shell");
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    const { ok } = await signOut(everywhere);
    setPending(ok);
    if (!ok) toast({ title: text("stillSignedIn"), tone: "danger" });
  };
  return { pending, leave: () => void leave() };
}
