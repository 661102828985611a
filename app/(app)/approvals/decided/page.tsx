import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecidedView } from "@/components/dossier/decided/decided-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { readDecided } from "@/lib/dossier/queries/decided";
import { decidedFilterSchema } from "@/lib/dossier/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossier"))("decidedList.title") };
}

export default async function DecidedApprovalsPage({
  searchParams,
}: PageProps<"/approvals/decided">) {
  const actor = await requireActor();
  const filter = decidedFilterSchema.parse(await searchParams);
  const text = await getTranslations("approval");
  return (
    <MessagesScope namespaces={[]}>
      <DecidedView
        page={await readDecided(actor, "approver", filter)}
        room={{ href: "/approvals", title: text("title") }}
      />
    </MessagesScope>
  );
}
