import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartmentTree } from "@/components/departments/department-tree";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { listDepartments } from "@/lib/departments/queries";
import { suggestPeople } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("tree.title") };
}

export default async function DepartmentsPage() {
  const actor = await requireActor();
  const [departments, suggestions] = await Promise.all([
    listDepartments(actor),
    suggestPeople(actor),
  ]);
  if (departments === null) notFound();
  return (
    <MessagesScope namespaces={["people"]}>
      <DepartmentTree departments={departments} suggestions={suggestions} />
    </MessagesScope>
  );
}
