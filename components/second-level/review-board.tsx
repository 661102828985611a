"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCollectedAmong } from "@/components/dossier/basket/use-basket";
import { undoReviews } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { Button } from "@/components/ui/actions/button";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { Card } from "@/components/ui/layout/card";
import { AGREE_AT_ONCE } from "@/lib/second-level/types";
import type { AgreeAnswer, ReviewGroup, ReviewRow } from "@/lib/second-level/types";
import { AgreeDialog } from "./agree-dialog";
import { AgreeResult, type PartlyAgreed } from "./agree-result";
import { basketOf } from "./basket-of";
import { ReviewTable } from "./review-table";

/** A group with what is said of its window, drawn on the server. */
interface ShownGroup extends ReviewGroup {
  readonly due: ReactNode;
  /** Why none of it can be decided now; null where it can. */
  readonly locked: string | null;
}

interface ReviewBoardProps {
  groups: readonly ShownGroup[];
}

/** All groups with one selection over them: several sheets agreed to at once, each on its own. */
export function ReviewBoard({ groups }: ReviewBoardProps) {
  const text = useTranslations("second-level");
  const together = useTranslations("dossier.basket");
  const { stay } = useDecided();
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [agreeing, setAgreeing] = useState(false);
  const [partly, setPartly] = useState<PartlyAgreed | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  // A sheet that has gone on meanwhile is no longer chosen, whatever was ticked.
  const targets = rows.filter(({ appraisalId }) => chosen.has(appraisalId));
  const choose = (some: readonly ReviewRow[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const { appraisalId } of some)
        if (on) after.add(appraisalId);
        else after.delete(appraisalId);
      return after;
    });
  const done = (answer: AgreeAnswer) => {
    setChosen(new Set(answer.refused.map(({ appraisalId }) => appraisalId)));
    // By name now: what was refused because it had moved on is gone from the list as soon as that is read anew.
    setPartly(answer.refused.length > 0 ? { answer, people: targets } : null);
    if (answer.agreed.length > 0)
      stay(text("agreed", { count: answer.agreed.length }), undoReviews(answer.agreed));
    else router.refresh();
  };
  const tooMany = targets.length > AGREE_AT_ONCE ? text("tooMany", { max: AGREE_AT_ONCE }) : null;
  const pinned = useCollectedAmong(targets.map(basketOf));
  const sendFirst = pinned === 0 ? null : together("sendFirstAmong", { count: pinned });
  return (
    <>
      {partly === null ? null : <AgreeResult {...partly} onClose={() => setPartly(null)} />}
      {groups.map((group) => (
        <GroupCard key={group.id} group={group} chosen={chosen} onChoose={choose} />
      ))}
      {targets.length === 0 ? null : (
        <BottomBar status={text("chosen", { count: targets.length })}>
          <Button
            variant="primary"
            disabledReason={tooMany ?? sendFirst}
            onClick={() => setAgreeing(true)}
          >
            {text("agreeChosen", { count: targets.length })}
          </Button>
        </BottomBar>
      )}
      <AgreeDialog targets={targets} open={agreeing} onOpenChange={setAgreeing} onDone={done} />
    </>
  );
}

interface GroupCardProps {
  group: ShownGroup;
  chosen: ReadonlySet<string>;
  onChoose: (rows: readonly ReviewRow[], chosen: boolean) => void;
}

function GroupCard({ group, chosen, onChoose }: GroupCardProps) {
  const text = useTranslations("second-level");
  const free = group.rows.filter((row) => row.locked === null);
  const all = free.length > 0 && free.every(({ appraisalId }) => chosen.has(appraisalId));
  return (
    <Card
      flush
      title={text("groupTitle", { name: group.managerName })}
      note={[
        text("quarter", group.cycle),
        text("groupNote", { number: group.managerNumber, count: group.rows.length }),
        group.locked,
      ]
        .filter((words) => words !== null)
        .join(" · ")}
      actions={
        <>
          {group.due}
          {free.length === 0 ? null : (
            <Button size="sm" onClick={() => onChoose(free, !all)}>
              {text(all ? "chooseNone" : "chooseAll")}
            </Button>
          )}
        </>
      }
    >
      <ReviewTable group={group} chosen={chosen} onChoose={(row, on) => onChoose([row], on)} />
    </Card>
  );
}
