import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CyclesView } from "@/components/cycle/cycles-view";
import { requireActor } from "@/lib/visit/queries";
import { listCycles } from "@/lib/cycle/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("title") };
}

export default async function CyclesPage() {
  const cycles = await listCycles(await requireActor());
  if (cycles === null) notFound();
  return <CyclesView cycles={cycles} />;
}
