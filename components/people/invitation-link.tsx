"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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
  const top = useRef<HTMLDivElement>(null);
  // It is shown once and may stand far from the button that made it: the focus brings it into sight.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      top.current?.focus({ preventScroll: true });
      top.current?.scrollIntoView({ block: "center" });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div ref={top} tabIndex={-1} className="grid gap-3" role="status">
      <Field label={text("link")} hint={text("once", { moment: moment(new Date(made.expiresAt)) })}>
        <TextInput
          name="link"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <div>
        <Button variant="primary" onClick={() => void copy()}>
          {text(copied ? "copied" : "copy")}
        </Button>
      </div>
    </div>
  );
}
