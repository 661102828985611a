import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecurityView } from "@/components/auth/security-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { readOwnAccess } from "@/lib/access/queries";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.security"))("title") };
}

export default async function SecurityPage() {
  const access = await readOwnAccess(await requireActor(), clock.now());
  return (
    <MessagesScope namespaces={["auth"]}>
      <SecurityView access={access} />
    </MessagesScope>
  );
}
