import { postCommand } from "@/lib/commands/client";
import type { Place } from "@/lib/dossier/types";
import { placeHref } from "../reading/href";
import type { Undo } from "./use-decided";

/** How each room takes a decision back, at the version the decision left. */
export function undoReview(appraisalId: string, version: number): Undo {
  return {
    href: placeHref("/second-level", { appraisalId, value: null }),
    takeBack: () => postCommand("second-level.take-back", { appraisalId, version }),
  };
}

interface Agreed {
  readonly appraisalId: string;
  readonly version: number;
}

/** Several agreed to at once are several decisions: each is taken back, and the first refusal is said. */
export function undoReviews(agreed: readonly Agreed[]): Undo {
  return {
    href: "/second-level",
    takeBack: async () => {
      const answers = await Promise.all(
        agreed.map(({ appraisalId, version }) => undoReview(appraisalId, version).takeBack()),
      );
      return answers.find(({ ok }) => !ok) ?? { ok: true, value: null };
    },
  };
}

type ScorePlace = Place & { readonly value: string };

export function undoAudit({ appraisalId, value }: ScorePlace, version: number): Undo {
  return {
    href: placeHref("/hr-audit", { appraisalId, value }),
    takeBack: () => postCommand("hr-audit.take-back", { appraisalId, value, version }),
  };
}

export function undoVote({ appraisalId, value }: ScorePlace, version: number): Undo {
  return {
    href: placeHref("/approvals", { appraisalId, value }),
    takeBack: () => postCommand("approval.take-back", { appraisalId, value, version }),
  };
}
