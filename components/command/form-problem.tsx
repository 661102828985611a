"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { Conflict } from "./use-versioned-form";
import { Problem } from "./problem";

interface FormProblemProps<Name extends string> {
  conflict: Conflict<Name> | null;
  /** Any other refusal that stands at no field. */
  problem: string | null;
  label: (name: Name) => string;
  show: (name: Name, value: string) => string;
}

/** Why a form was not saved; of a change that came too late both sides, field by field. */
export function FormProblem<Name extends string>({
  conflict,
  problem,
  label,
  show,
}: FormProblemProps<Name>) {
  const text = useTranslations("common.conflict");
  if (conflict === null) return <Problem text={problem} />;
  return (
    <Notice
      tone="warn"
      live
      title={text("title")}
      actions={
        <>
          <Button size="sm" onClick={conflict.keep}>
            {text("keep")}
          </Button>
          <Button size="sm" variant="quiet" onClick={conflict.discard}>
            {text("discard")}
          </Button>
        </>
      }
    >
      <p>{text(conflict.fields.length === 0 ? "same" : "body")}</p>
      <ul className="mt-2 grid gap-1">
        {conflict.fields.map(({ name, mine, now }) => (
          <li key={name} className="break-words">
            <span className="font-semibold">{label(name)}</span>{" "}
            {text("sides", {
              mine: show(name, mine) || text("empty"),
              now: show(name, now) || text("empty"),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
