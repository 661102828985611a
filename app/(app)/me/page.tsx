import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeView } from "@/components/mine/me-view";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readOwnAppraisals } from "@/lib/result/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mine"))("title") };
}

export default async function MePage() {
  const appraisals = await readOwnAppraisals(await requireActor());
  return <MeView appraisals={appraisals} now={clock.now()} />;
}
