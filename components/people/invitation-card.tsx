"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useReader } from "@/components/reader/use-reader";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import type { NewInvitation } from "@/lib/access/types";
import { ConfirmedCommand } from "./confirmed-command";
import { InvitationLink } from "./invitation-link";

interface InvitationCardProps {
  employeeId: string;
  hasSignIn: boolean;
  openUntil: string | null;
}

export function InvitationCard({ employeeId, hasSignIn, openUntil }: InvitationCardProps) {
  const text = useTranslations("people.access");
  const { moment } = useReader();
  const [made, setMade] = useState<NewInvitation | null>(null);
  const invite = useCommand("access.invite", { refresh: "never", onDone: setMade });
  if (made !== null)
    return (
      <Card title={text("title")}>
        <InvitationLink made={made} />
      </Card>
    );
  return (
    <Card title={text("title")}>
      <div className="grid gap-3">
        <p>{text(hasSignIn ? "has" : "hasNot")}</p>
        <Problem text={invite.problem} />
        {openUntil === null ? (
          <div>
            <Button pending={invite.pending} onClick={() => void invite.send({ employeeId })}>
              {text("create")}
            </Button>
          </div>
        ) : (
          <>
            <p className="text-sm text-ink-2">
              {text("pending", { moment: moment(new Date(openUntil)) })}
            </p>
            <div>
              <ConfirmedCommand
                command="access.invite"
                input={{ employeeId }}
                label={text("create")}
                title={text("againTitle")}
                description={text("againBody")}
                confirmLabel={text("create")}
                harmless
                onDone={setMade}
              />
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
