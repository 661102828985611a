import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInView } from "@/components/auth/sign-in/sign-in-view";
import { MessagesScope } from "@/components/shell/messages-scope";
import { oidcSettings } from "@/lib/auth/oidc";
import { safeReturnPath } from "@/lib/auth/web/return-path";
import { currentActor } from "@/lib/authz/current-actor";
import { companyExists } from "@/lib/company/queries";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, error, notice } = await searchParams;
  const returnPath = safeReturnPath(next);
  if (!(await companyExists())) redirect("/first-run");
  if ((await currentActor()) !== null) redirect(returnPath);
  const oidc = oidcSettings();
  const failed = error === "unknown_person" ? "unknownPerson" : "oidcFailed";
  return (
    <MessagesScope namespaces={["auth"]}>
      <SignInView
        returnPath={returnPath}
        problem={error === undefined ? null : failed}
        notice={notice === "password_changed" ? notice : null}
        oidc={oidc && { name: oidc.label }}
      />
    </MessagesScope>
  );
}
