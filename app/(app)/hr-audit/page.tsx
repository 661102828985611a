import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DeputyNotice } from "@/components/delegation/deputy-notice";
import { AuditView, AuditWithoutGrant } from "@/components/hr-audit/audit-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { ReplayableCard } from "@/components/what-if/replayable-card";
import { requireVisit, requireWaiting } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readAuditPage } from "@/lib/hr-audit/queries/page";
import { hasAuditRoom } from "@/lib/hr-audit/queries/queue";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { listReplayable } from "@/lib/what-if/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hr-audit"))("title") };
}

export default async function AuditRoute({ searchParams }: PageProps<"/hr-audit">) {
  const { actor, rooms } = await requireVisit();
  if (!hasAuditRoom(actor)) notFound();
  if (!rooms.hrAudit) return <AuditWithoutGrant />;
  const now = clock.now();
  const asked = auditFilterSchema.parse(await searchParams);
  return (
    <MessagesScope namespaces={["hr-audit.queue"]}>
      <DeputyNotice waiting={await requireWaiting()} room="hr" />
      <AuditView {...await readAuditPage(actor, asked, now)} now={now} />
      <ReplayableCard room="audit" cycles={await listReplayable(actor)} />
    </MessagesScope>
  );
}
