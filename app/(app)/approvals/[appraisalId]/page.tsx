import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { ApprovalDossier } from "@/components/approval/approval-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { readTopDossier } from "@/lib/approval/queries";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approval"))("sheetTitle") };
}

export default async function ApprovalSheetRoute({
  params,
}: PageProps<"/approvals/[appraisalId]">) {
  const actor = await requireActor();
  const dossier = await readTopDossier(actor, (await params).appraisalId);
  if (dossier === null) notFound();
  return (
    <MessagesScope namespaces={["approval", "dossier"]}>
      <ApprovalDossier dossier={dossier} now={clock.now()} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
