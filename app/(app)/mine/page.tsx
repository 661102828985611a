import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MineView } from "@/components/mine/mine-view";
import { requireActor } from "@/lib/visit/queries";
import { clock } from "@/lib/clock";
import { readOwnAppraisals } from "@/lib/result/queries";
import { readOwnYears } from "@/lib/year/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mine"))("title") };
}

export default async function MinePage() {
  const actor = await requireActor();
  const [appraisals, years] = await Promise.all([readOwnAppraisals(actor), readOwnYears(actor)]);
  return <MineView appraisals={appraisals} years={years} now={clock.now()} />;
}
