"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import type { NewInvitation } from "@/lib/access/types";

/** A link that is shown once, to be handed over. */
export function InvitationLink({ made }: { made: NewInvitation }) {
  const text = useTranslations("people.access");
  const { moment } = useReader();
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}${made.path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="grid gap-3" role="status">
      <Field label={text("link")} hint={text("once", { moment: moment(new Date(made.expiresAt)) })}>
        <TextInput readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div>
        <Button variant="primary" onClick={() => void copy()}>
          {text(copied ? "copied" : "copy")}
        </Button>
      </div>
    </div>
  );
}
