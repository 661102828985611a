"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { AnswerForm } from "./answer-form";

/** HR's question for somebody without an account; where there is none any more, the same page whatever the reason. */
export function AnswerView({ token, question }: { token: string; question: string | null }) {
  const text = useTranslations("answer");
  const [ended, setEnded] = useState<"thanks" | "invalid" | null>(null);
  const end = ended ?? (question === null ? "invalid" : null);
  if (end !== null || question === null) {
    const which = end ?? "invalid";
    return (
      <PublicShell title={text(`${which}.title`)}>
        <p role="status">{text(`${which}.body`)}</p>
      </PublicShell>
    );
  }
  return (
    <PublicShell title={text("title")} footer={text("footer")}>
      <p className="mb-5 text-lg break-words whitespace-pre-wrap">
        <bdi>{question}</bdi>
      </p>
      <AnswerForm token={token} onEnd={setEnded} />
    </PublicShell>
  );
}
