import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeputyNotice } from "@/components/delegation/deputy-notice";
import { ApprovalView } from "@/components/approval/approval-view";
import { requireActor, requireWaiting } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readTops } from "@/lib/approval/queries";
import { approvalFilterSchema } from "@/lib/approval/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approval"))("title") };
}

export default async function ApprovalsRoute({ searchParams }: PageProps<"/approvals">) {
  const actor = await requireActor();
  const now = clock.now();
  const page = await readTops(actor, approvalFilterSchema.parse(await searchParams), now);
  return (
    <>
      <DeputyNotice waiting={await requireWaiting()} room="approver" />
      <ApprovalView page={page} now={now} />
    </>
  );
}
