import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewCycleView } from "@/components/cycle/new/new-cycle-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readCycleOptions } from "@/lib/cycle/queries";
import { suggestPeople } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("new.title") };
}

export default async function NewCyclePage() {
  const actor = await requireActor();
  const [options, suggestions] = await Promise.all([
    readCycleOptions(actor, clock.now()),
    suggestPeople(actor),
  ]);
  if (options === null) notFound();
  return (
    <MessagesScope namespaces={["cycle"]}>
      <NewCycleView options={options} suggestions={suggestions} />
    </MessagesScope>
  );
}
