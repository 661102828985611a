import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { ReviewDossier } from "@/components/second-level/review-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readReviewDossier } from "@/lib/second-level/queries";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("second-level"))("sheetTitle") };
}

export default async function ReviewSheetRoute({
  params,
}: PageProps<"/second-level/[appraisalId]">) {
  const actor = await requireActor();
  const dossier = await readReviewDossier(actor, (await params).appraisalId);
  if (dossier === null) notFound();
  return (
    <MessagesScope namespaces={["second-level", "dossier"]}>
      <ReviewDossier dossier={dossier} now={clock.now()} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
