"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { progressOf } from "@/components/autosave/progress";
import { SavedState } from "@/components/autosave/saved-state";
import { useSession } from "@/components/autosave/use-session";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { LeaveGuard } from "@/components/sheet/bar/leave-guard";
import { SheetNotices } from "@/components/sheet/bar/sheet-notices";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { Card } from "@/components/ui/layout/card";
import { preparationLimit, type Preparation } from "@/lib/interview/types";
import { Clash } from "../form/clash";
import { preparationFor, preparationKey, preparedParts } from "./preparation";

interface PreparationCardProps {
  appraisalId: string;
  preparation: Preparation;
  writable: boolean;
}

/** What one side notes down beforehand: saved by itself and shown to nobody else, neither before the interview nor after it. */
export function PreparationCard({ appraisalId, preparation, writable }: PreparationCardProps) {
  const text = useTranslations("interview.preparation");
  const { ofFault } = useRefusalText();
  const [session] = useState(() => preparationFor(appraisalId, preparation));
  const snapshot = useSession(session, writable ? `preparation:${appraisalId}` : null);
  const slot = snapshot.slots[preparationKey];
  const ours = slot?.ours ?? preparation;
  const theirs = slot?.theirs ?? null;
  return (
    <Card
      title={text("title")}
      note={text("note")}
      actions={writable ? <SavedState progress={progressOf(snapshot)} /> : null}
    >
      <div className="grid gap-4">
        <SheetNotices editor={{ ...snapshot, unsaved: session.unsaved, session }} />
        {theirs === null ? null : (
          <Clash
            theirs={preparedParts
              .filter((part) => theirs[part] !== ours[part])
              .map((part) => ({ label: text(part), text: theirs[part] }))}
            onKeepOurs={() => session.keepOurs(preparationKey)}
            onTakeTheirs={() => session.takeTheirs(preparationKey)}
          />
        )}
        {preparedParts.map((part) => (
          <Field
            key={part}
            label={text(part)}
            error={ofFault(slot?.faults[part])}
            aside={<TextCount used={ours[part].length} limit={preparationLimit} />}
            optional
          >
            <TextArea
              name={part}
              rows={4}
              value={ours[part]}
              readOnly={!writable}
              onChange={({ currentTarget: { value } }) =>
                session.edit(preparationKey, (now) => ({ ...now, [part]: value }))
              }
            />
          </Field>
        ))}
        <LeaveGuard session={session} />
      </div>
    </Card>
  );
}
