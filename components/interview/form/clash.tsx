"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";

interface ClashProps {
  /** The fields that differ, as they stand on the server. */
  theirs: readonly { readonly label: string; readonly text: string }[];
  onKeepOurs: () => void;
  onTakeTheirs: () => void;
}

/** Saved from another page or device meanwhile: both are shown, and neither goes over the other unasked. */
export function Clash({ theirs, onKeepOurs, onTakeTheirs }: ClashProps) {
  const text = useTranslations("interview.clash");
  const words = useTranslations("common.conflict");
  return (
    <Notice
      live
      tone="danger"
      title={text("title")}
      actions={
        <>
          <Button onClick={onKeepOurs}>{text("keepOurs")}</Button>
          <Button onClick={onTakeTheirs}>{text("takeTheirs")}</Button>
        </>
      }
    >
      <p>{text("body")}</p>
      <dl className="mt-2 grid gap-2">
        {theirs.map(({ label, text: written }) => (
          <div key={label}>
            <dt className="font-semibold">{label}</dt>
            <dd className="break-words whitespace-pre-wrap">{written || words("empty")}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
