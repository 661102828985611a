import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PoliciesView } from "@/components/ruleset/list/policies-view";
import { requireActor } from "@/lib/visit/queries";
import { listPolicies } from "@/lib/ruleset/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleset"))("policies.title") };
}

export default async function PoliciesPage() {
  const policies = await listPolicies(await requireActor());
  if (policies === null) notFound();
  return <PoliciesView policies={policies} />;
}
