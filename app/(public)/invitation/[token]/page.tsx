import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationView } from "@/components/auth/invitation/invitation-view";
import { MessagesScope } from "@/components/shell/messages-scope";
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
  const person = await readInvitation({ now: clock.now() }, token);
  return (
    <MessagesScope namespaces={["auth"]}>
      <InvitationView token={token} person={person} />
    </MessagesScope>
  );
}
