"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useReader } from "@/components/reader/use-reader";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { Card } from "@/components/ui/layout/card";

interface InvitationCardProps {
  employeeId: string;
  hasSignIn: boolean;
  openUntil: string | null;
}

export function InvitationCard({ employeeId, hasSignIn, openUntil }: InvitationCardProps) {
  const text = useTranslations("people.access");
  const { moment } = useReader();
  const { pending, answer, problem, send } = useCommand("access.invite", { refresh: "never" });
  const [copied, setCopied] = useState(false);
  const made = answer?.ok === true ? answer.value : null;
  const link = made === null ? "" : `${window.location.origin}${made.path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <Card title={text("title")}>
      <div className="grid gap-3">
        <p>{text(hasSignIn ? "has" : "hasNot")}</p>
        {openUntil !== null && made === null ? (
          <p className="text-sm text-ink-2">
            {text("pending", { moment: moment(new Date(openUntil)) })}
          </p>
        ) : null}
        <Problem text={problem} />
        {made === null ? (
          <div>
            <Button pending={pending} onClick={() => void send({ employeeId })}>
              {text("create")}
            </Button>
          </div>
        ) : (
          <div className="grid gap-3" role="status">
            <Field
              label={text("link")}
              hint={text("once", { moment: moment(new Date(made.expiresAt)) })}
            >
              <TextInput readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
            </Field>
            <div>
              <Button variant="primary" onClick={() => void copy()}>
                {text(copied ? "copied" : "copy")}
              </Button>
            </div>
          </div>
        )}
      </div>
    </Card>
  );
}
