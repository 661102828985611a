import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { WhatIfView } from "@/components/what-if/what-if-view";
import { Working } from "@/components/what-if/working";
import { requireActor } from "@/lib/visit/queries";
import { readWhatIf } from "@/lib/what-if/queries";
import { whatIfAddressSchema } from "@/lib/what-if/schema";
import { Figures } from "./figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("what-if"))("title") };
}

type Props = PageProps<"/cycles/[id]/what-if">;

export default async function WhatIfPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = whatIfAddressSchema.safeParse({ ...(await searchParams), ...(await params) });
  const head = address.success ? await readWhatIf(actor, address.data.id) : null;
  if (!address.success || head === null) notFound();
  const policy = head.choices.find(({ id }) => id === address.data.policy)?.id;
  const scope = head.scopes.find((one) => one === address.data.scope) ?? head.scopes[0];
  return (
    <WhatIfView head={head} policy={policy} scope={scope}>
      <Suspense key={`${policy} ${scope}`} fallback={<Working />}>
        <Figures head={head} policy={policy} scope={scope} />
      </Suspense>
    </WhatIfView>
  );
}
