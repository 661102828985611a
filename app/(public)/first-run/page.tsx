import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirstRunForm } from "@/components/auth/first-run-form";
import { MessagesScope } from "@/components/shell/messages-scope";
import { PublicShell } from "@/components/shell/public-shell";
import { companyExists } from "@/lib/company/queries";
import { timeZones } from "@/lib/company/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.firstRun"))("title") };
}

export default async function FirstRunPage() {
  if (await companyExists()) notFound();
  const text = await getTranslations("auth.firstRun");
  return (
    <MessagesScope namespaces={["auth"]}>
      <PublicShell title={text("title")} subtitle={text("subtitle")}>
        <FirstRunForm timeZones={timeZones()} />
      </PublicShell>
    </MessagesScope>
  );
}
