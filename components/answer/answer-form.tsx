"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useSend } from "@/components/command/use-send";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { TextInput } from "@/components/ui/form/text-input";
import type { AnswerLinkInput } from "@/lib/beneficiary/schema";
import { postJson } from "@/lib/commands/client";
import type { Outcome } from "@/lib/errors/outcome";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";

const post = (input: AnswerLinkInput) => postJson<Outcome<null>>("/api/public/answer", input);

interface AnswerFormProps {
  token: string;
  onEnd: (how: "thanks" | "invalid") => void;
}

export function AnswerForm({ token, onEnd }: AnswerFormProps) {
  const text = useTranslations("answer");
  const sending = useSend(post, { refresh: "never" });
  const [typed, setTyped] = useState({ said: "", name: "", relation: "" });
  const fill = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const { errorOf, pending, problem } = sending;
  const submit = async () => {
    const answer = await sending.send({ token, ...typed });
    if (answer.ok) onEnd("thanks");
    else if (answer.code === "link_invalid") onEnd("invalid");
  };
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Problem text={problem} />
      <Field label={text("said")} error={errorOf("said")} required>
        <TextArea
          name="said"
          rows={6}
          value={typed.said}
          onChange={({ target }) => fill({ said: target.value })}
          count={<TextCount used={Array.from(typed.said).length} limit={REVIEW_TEXT_MAX} />}
        />
      </Field>
      <Field label={text("name")} error={errorOf("name")} optional>
        <TextInput
          name="name"
          value={typed.name}
          onChange={({ target }) => fill({ name: target.value })}
        />
      </Field>
      <Field
        label={text("relation")}
        hint={text("relationHint")}
        error={errorOf("relation")}
        optional
      >
        <TextInput
          name="relation"
          value={typed.relation}
          onChange={({ target }) => fill({ relation: target.value })}
        />
      </Field>
      <Button type="submit" variant="primary" block pending={pending}>
        {text("submit")}
      </Button>
    </form>
  );
}
