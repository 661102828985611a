import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { getTranslations } from "next-intl/server";
import { TrailView } from "@/components/trail/trail-view";
import { requireActor } from "@/lib/visit/queries";
import { readTrail } from "@/lib/trail/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trail"))("title") };
}

interface Props {
  params: Promise<{ appraisalId: string }>;
}

export default async function TrailPage({ params }: Props) {
  const trail = await readTrail(await requireActor(), (await params).appraisalId);
  if (trail === null) notFound();
  return (
    <>
      <TrailView trail={trail} />
      <SeenAs ground={trail.seenAs} />
    </>
  );
}
