import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportView } from "@/components/ruleset/import/import-view";
import { requireActor } from "@/lib/visit/queries";
import { mayManageRulesets } from "@/lib/ruleset/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleset"))("import.framework.title") };
}

export default async function ImportFrameworkPage() {
  if (!mayManageRulesets(await requireActor())) notFound();
  return <ImportView kind="framework" />;
}
