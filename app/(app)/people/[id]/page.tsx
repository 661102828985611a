import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PersonView } from "@/components/people/person-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { readGrants } from "@/lib/access/queries";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { listDepartments } from "@/lib/departments/queries";
import { readParticipation } from "@/lib/participation/queries";
import { readPerson, suggestPeople } from "@/lib/people/queries";
import { readReportingOf } from "@/lib/reporting/queries";
import { personAddressSchema } from "@/lib/people/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const target = personAddressSchema.safeParse({ employeeId: (await params).id });
  if (!target.success) notFound();
  const { employeeId } = target.data;
  const [person, grants, departments, suggestions, participation, reporting] = await Promise.all([
    readPerson(actor, employeeId, clock.now()),
    readGrants(actor, employeeId),
    listDepartments(actor),
    suggestPeople(actor),
    readParticipation(actor, employeeId),
    readReportingOf(actor, employeeId),
  ]);
  if (!person || !departments || !participation || !reporting) notFound();
  return (
    <MessagesScope namespaces={["people", "hand-over", "mine.steps", "reporting"]}>
      <PersonView {...{ person, grants, departments, suggestions, reporting }} {...participation} />
    </MessagesScope>
  );
}
