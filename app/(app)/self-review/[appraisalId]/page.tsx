import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { OwnQuarters } from "@/components/self-review/own-quarters";
import { SelfReview } from "@/components/self-review/self-review";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readSelfReview } from "@/lib/self-review/queries";

interface SelfReviewPageProps {
  params: Promise<{ appraisalId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("self-review");
  return { title: text("title") };
}

export default async function SelfReviewPage({ params }: SelfReviewPageProps) {
  const [actor, { appraisalId }] = await Promise.all([requireActor(), params]);
  const now = clock.now();
  const view = await readSelfReview(actor, appraisalId, now);
  if (view === null) notFound();
  return (
    <MessagesScope namespaces={["self-review", "sheet", "scoring"]}>
      <OwnQuarters quarters={view.quarters} appraisalId={appraisalId} />
      <SelfReview view={view} now={now} />
      <SeenAs ground={view.seenAs} />
    </MessagesScope>
  );
}
