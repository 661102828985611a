"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/layout/card";
import type { PreviewOpeningInput } from "@/lib/cycle/schema";
import type { OpeningPreview } from "@/lib/cycle/types";
import { quarterText } from "../quarter-text";
import { ScheduleFields } from "../windows/schedule-fields";
import { ByHandFields } from "./by-hand-fields";
import type { Choices, Look } from "./choices";
import { PreviewCard } from "./preview/card";
import { QuarterField, quarterValue } from "./quarter-field";
import { readInput } from "./read-input";
import { RulesetFields } from "./ruleset-fields";
import { ScopeFields } from "./scope-fields";

interface Previewed {
  readonly input: PreviewOpeningInput;
  readonly preview: OpeningPreview;
  /** What was shown before, where it no longer holds. */
  readonly before: OpeningPreview | null;
}

/** Previews what opening would do; opening itself takes exactly what was previewed. */
export function NewCycleForm({ choices, looks }: { choices: Choices; looks: readonly Look[] }) {
  const text = useTranslations("cycle");
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [quarter, setQuarter] = useState(quarterValue(choices.defaults));
  const proposal = choices.quarters.find((one) => quarterValue(one) === quarter);
  const [scope, setScope] = useState("everybody");
  const looking = useCommand("cycle.preview", { refresh: "never" });
  const { pending, errorOf, problem } = looking;
  const send = async (input: PreviewOpeningInput) => {
    setPreviewed(null);
    const answer = await looking.send(input);
    if (answer.ok) setPreviewed({ input, preview: answer.value, before: null });
    return answer;
  };
  const formProps = useForm({ ...looking, send }, (field) => readInput(field, choices));
  return (
    <>
      <form {...formProps} className="grid gap-5" onChange={() => setPreviewed(null)}>
        <Problem text={problem} />
        <Card title={text("new.scopeTitle")}>
          <div className="grid gap-4">
            <QuarterField
              quarters={choices.quarters}
              chosen={quarter}
              onChoose={setQuarter}
              error={errorOf("quarter") ?? errorOf("year")}
            />
            <ScopeFields
              choices={choices}
              joinedAfter={proposal?.joinedAfter ?? ""}
              scope={scope}
              onScope={setScope}
              errorOf={errorOf}
            />
            <ByHandFields errorOf={errorOf} onChange={() => setPreviewed(null)} />
          </div>
        </Card>
        <Card title={text("new.rulesTitle")} note={text("new.rulesNote")}>
          <RulesetFields choices={choices} looks={looks} errorOf={errorOf} />
        </Card>
        <Card
          title={text("new.windowsTitle")}
          note={text("new.windowsNote", { zone: choices.timeZone })}
        >
          <ScheduleFields
            key={quarter}
            proposed={proposal?.windows ?? []}
            errorOf={errorOf}
            onMade={() => setPreviewed(null)}
          />
        </Card>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant={previewed ? "secondary" : "primary"} pending={pending}>
            {text("new.preview")}
          </Button>
          {previewed ? null : <p className="text-sm text-ink-2">{text("preview.changed")}</p>}
        </div>
      </form>
      {previewed ? (
        <PreviewCard
          key={previewed.preview.standing}
          {...previewed}
          onChanged={(preview) =>
            setPreviewed({ input: previewed.input, preview, before: previewed.preview })
          }
          quarter={quarterText(text, previewed.input)}
        />
      ) : null}
    </>
  );
}
