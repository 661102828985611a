import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CycleView } from "@/components/cycle/running/cycle-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readCycle } from "@/lib/cycle/queries";
import { cycleAddressSchema } from "@/lib/cycle/schema";
import { listDepartments } from "@/lib/departments/queries";
import { listChanges } from "@/lib/participation/queries";
import { suggestPeople } from "@/lib/people/queries";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ department?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("title") };
}

export default async function CyclePage({ params, searchParams }: Props) {
  const [actor, now] = [await requireActor(), clock.now()];
  const asked = { ...(await params), department: (await searchParams).department };
  const { data } = cycleAddressSchema.safeParse(asked);
  if (data === undefined) notFound();
  const [cycle, changes, departments, suggestions] = await Promise.all([
    readCycle(actor, data.id, data.department, now),
    listChanges(actor, { cycleId: data.id }),
    listDepartments(actor),
    suggestPeople(actor),
  ]);
  if (cycle === null || changes === null || departments === null) notFound();
  return (
    <MessagesScope namespaces={["cycle", "participation"]}>
      <CycleView {...{ cycle, changes, departments, suggestions, now }} />
    </MessagesScope>
  );
}
