import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewPersonForm } from "@/components/people/form/person-form";
import { MessagesScope } from "@/components/shell/messages-scope";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { requireActor } from "@/lib/visit/queries";
import { listDepartments } from "@/lib/departments/queries";
import { suggestPeople } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("form.newTitle") };
}

export default async function NewPersonPage() {
  const actor = await requireActor();
  const departments = await listDepartments(actor);
  if (departments === null) notFound();
  const [suggestions, text] = await Promise.all([suggestPeople(actor), getTranslations("people")]);
  return (
    <MessagesScope namespaces={["people", "hand-over", "mine.steps"]}>
      <PageHeader
        back={<BackLink href="/people">{text("title")}</BackLink>}
        title={text("form.newTitle")}
      />
      <Card>
        <NewPersonForm departments={departments} suggestions={suggestions} />
      </Card>
    </MessagesScope>
  );
}
