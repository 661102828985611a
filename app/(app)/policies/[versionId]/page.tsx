import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PolicyView } from "@/components/ruleset/policy/policy-view";
import { ReplayableCard } from "@/components/what-if/replayable-card";
import { requireActor } from "@/lib/visit/queries";
import { viewPolicy } from "@/lib/ruleset/queries";
import { againstSchema, versionAddressSchema } from "@/lib/ruleset/schema";
import { listReplayable } from "@/lib/what-if/queries";

interface Props {
  params: Promise<{ versionId: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleset"))("policies.title") };
}

export default async function PolicyVersionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = versionAddressSchema.safeParse(await params);
  if (!address.success) notFound();
  const against = againstSchema.parse((await searchParams).against);
  const view = await viewPolicy(actor, address.data.versionId, against);
  if (view === null) notFound();
  const replayable = await listReplayable(actor, view.versionId);
  return (
    <>
      <PolicyView view={view} />
      <ReplayableCard room="policy" cycles={replayable} policyVersionId={view.versionId} />
    </>
  );
}
