import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { getTranslations } from "next-intl/server";
import { ResultView } from "@/components/result/result-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readResult } from "@/lib/result/queries";

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
  const result = await readResult(actor, appraisalId, now);
  if (result === null) notFound();
  return (
    <MessagesScope namespaces={["result"]}>
      <ResultView result={result} reader={actor} now={now} />
      <SeenAs ground={result.dossier.seenAs} />
    </MessagesScope>
  );
}
