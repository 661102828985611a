import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { isReturnedTo } from "@/lib/appraisal/stages";
import type { TeamGroup, TeamMember } from "@/lib/manager-scoring/types";

const tones: Readonly<Record<TeamGroup, ChipTone>> = {
  returned: "rust",
  to_score: "amber",
  awaiting_self: "neutral",
  in_review: "indigo",
  to_interview: "amber",
  done: "jade",
  ended: "neutral",
};

/** The state of one person's appraisal as their manager would say it. */
export function useStateWords(): (member: TeamMember) => string {
  const text = useTranslations("manager-scoring.state");
  return ({ group, state, returnedFrom, started, valuesLeft, awaitsDraw }) => {
    if (group === "ended") return text("ended");
    if (group === "returned") {
      return text.has(`returned.${returnedFrom}`)
        ? text(`returned.${returnedFrom}`)
        : text("returned.other");
    }
    if (isReturnedTo("self_review", { state, returnedFrom })) return text("self_returned");
    if (awaitsDraw) return text("awaits_draw");
    if (state !== "manager_scoring") return text(state);
    if (!started) return text("new");
    return valuesLeft === 0 ? text("allScored") : text("started", { left: valuesLeft });
  };
}

export function MemberState({ member }: { member: TeamMember }) {
  const words = useStateWords();
  const tone = member.state === "objected" ? "amber" : tones[member.group];
  return <Chip tone={tone}>{words(member)}</Chip>;
}
