import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleView } from "@/components/people/people-view";
import { requireActor } from "@/lib/visit/queries";
import { listDepartments } from "@/lib/departments/queries";
import { listLeftManagers, listPeople } from "@/lib/people/queries";
import { peopleFilterSchema } from "@/lib/people/schema";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = peopleFilterSchema.parse(await searchParams);
  const [page, departments, leftManagers] = await Promise.all([
    listPeople(actor, filter),
    listDepartments(actor),
    listLeftManagers(actor),
  ]);
  if (page === null || departments === null) notFound();
  return <PeopleView {...{ page, filter, departments, leftManagers }} />;
}
