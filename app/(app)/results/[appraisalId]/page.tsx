import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { getTranslations } from "next-intl/server";
import { ReopenedView } from "@/components/result/former/reopened-view";
import { ResultView } from "@/components/result/result-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readFormerResults, readResult } from "@/lib/result/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("result"))("title") };
}

interface Props {
  params: Promise<{ appraisalId: string }>;
}

export default async function ResultPage({ params }: Props) {
  const actor = await requireActor();
  const { appraisalId } = await params;
  const now = clock.now();
  const [result, before] = await Promise.all([
    readResult(actor, appraisalId, now),
    readFormerResults(actor, appraisalId),
  ]);
  const ground = result?.dossier.seenAs ?? before?.seenAs;
  if (ground === undefined) notFound();
  return (
    <MessagesScope namespaces={["result"]}>
      {result !== null ? (
        <ResultView result={result} former={before?.former ?? []} reader={actor} now={now} />
      ) : before === null ? null : (
        <ReopenedView results={before} reader={actor} now={now} />
      )}
      <SeenAs ground={ground} />
    </MessagesScope>
  );
}
