import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { ReviewDossier } from "@/components/second-level/review-dossier";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readReviewDossier, readReviewQueue } from "@/lib/second-level/queries";
import { reviewSheetSchema } from "@/lib/second-level/schema";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("second-level"))("sheetTitle") };
}

export default async function ReviewSheetRoute({
  params,
  searchParams,
}: PageProps<"/second-level/[appraisalId]">) {
  const actor = await requireActor();
  const now = clock.now();
  const dossier = await readReviewDossier(actor, (await params).appraisalId, now);
  if (dossier === null) notFound();
  const { return: returns } = reviewSheetSchema.parse(await searchParams);
  const queue = await readReviewQueue(actor, dossier.appraisalId, now);
  return (
    <MessagesScope namespaces={["second-level", "dossier"]}>
      <ReviewDossier dossier={dossier} queue={queue} focus={null} now={now} returns={returns} />
      <SeenAs ground={dossier.seenAs} />
    </MessagesScope>
  );
}
