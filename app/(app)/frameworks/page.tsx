import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrameworksView } from "@/components/ruleset/list/frameworks-view";
import { requireActor } from "@/lib/visit/queries";
import { listFrameworks } from "@/lib/ruleset/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleset"))("frameworks.title") };
}

export default async function FrameworksPage() {
  const frameworks = await listFrameworks(await requireActor());
  if (frameworks === null) notFound();
  return <FrameworksView frameworks={frameworks} />;
}
