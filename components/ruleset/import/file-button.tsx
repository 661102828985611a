"use client";

import { FileJson } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { IMPORT_BYTES } from "@/lib/ruleset/types";
import { kilobytes, readTextFile } from "./read-file";

interface FileButtonProps {
  onRead: (words: string) => void;
  onProblem: (problem: string) => void;
}

export function FileButton({ onRead, onProblem }: FileButtonProps) {
  const text = useTranslations("ruleset.import");
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const take = async (file: File) => {
    const read = await readTextFile(file);
    if (read.ok) {
      setName(file.name);
      onRead(read.text);
      return;
    }
    setName(null);
    onProblem(text(read.reason, { size: kilobytes(file.size), max: kilobytes(IMPORT_BYTES) }));
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file, mended meanwhile, can be chosen again.
          event.currentTarget.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      <Button
        icon={<Icon of={FileJson} className="size-4" />}
        onClick={() => field.current?.click()}
      >
        {text("file")}
      </Button>
      {name === null ? null : (
        <p role="status" className="min-w-0 text-sm text-ink-2">
          {text("fileRead", { name })}
        </p>
      )}
    </>
  );
}
