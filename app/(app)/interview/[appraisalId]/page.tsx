import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeenAs } from "@/components/dossier/seen-as";
import { getTranslations } from "next-intl/server";
import { InterviewView } from "@/components/interview/interview-view";
import { OwnInterviewView } from "@/components/interview/own/own-interview";
import { MessagesScope } from "@/components/shell/messages-scope";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readInterview } from "@/lib/interview/queries/guide";
import { readOwnInterview } from "@/lib/interview/queries/own";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("interview"))("title") };
}

interface Props {
  params: Promise<{ appraisalId: string }>;
}

export default async function InterviewPage({ params }: Props) {
  const actor = await requireActor();
  const now = clock.now();
  const { appraisalId } = await params;
  const sheet = await readInterview(actor, appraisalId, now);
  const own = sheet === null ? await readOwnInterview(actor, appraisalId, now) : null;
  const seenAs = own?.seenAs ?? sheet?.dossier.seenAs;
  if (seenAs === undefined) notFound();
  return (
    <MessagesScope namespaces={["interview", "sheet.notice", "sheet.leave", "sheet.bar"]}>
      {own === null ? null : <OwnInterviewView interview={own} now={now} />}
      {sheet === null ? null : <InterviewView sheet={sheet} reader={actor} now={now} />}
      <SeenAs ground={seenAs} />
    </MessagesScope>
  );
}
