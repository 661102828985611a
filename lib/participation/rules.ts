import { stageOf } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";

/** Whether the self-review is not handed in: of whoever is gone nobody else can write it. */
export const isUnwritten = (state: AppraisalState): boolean => stageOf(state) === "self_review";
