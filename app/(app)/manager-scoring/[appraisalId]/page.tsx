import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { ScoringPage } from "@/components/manager-scoring/sheet/scoring-page";
import { EarlierResults } from "@/components/result/earlier-results";
import { positionIn } from "@/components/sheet/values/position";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readEarlierResults } from "@/lib/result/queries";

/** Without the person's name: titles end up in histories and logs. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manager-scoring"))("sheet.title") };
}

export default async function ScoringRoute({
  params,
  searchParams,
}: PageProps<"/manager-scoring/[appraisalId]">) {
  const [actor, { appraisalId }] = await Promise.all([requireActor(), params]);
  const now = clock.now();
  const view = await readScoring(actor, appraisalId, now);
  if (view === null) notFound();
  const results = <EarlierResults results={await readEarlierResults(actor, appraisalId)} />;
  return (
    <MessagesScope
      namespaces={[
        ...["manager-scoring", "sheet", "scoring", "dossier.sums", "dossier.basket"],
        ...["dossier.decision", "dossier.reasons", "dossier.rounds", "dossier.states"],
        ...["dossier.verdict", "dossier.case"],
      ]}
    >
      <ScoringPage {...{ view, now, results }} position={positionIn(await searchParams)} />
      <SeenAs ground={view.seenAs} />
    </MessagesScope>
  );
}
