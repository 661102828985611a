import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { getTranslations } from "next-intl/server";
import { InterviewView } from "@/components/interview/interview-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readInterview } from "@/lib/interview/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("interview"))("title") };
}

interface Props {
  params: Promise<{ appraisalId: string }>;
}

export default async function InterviewPage({ params }: Props) {
  const actor = await requireActor();
  const now = clock.now();
  const sheet = await readInterview(actor, (await params).appraisalId, now);
  if (sheet === null) notFound();
  return (
    <MessagesScope namespaces={["interview"]}>
      <InterviewView sheet={sheet} reader={actor} now={now} />
      <SeenAs ground={sheet.dossier.seenAs} />
    </MessagesScope>
  );
}
