import { CountsView } from "@/components/what-if/counts-view";
import { requireActor } from "@/lib/visit/queries";
import { readWhatIfFigures } from "@/lib/what-if/queries";
import type { Scope, WhatIfHead } from "@/lib/what-if/types";

interface FiguresProps {
  head: WhatIfHead;
  policy: string | undefined;
  scope: Scope | undefined;
}

/** Streamed behind the page's head: a large company takes seconds. */
export async function Figures({ head, policy, scope }: FiguresProps) {
  if (policy === undefined || scope === undefined) return null;
  const figures = await readWhatIfFigures(await requireActor(), head, policy, scope);
  return figures === null ? null : <CountsView head={head} figures={figures} />;
}
