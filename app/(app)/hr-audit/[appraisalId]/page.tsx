import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { AuditDossier } from "@/components/hr-audit/audit-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { valueInFocus } from "@/lib/dossier/rules";
import { placeFilterSchema } from "@/lib/dossier/schema";
import { readAuditQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hr-audit"))("sheetTitle") };
}

export default async function AuditSheetRoute({
  params,
  searchParams,
}: PageProps<"/hr-audit/[appraisalId]">) {
  const actor = await requireActor();
  const now = clock.now();
  const dossier = await openAuditDossier(actor, (await params).appraisalId, now);
  if (dossier === null) notFound();
  const { appraisalId, values } = dossier;
  const { value } = placeFilterSchema.parse(await searchParams);
  const focus = valueInFocus(values, value, ({ toVerify }) => toVerify);
  const queue = await readAuditQueue(actor, { appraisalId, value: focus }, now);
  return (
    <MessagesScope namespaces={["hr-audit", "dossier"]}>
      <AuditDossier dossier={dossier} queue={queue} focus={focus} now={now} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
