import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { AuditDossier } from "@/components/hr-audit/audit-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { openAuditDossier } from "@/lib/hr-audit/queries";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hr-audit"))("sheetTitle") };
}

export default async function AuditSheetRoute({ params }: PageProps<"/hr-audit/[appraisalId]">) {
  const actor = await requireActor();
  const now = clock.now();
  const dossier = await openAuditDossier(actor, (await params).appraisalId, now);
  if (dossier === null) notFound();
  return (
    <MessagesScope namespaces={["hr-audit", "dossier"]}>
      <AuditDossier dossier={dossier} now={now} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
