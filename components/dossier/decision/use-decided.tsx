"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { useToast } from "@/components/ui/feedback/toast";
import type { Reply } from "@/lib/commands/client";
import { UNDO_MS } from "@/lib/review/types";
import { readingIds } from "../reading/ids";

interface Onward {
  /** The list the sheet came from. */
  readonly list: string;
  /** The address of what waits next. */
  readonly next: string | null;
}

const OnwardContext = createContext<Onward | null>(null);

/** Around the page of a sheet: where its decisions lead. */
export function OnwardFrom({ list, next, children }: Onward & { children: ReactNode }) {
  const onward = useMemo(() => ({ list, next }), [list, next]);
  return <OnwardContext value={onward}>{children}</OnwardContext>;
}

/** What takes a decision back, and where its sheet is then decided anew. */
export interface Undo {
  readonly takeBack: () => Promise<Reply<unknown>>;
  readonly href: string;
}

interface Decided {
  /** The page goes on: it is read anew. */
  readonly stay: (title: string, undo?: Undo) => void;
  /** On to what waits next, or to the list where nothing does. */
  readonly onward: (title: string, undo?: Undo) => void;
  /** Whether something waits next. */
  readonly more: boolean;
}

/**
 * Says what was decided, offers to take it back while that may be, and goes on. For commands with `refresh: "never"`: read
 * anew on the way out, the page is a 404.
 */
export function useDecided(): Decided {
  const text = useTranslations("dossier.decision.undo");
  const { ofAnswer } = useRefusalText();
  const to = useContext(OnwardContext);
  const router = useRouter();
  const toast = useToast();
  const takeBack = async ({ takeBack: send, href }: Undo) => {
    const answer = await send();
    if (!answer.ok) {
      toast({ title: ofAnswer(answer) ?? "", tone: "danger" });
      router.refresh();
      return;
    }
    toast({ title: text("done") });
    router.push(href);
    router.refresh();
  };
  const say = (title: string, undo?: Undo) =>
    toast(
      undo === undefined
        ? { title }
        : {
            title,
            action: {
              id: readingIds.undo,
              label: text("label"),
              within: UNDO_MS,
              onAction: () => void takeBack(undo),
            },
          },
    );
  const stay = (title: string, undo?: Undo) => {
    say(title, undo);
    router.refresh();
  };
  const onward = (title: string, undo?: Undo) => {
    if (to === null) {
      stay(title, undo);
      return;
    }
    say(title, undo);
    router.replace(to.next ?? to.list);
    router.refresh();
  };
  return { stay, onward, more: to !== null && to.next !== null };
}
