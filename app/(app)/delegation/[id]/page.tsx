import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DelegationView } from "@/components/delegation/delegation-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { clock } from "@/lib/clock";
import { readDelegationPage } from "@/lib/delegation/queries";
import { delegationAddressSchema } from "@/lib/delegation/schema";
import { requireActor } from "@/lib/visit/queries";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("delegation"))("title") };
}

export default async function DelegationPage({ params }: Props) {
  const actor = await requireActor();
  const target = delegationAddressSchema.safeParse({ employeeId: (await params).id });
  if (!target.success) notFound();
  const page = await readDelegationPage(actor, target.data.employeeId, clock.now());
  if (page === null) notFound();
  return (
    <MessagesScope namespaces={["delegation"]}>
      <DelegationView page={page} />
    </MessagesScope>
  );
}
