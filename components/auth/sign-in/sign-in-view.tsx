import { useTranslations } from "next-intl";
import { PublicShell } from "@/components/shell/public-shell";
import { Notice } from "@/components/ui/feedback/notice";
import { OidcButton } from "./oidc-button";
import { SignInForm } from "./sign-in-form";

export interface SignInViewProps {
  returnPath: string;
  /** Why the visitor is here again: an error of the company's account system. */
  problem: "unknownPerson" | "oidcFailed" | null;
  notice: "password_changed" | null;
  /** Null while no OpenID provider is configured. */
  oidc: { name: string | undefined } | null;
}

export function SignInView({ returnPath, problem, notice, oidc }: SignInViewProps) {
  const text = useTranslations("auth.signIn");
  return (
    <PublicShell title={text("title")} subtitle={text("subtitle")} footer={text("footer")}>
      {problem === null ? null : (
        <div className="mb-5">
          <Notice tone="warn" title={text(`${problem}.title`)}>
            {text(`${problem}.body`)}
          </Notice>
        </div>
      )}
      {notice === null ? null : (
        <div className="mb-5">
          <Notice tone="success">{text(`notices.${notice}`)}</Notice>
        </div>
      )}
      <SignInForm returnPath={returnPath} />
      {oidc === null ? null : <OidcButton name={oidc.name} returnPath={returnPath} />}
    </PublicShell>
  );
}
