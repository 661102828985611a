import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeView } from "@/components/mine/me-view";
import { requireActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { readOwnAppraisals } from "@/lib/result/queries";
import { readOwnYears } from "@/lib/year/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mine"))("title") };
}

export default async function MePage() {
  const actor = await requireActor();
  const [appraisals, years] = await Promise.all([readOwnAppraisals(actor), readOwnYears(actor)]);
  return <MeView appraisals={appraisals} years={years} now={clock.now()} />;
}
