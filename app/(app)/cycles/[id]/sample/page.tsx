import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SampleView } from "@/components/cycle/sample/sample-view";
import { readRevealed } from "@/lib/sample/queries";
import { drawsAddressSchema } from "@/lib/sample/schema";
import { requireActor } from "@/lib/visit/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle.sample"))("title") };
}

/** How the sample of a cycle was drawn, once its seed is revealed. */
export default async function SamplePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const address = drawsAddressSchema.safeParse(await params);
  const revealed = address.success ? await readRevealed(actor, address.data.id) : null;
  if (revealed === null) notFound();
  return <SampleView revealed={revealed} />;
}
