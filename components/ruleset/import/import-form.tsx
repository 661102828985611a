"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { IMPORT_BYTES, importSize } from "@/lib/ruleset/types";
import type { ImportPreview, RulesetKind } from "@/lib/ruleset/types";
import { FileButton } from "./file-button";
import { ImportFaults } from "./import-faults";
import { ImportPreviewCard } from "./import-preview";
import { kilobytes } from "./read-file";

/** Checks first what a document is and what is wrong with it; what was checked is what gets imported. */
export function ImportForm({ kind }: { kind: RulesetKind }) {
  const text = useTranslations("ruleset.import");
  const required = useTranslations("errors")("required");
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<{ words: string; preview: ImportPreview } | null>(null);
  const [stale, setStale] = useState(false);
  const { pending, answer, send } = useCommand("ruleset.preview-import", { refresh: "never" });
  const size = { size: kilobytes(importSize(words)), max: kilobytes(IMPORT_BYTES) };
  const change = (now: string) => {
    setWords(now);
    setProblem(null);
    setChecked(null);
    setStale(true);
  };
  const check = async () => {
    setChecked(null);
    const wrong =
      words.trim() === ""
        ? required
        : importSize(words) > IMPORT_BYTES
          ? text("tooLarge", size)
          : null;
    setProblem(wrong);
    if (wrong !== null) return;
    setStale(false);
    const result = await send({ kind, text: words });
    if (result.ok) setChecked({ words, preview: result.value });
  };
  return (
    <>
      <Card>
        <form
          method="post"
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          <Field
            label={text("text")}
            hint={text("textHint", { size: kilobytes(IMPORT_BYTES) })}
            error={problem ?? undefined}
            required
          >
            <TextArea
              name="text"
              rows={10}
              spellCheck={false}
              autoComplete="off"
              value={words}
              onChange={(event) => change(event.currentTarget.value)}
            />
          </Field>
          <div className="flex flex-wrap items-center gap-3">
            <FileButton onRead={change} onProblem={setProblem} />
            <Button
              type="submit"
              variant={checked === null ? "primary" : "secondary"}
              {...{ pending }}
            >
              {text("check")}
            </Button>
            {stale && answer !== null ? (
              <p className="text-sm text-ink-2">{text("editAgain")}</p>
            ) : null}
          </div>
        </form>
      </Card>
      {answer === null || answer.ok ? null : <ImportFaults answer={answer} />}
      {checked === null ? null : (
        <ImportPreviewCard kind={kind} words={checked.words} preview={checked.preview} />
      )}
    </>
  );
}
