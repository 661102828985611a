import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationForm } from "@/components/auth/invitation-form";
import { MessagesScope } from "@/components/shell/messages-scope";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/actions/link-button";
import { readInvitation } from "@/lib/access/queries";
import { clock } from "@/lib/clock";

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.invitation"))("password") };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [person, text] = await Promise.all([
    readInvitation({ now: clock.now() }, token),
    getTranslations("auth.invitation"),
  ]);
  if (person === null) {
    return (
      <PublicShell title={text("invalid.title")}>
        <p className="mb-5">{text("invalid.body")}</p>
        <LinkButton href="/sign-in">{text("invalid.signIn")}</LinkButton>
      </PublicShell>
    );
  }
  return (
    <MessagesScope namespaces={["auth"]}>
      <PublicShell
        title={text("title", { name: person.name })}
        subtitle={text("subtitle", { number: person.number })}
        footer={text("footer")}
      >
        <InvitationForm token={token} number={person.number} />
      </PublicShell>
    </MessagesScope>
  );
}
