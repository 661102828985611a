import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrameworkView } from "@/components/ruleset/framework/framework-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { viewFramework } from "@/lib/ruleset/queries";
import { againstSchema, versionAddressSchema } from "@/lib/ruleset/schema";

interface Props {
  params: Promise<{ versionId: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleset"))("frameworks.title") };
}

export default async function FrameworkVersionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = versionAddressSchema.safeParse(await params);
  if (!address.success) notFound();
  const against = againstSchema.parse((await searchParams).against);
  const view = await viewFramework(actor, address.data.versionId, against);
  if (view === null) notFound();
  return (
    <MessagesScope namespaces={["sheet.ladder", "scoring"]}>
      <FrameworkView view={view} />
    </MessagesScope>
  );
}
