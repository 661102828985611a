import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RelationsView } from "@/components/relations/relations-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { suggestPeople } from "@/lib/people/queries";
import { readRelations } from "@/lib/relations/queries";
import { requireActor } from "@/lib/visit/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relations"))("title") };
}

export default async function RelationsPage() {
  const actor = await requireActor();
  const [page, suggestions] = await Promise.all([readRelations(actor), suggestPeople(actor)]);
  return (
    <MessagesScope namespaces={["relations"]}>
      <RelationsView page={page} suggestions={suggestions} />
    </MessagesScope>
  );
}
