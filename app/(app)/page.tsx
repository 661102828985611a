import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeView } from "@/components/home/home-view";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readHome } from "@/lib/home/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage() {
  const actor = await requireActor();
  const now = clock.now();
  return <HomeView home={await readHome(actor, now)} name={actor.name} now={now} />;
}
