import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { ApprovalDossier } from "@/components/approval/approval-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { readTopDossier, readTopQueue } from "@/lib/approval/queries";
import { valueInFocus } from "@/lib/dossier/rules";
import { placeFilterSchema } from "@/lib/dossier/schema";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approval"))("sheetTitle") };
}

export default async function ApprovalSheetRoute({
  params,
  searchParams,
}: PageProps<"/approvals/[appraisalId]">) {
  const actor = await requireActor();
  const now = clock.now();
  const dossier = await readTopDossier(actor, (await params).appraisalId, now);
  if (dossier === null) notFound();
  const { appraisalId, values } = dossier;
  const { value } = placeFilterSchema.parse(await searchParams);
  const focus = valueInFocus(values, value, ({ toApprove }) => toApprove);
  const queue = await readTopQueue(actor, { appraisalId, value: focus }, now);
  return (
    <MessagesScope namespaces={["approval", "dossier"]}>
      <ApprovalDossier dossier={dossier} queue={queue} focus={focus} now={now} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
