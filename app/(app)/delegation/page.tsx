import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DelegationView } from "@/components/delegation/delegation-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { clock } from "@/lib/clock";
import { readDelegationPage } from "@/lib/delegation/queries";
import { requireActor } from "@/lib/visit/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("delegation"))("title") };
}

export default async function OwnDelegationPage() {
  const actor = await requireActor();
  const page = await readDelegationPage(actor, actor.employeeId, clock.now());
  if (page === null) notFound();
  return (
    <MessagesScope namespaces={["delegation"]}>
      <DelegationView page={page} />
    </MessagesScope>
  );
}
