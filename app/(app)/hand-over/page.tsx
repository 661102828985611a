import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BoardView } from "@/components/hand-over/board-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { clock } from "@/lib/clock";
import { readRunning } from "@/lib/delegation/queries";
import { requireActor } from "@/lib/visit/queries";
import { waitingRelations } from "@/lib/relations/queries";
import { readAllPlans } from "@/lib/reporting/queries";
import { readHandOverBoard } from "@/lib/hand-over/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hand-over"))("title") };
}

export default async function HandOverPage() {
  const actor = await requireActor();
  const [board, delegations, waiting, plans] = await Promise.all([
    readHandOverBoard(actor),
    readRunning(actor, clock.now()),
    waitingRelations(actor),
    readAllPlans(actor),
  ]);
  if (board === null) notFound();
  return (
    <MessagesScope namespaces={["delegation", "hand-over", "reporting"]}>
      <BoardView board={board} delegations={delegations} waiting={waiting} plans={plans} />
    </MessagesScope>
  );
}
