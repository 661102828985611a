"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useCommand } from "@/components/command/use-command";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { pick } from "@/lib/i18n/pick";
import type { ImportPreview, RulesetKind } from "@/lib/ruleset/types";
import { Changes } from "../version/changes";
import { roomOf } from "../version/room";
import { ImportFaults } from "./import-faults";

interface ImportPreviewCardProps {
  kind: RulesetKind;
  /** The text that was checked, sent word for word. */
  words: string;
  preview: ImportPreview;
}

export function ImportPreviewCard({ kind, words, preview }: ImportPreviewCardProps) {
  const text = useTranslations("ruleset.import");
  const { locale } = useReader();
  const router = useRouter();
  const toast = useToast();
  const top = useRef<HTMLDivElement>(null);
  const { key, version, effect, changes, newest, documents } = preview;
  const name = pick(preview.name, locale);
  const { pending, answer, send } = useCommand(`ruleset.import-${kind}`, {
    refresh: "never",
    onDone: ({ made, version: now, versionId }) => {
      toast({
        title: made
          ? text(`${kind}.done`, { name, version: now })
          : text("identicalDone", { version: now }),
      });
      router.push(`/${roomOf[kind]}/${versionId}`);
    },
  });
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <Card title={text("preview.title")} tone={effect === "identical" ? "plain" : "jade"}>
        <div className="grid grid-cols-1 gap-3">
          <p className="break-words">
            <span className="font-semibold">{name}</span>{" "}
            {text(`preview.${effect}`, { key, version, last: newest?.version ?? 0 })}
          </p>
          {preview.unscorable ? <p className="text-amber">{text("preview.unscorable")}</p> : null}
          {preview.assumed > 0 ? (
            <p className="text-sm text-ink-2">
              {text("preview.assumed", { count: preview.assumed })}
            </p>
          ) : null}
          {newest !== null && changes.length > 0 ? (
            <Disclosure
              open={changes.length <= 12}
              summary={text("preview.changes", { version: newest.version, count: changes.length })}
            >
              <Changes changes={changes} documents={documents} />
            </Disclosure>
          ) : null}
          {answer === null || answer.ok ? null : <ImportFaults answer={answer} />}
          <div className="flex flex-wrap items-center gap-4">
            {effect === "identical" ? null : (
              <Button
                variant="primary"
                pending={pending}
                onClick={() => void send({ text: words })}
              >
                {text(`${kind}.confirm`, { version })}
              </Button>
            )}
            {newest === null ? null : (
              <Link
                href={`/${roomOf[kind]}/${newest.versionId}`}
                className="inline-flex touch items-center link"
              >
                {text("preview.open", { version: newest.version })}
              </Link>
            )}
          </div>
        </div>
      </Card>
    </div>
  );
}
