import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeputyNotice } from "@/components/delegation/deputy-notice";
import { TeamView } from "@/components/manager-scoring/team/team-view";
import { requireActor, requireWaiting } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readTeam } from "@/lib/manager-scoring/queries";
import { teamFilterSchema } from "@/lib/manager-scoring/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manager-scoring"))("team.title") };
}

export default async function TeamRoute({ searchParams }: PageProps<"/manager-scoring">) {
  const actor = await requireActor();
  const now = clock.now();
  const team = await readTeam(actor, teamFilterSchema.parse(await searchParams), now);
  return (
    <>
      <DeputyNotice waiting={await requireWaiting()} room="manager" />
      <TeamView team={team} now={now} />
    </>
  );
}
