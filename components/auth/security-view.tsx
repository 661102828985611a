import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { OwnAccess } from "@/lib/access/types";
import { PasswordForm } from "./password-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

const shownSignIns = 5;

interface SignIns {
  readonly moment: string;
  readonly failuresBefore: number;
  readonly count: number;
}

/** Sign-ins of one minute, as many as a machine makes, are one line; one with failures before it keeps its own. */
function alike(signIns: OwnAccess["signIns"], moment: (at: string) => string): SignIns[] {
  return signIns.reduce<SignIns[]>((lines, { at, failuresBefore }) => {
    const line = { moment: moment(at), failuresBefore, count: 1 };
    const last = lines.at(-1);
    return last?.moment === line.moment && last.failuresBefore + failuresBefore === 0
      ? [...lines.slice(0, -1), { ...last, count: last.count + 1 }]
      : [...lines, line];
  }, []);
}

export function SecurityView({ access }: { access: OwnAccess }) {
  const text = useTranslations("auth.security");
  const { moment } = useReader();
  const signIns = alike(access.signIns, (at) => moment(new Date(at)));
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
        <SignInList signIns={signIns.slice(0, shownSignIns)} />
        {signIns.length > shownSignIns ? (
          <Disclosure summary={text("earlier", { count: signIns.length - shownSignIns })}>
            <SignInList signIns={signIns.slice(shownSignIns)} />
          </Disclosure>
        ) : null}
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

function SignInList({ signIns }: { signIns: readonly SignIns[] }) {
  const text = useTranslations("auth.security");
  return (
    <ul className="mt-2 grid gap-1 text-sm text-ink-2 tabular">
      {signIns.map(({ moment, failuresBefore, count }, index) => (
        <li key={index}>
          {text("since", { moment, count })}
          {failuresBefore > 0 ? (
            <span className="ms-3 text-amber">
              {text("failuresBefore", { count: failuresBefore })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
