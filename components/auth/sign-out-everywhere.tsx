"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { useSignOut } from "@/components/shell/account/use-sign-out";

export function SignOutEverywhere() {
  const text = useTranslations("auth.security");
  const { pending, leave } = useSignOut({ everywhere: true });
  return (
    <Button variant="danger" pending={pending} onClick={leave}>
      {text("everywhere")}
    </Button>
  );
}
