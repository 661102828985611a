"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { DialogButton } from "@/components/dossier/decision/dialog-button";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { TextInput } from "@/components/ui/form/text-input";
import { linkDays, linkLimits, type LinkDays, type NewLink } from "@/lib/beneficiary/types";

interface MakeLinkProps {
  appraisalId: string;
  value: string;
  valueName: string;
}

/** HR writes a question and is shown its link, once. */
export function MakeLink({ appraisalId, value, valueName }: MakeLinkProps) {
  const text = useTranslations("dossier.beneficiary.link");
  const keep = `beneficiary-link:${appraisalId}:${value}`;
  const making = useCommand("beneficiary.make-link", { keeps: keep });
  const [question, setQuestion] = useState("");
  const [days, setDays] = useState<LinkDays>(7);
  const [made, setMade] = useState<NewLink | null>(null);
  const make = async (close: () => void) => {
    const answer = await making.send({ appraisalId, value, question, days });
    if (!answer.ok) return;
    setMade(answer.value);
    setQuestion("");
    close();
  };
  return (
    <>
      <DialogButton
        label={text("make")}
        keep={keep}
        title={text("title", { value: valueName })}
        description={text("body")}
        confirmLabel={text("confirm")}
        command={making}
        onConfirm={make}
      >
        <Field
          label={text("question")}
          hint={text("hint")}
          error={making.errorOf("question")}
          required
        >
          <TextArea
            name="question"
            rows={4}
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
            count={<TextCount used={Array.from(question).length} limit={linkLimits.question} />}
          />
        </Field>
        <RadioCards
          legend={text("days")}
          name="days"
          columns={3}
          value={String(days)}
          onChange={({ currentTarget }) =>
            setDays(linkDays.find((count) => String(count) === currentTarget.value) ?? 7)
          }
          error={making.errorOf("days")}
          options={linkDays.map((count) => ({
            value: String(count),
            label: text("day", { count }),
          }))}
        />
      </DialogButton>
      {made === null ? null : <MadeLink made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function MadeLink({ made, onClose }: { made: NewLink; onClose: () => void }) {
  const text = useTranslations("dossier.beneficiary.link");
  const { moment } = useReader();
  const [copied, setCopied] = useState(false);
  const url = `${window.location.origin}${made.path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div className="grid w-full gap-3" role="status">
      <Field label={text("url")} hint={text("once", { moment: moment(new Date(made.expiresAt)) })}>
        <TextInput name="link" readOnly value={url} onFocus={({ target }) => target.select()} />
      </Field>
      <div className="flex gap-3">
        <Button variant="primary" onClick={() => void copy()}>
          {text(copied ? "copied" : "copy")}
        </Button>
        <Button onClick={onClose}>{text("close")}</Button>
      </div>
    </div>
  );
}
