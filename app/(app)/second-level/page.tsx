import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeputyNotice } from "@/components/delegation/deputy-notice";
import { ReviewView } from "@/components/second-level/review-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor, requireWaiting } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readReviewPage } from "@/lib/second-level/queries";
import { reviewFilterSchema } from "@/lib/second-level/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("second-level"))("title") };
}

export default async function ReviewRoute({ searchParams }: PageProps<"/second-level">) {
  const actor = await requireActor();
  const now = clock.now();
  const page = await readReviewPage(actor, reviewFilterSchema.parse(await searchParams), now);
  return (
    <MessagesScope namespaces={["second-level", "dossier"]}>
      <DeputyNotice waiting={await requireWaiting()} room="second_level" />
      <ReviewView page={page} now={now} />
    </MessagesScope>
  );
}
