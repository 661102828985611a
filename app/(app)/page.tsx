import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FailuresNotice } from "@/components/auth/sign-in/failures-notice";
import { HomeView } from "@/components/home/home-view";
import { readFailedSignIns } from "@/lib/access/queries";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readHome } from "@/lib/home/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage() {
  const actor = await requireActor();
  const now = clock.now();
  const [home, failures] = await Promise.all([readHome(actor, now), readFailedSignIns(actor, now)]);
  return (
    <div className="grid gap-6">
      {failures === null ? null : <FailuresNotice failures={failures} />}
      <HomeView home={home} name={actor.name} now={now} />
    </div>
  );
}
