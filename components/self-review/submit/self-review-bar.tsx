"use client";

import { Keyboard } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { SheetStatus } from "@/components/sheet/bar/sheet-status";
import { disputeId } from "@/components/sheet/state/ids";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useReader } from "@/components/reader/use-reader";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Deadline } from "@/components/ui/feedback/deadline";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import type { SelfReviewView } from "@/lib/self-review/types";

interface SelfReviewBarProps {
  editor: SheetEditor;
  view: SelfReviewView;
  now: Date;
  place: {
    next: string | null;
    previous: string | null;
    show: (key: string, at?: string) => void;
  };
  onSubmit: () => void;
  onKeys: () => void;
}

/** Saved state, deadline and what is missing; the way on, and the end of it. */
export function SelfReviewBar({ editor, view, now, place, onSubmit, onKeys }: SelfReviewBarProps) {
  const text = useTranslations("self-review.submit");
  const bar = useTranslations("sheet.bar");
  const { text: pick } = useReader();
  const { next, previous, show } = place;
  const due = view.stages.find(({ step }) => step === "self_review")?.closesAt ?? null;
  const following = view.framework.values.find(({ key }) => key === next);
  const ready = editor.missing.length === 0;
  const open = editor.closed === null;
  return (
    <BottomBar
      status={
        <>
          <SheetStatus editor={editor} onDispute={(key) => show(key, disputeId(key))} />
          {due === null ? null : (
            <span className="max-md:hidden">
              <Deadline due={due} now={now} compact />
            </span>
          )}
        </>
      }
    >
      <span className="max-md:hidden">
        <IconButton
          label={bar("shortcuts")}
          icon={<Icon of={Keyboard} className="size-4.5" />}
          onClick={onKeys}
        />
      </span>
      {previous === null ? null : (
        <span className="max-md:hidden">
          <Button variant="quiet" onClick={() => show(previous)}>
            {bar("previous")}
          </Button>
        </span>
      )}
      {following === undefined ? null : (
        <span className={ready ? "max-md:hidden" : undefined}>
          <Button variant={ready ? "secondary" : "primary"} onClick={() => show(following.key)}>
            {bar("next", { value: pick(following.name) })}
          </Button>
        </span>
      )}
      {open ? (
        <span className={ready || following === undefined ? undefined : "max-md:hidden"}>
          <Button
            variant={ready || following === undefined ? "primary" : "secondary"}
            onClick={onSubmit}
          >
            {text("button")}
          </Button>
        </span>
      ) : null}
    </BottomBar>
  );
}
