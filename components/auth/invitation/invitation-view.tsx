import { useTranslations } from "next-intl";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/actions/link-button";
import type { OpenInvitation } from "@/lib/access/types";
import { InvitationForm } from "./invitation-form";

export function InvitationView({
  token,
  person,
}: {
  token: string;
  person: OpenInvitation | null;
}) {
  const text = useTranslations("auth.invitation");
  if (person === null) {
    return (
      <PublicShell title={text("invalid.title")}>
        <p className="mb-5">{text("invalid.body")}</p>
        <LinkButton href="/sign-in">{text("invalid.signIn")}</LinkButton>
      </PublicShell>
    );
  }
  return (
    <PublicShell
      title={text("title", { name: person.name })}
      subtitle={text("subtitle", { number: person.number })}
      footer={text("footer")}
    >
      <InvitationForm token={token} number={person.number} />
    </PublicShell>
  );
}
