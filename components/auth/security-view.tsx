import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { OwnAccess } from "@/lib/access/types";
import { PasswordForm } from "./password-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

export function SecurityView({ access }: { access: OwnAccess }) {
  const text = useTranslations("auth.security");
  const { moment } = useReader();
  return (
    <div className="grid gap-5">
      <PageHeader title={text("title")} />
      <Card title={text("changeTitle")} note={access.hasPassword ? text("changeNote") : undefined}>
        <div className="grid gap-4 pt-2">
          {access.passwordChangedAt === null ? null : (
            <p className="text-sm text-ink-2">
              {text("changedAt", { moment: moment(new Date(access.passwordChangedAt)) })}
            </p>
          )}
          {access.hasPassword ? <PasswordForm /> : <p>{text("noPassword")}</p>}
        </div>
      </Card>
      <Card title={text("sessionsTitle")} actions={<SignOutEverywhere />}>
        <p>{text("sessions", { count: access.signIns.length })}</p>
        <ul className="mt-2 grid gap-1 text-sm text-ink-2 tabular">
          {access.signIns.map(({ at, failuresBefore }) => (
            <li key={at}>
              {text("since", { moment: moment(new Date(at)) })}
              {failuresBefore > 0 ? (
                <span className="ms-3 text-amber">
                  {text("failuresBefore", { count: failuresBefore })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        {access.failuresSince > 0 ? (
          <p className="mt-3 text-amber">
            {text("failuresSince", { count: access.failuresSince })}
          </p>
        ) : null}
        <p className="mt-3 text-sm text-ink-2">{text("everywhereNote")}</p>
      </Card>
    </div>
  );
}
