import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HolderView } from "@/components/hand-over/holder-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { readHolderPage } from "@/lib/hand-over/queries";
import { holderAddressSchema } from "@/lib/hand-over/schema";
import { suggestPeople } from "@/lib/people/queries";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hand-over"))("title") };
}

export default async function HolderPage({ params }: Props) {
  const actor = await requireActor();
  const target = holderAddressSchema.safeParse({ employeeId: (await params).id });
  if (!target.success) notFound();
  const [page, suggestions] = await Promise.all([
    readHolderPage(actor, target.data.employeeId),
    suggestPeople(actor),
  ]);
  if (page === null) notFound();
  return (
    <MessagesScope namespaces={["hand-over", "people", "mine.steps"]}>
      <HolderView page={page} suggestions={suggestions} />
    </MessagesScope>
  );
}
