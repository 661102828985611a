import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { OwnHolders } from "@/components/hand-over/own-holders";
import { OwnQuarters } from "@/components/self-review/own-quarters";
import { SelfReview } from "@/components/self-review/self-review";
import { positionIn } from "@/components/sheet/values/position";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readMyHolders } from "@/lib/hand-over/queries";
import { readOwnPlans } from "@/lib/reporting/queries";
import { readSelfReview } from "@/lib/self-review/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("self-review"))("title") };
}

export default async function SelfReviewPage(props: PageProps<"/self-review/[appraisalId]">) {
  const [actor, { appraisalId }] = await Promise.all([requireActor(), props.params]);
  const now = clock.now();
  const view = await readSelfReview(actor, appraisalId, now);
  if (view === null) notFound();
  const [own, plans] = await Promise.all([readMyHolders(actor, appraisalId), readOwnPlans(actor)]);
  return (
    <MessagesScope
      namespaces={[
        ...["self-review", "sheet", "scoring", "dossier.rounds", "dossier.verdict"],
        ...["dossier.case", "dossier.states", "dossier.reasons"],
      ]}
    >
      <p className="hidden print:block">{`${actor.name} · ${actor.number}`}</p>
      <OwnQuarters quarters={view.quarters} appraisalId={appraisalId} />
      <SelfReview view={view} now={now} position={positionIn(await props.searchParams)} />
      <OwnHolders own={own} plans={plans} />
      <SeenAs ground={view.seenAs} />
    </MessagesScope>
  );
}
