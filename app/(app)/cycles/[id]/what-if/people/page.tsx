import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleView } from "@/components/what-if/people-view";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { listChanged } from "@/lib/what-if/queries";
import { changedAddressSchema } from "@/lib/what-if/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("what-if"))("people.title") };
}

type Props = PageProps<"/cycles/[id]/what-if/people">;

export default async function ChangedPeoplePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = changedAddressSchema.safeParse({ ...(await searchParams), ...(await params) });
  const page = address.success ? await listChanged(actor, address.data, clock.now()) : null;
  if (!address.success || page === null) notFound();
  return <PeopleView page={page} begun={address.data.after !== undefined} />;
}
