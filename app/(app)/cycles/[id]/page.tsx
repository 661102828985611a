import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CycleView } from "@/components/cycle/running/cycle-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readCycle } from "@/lib/cycle/queries";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const addressSchema = z.object({ id: z.uuid(), department: z.uuid().nullable().default(null) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("title") };
}

export default async function CyclePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { department } = await searchParams;
  const address = addressSchema.safeParse({ ...(await params), department });
  if (!address.success) notFound();
  const now = clock.now();
  const cycle = await readCycle(actor, address.data.id, address.data.department, now);
  if (cycle === null) notFound();
  return (
    <MessagesScope namespaces={["cycle"]}>
      <CycleView cycle={cycle} now={now} />
    </MessagesScope>
  );
}
