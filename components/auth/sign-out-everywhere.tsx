"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { signOut } from "@/components/shell/account/sign-out";
import { Button } from "@/components/ui/actions/button";

export function SignOutEverywhere() {
  const text = useTranslations("auth.security");
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    await signOut();
  };
  return (
    <Button variant="danger" pending={pending} onClick={() => void leave()}>
      {text("everywhere")}
    </Button>
  );
}
