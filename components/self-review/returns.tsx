"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import { rungId } from "@/components/sheet/state/ids";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import type { FrameworkDocument } from "@/lib/scoring";
import type { SelfReturn } from "@/lib/self-review/types";

interface ReturnsProps {
  returns: readonly SelfReturn[];
  framework: FrameworkDocument;
  onShow: (key: string, place?: string) => void;
}

/** Why it came back, on top and with the way to the place; the same words stand at the rung. */
export function Returns({ returns, framework, onShow }: ReturnsProps) {
  const text = useTranslations("self-review.returned");
  const words = useTranslations("scoring");
  const { text: pick, moment } = useReader();
  const signed = useSigned();
  return returns.map(({ id, value, rung, caseTitle, reason, at, ...note }) => {
    const definition = framework.values.find(({ key }) => key === value);
    const kind = definition?.gated === false ? "rule" : "rung";
    const place = [
      definition === undefined ? null : pick(definition.name),
      rung === null ? null : words(kind, { point: rung }),
    ].filter((part) => part !== null);
    return (
      <Notice
        key={id}
        tone="warn"
        title={text("title", { name: signed(note) })}
        actions={
          definition === undefined ? null : (
            <Button
              onClick={() =>
                onShow(definition.key, rung === null ? undefined : rungId(definition.key, rung))
              }
            >
              {text("go", { value: place.join(" · ") })}
            </Button>
          )
        }
      >
        {caseTitle === null ? null : <p>{text("case", { title: caseTitle })}</p>}
        <p className="whitespace-pre-wrap text-ink">{reason}</p>
        <p className="text-xs">{text("at", { when: moment(at) })}</p>
      </Notice>
    );
  });
}
