"use client";

import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Chip } from "@/components/ui/marks/chip";
import { departmentText } from "@/lib/departments/rules";
import type { PlanRow } from "@/lib/reporting/types";
import { useDay } from "./use-day";

const faults = ["person_left", "planner_gone", "plan_overtaken", "plan_new_sheets"] as const;
const isKnown = (fault: string | null): fault is (typeof faults)[number] =>
  faults.some((one) => one === fault);

interface PlanListProps {
  plans: readonly PlanRow[];
  /** Whose they are is said where they are not one person's. */
  named: boolean;
}

/** What is planned, and what was planned and did not fit any more. */
export function PlanList({ plans, named }: PlanListProps) {
  const text = useTranslations("reporting");
  const toast = useToast();
  const restoring = useCommand("reporting.restore", {
    refresh: "always",
    onDone: () => toast({ title: text("list.restored") }),
  });
  const cancelling = useCommand("reporting.cancel", {
    refresh: "always",
    onDone: ({ planId }) =>
      toast({
        title: text("list.cancelled"),
        action: {
          label: text("list.undo"),
          onAction: () => void restoring.send({ planId }),
        },
      }),
  });
  const looking = useCommand("reporting.look", { refresh: "always" });
  return (
    <div className="grid gap-2">
      <Problem text={cancelling.problem ?? restoring.problem ?? looking.problem} />
      <ul className="divide-y divide-line">
        {plans.map((plan) => (
          <li
            key={plan.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2"
          >
            <PlanText plan={plan} named={named} />
            {plan.fault === null ? (
              <Button
                size="sm"
                pending={cancelling.pending}
                onClick={() => void cancelling.send({ planId: plan.id })}
              >
                {text("list.cancel")}
              </Button>
            ) : (
              <Button
                size="sm"
                pending={looking.pending}
                onClick={() => void looking.send({ planId: plan.id })}
              >
                {text("list.look")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Only what changes is said, and what was decided about the sheets under way. */
function PlanText({ plan, named }: { plan: PlanRow; named: boolean }) {
  const text = useTranslations("reporting");
  const ways = useTranslations("hand-over.give.ways");
  const words = useTranslations("common.words");
  const locale = useLocale();
  const dayOf = useDay();
  const { employeeId, name, number, day, manager, department, sheets, shown, fault } = plan;
  const changes = [
    ...(department === null
      ? []
      : [text("list.department", { department: departmentText(department, locale) })]),
    ...(manager === null
      ? []
      : [text("list.manager", { manager: manager.name ?? text("history.top") })]),
  ];
  const decided =
    sheets === null
      ? []
      : [
          ...(sheets.handed === 0 ? [] : [text("list.handed", { count: sheets.handed })]),
          ...(sheets.way === null || manager === null ? [] : [ways(sheets.way)]),
          ...(sheets.stays === 0 ? [] : [text("list.stays", { count: sheets.stays })]),
        ];
  const known = isKnown(fault) ? fault : "other";
  return (
    <div className="min-w-0 flex-1 basis-60">
      {named ? (
        <p>
          <Link href={`/people/${employeeId}`} className="font-semibold link">
            <bdi>{name}</bdi>
          </Link>{" "}
          <span className="text-sm text-ink-2 tabular">{number}</span>
        </p>
      ) : null}
      <p>
        {text("list.row", { day: dayOf(day), changes: changes.join(words("separator")) })}{" "}
        {fault === null && shown ? <Chip>{text("list.shown")}</Chip> : null}
        {fault === null ? null : <Chip tone="rust">{text("list.unfit")}</Chip>}
      </p>
      {decided.length === 0 ? null : (
        <p className="text-sm text-ink-2">
          {text("list.sheets", { decided: decided.join(words("separator")) })}
        </p>
      )}
      {fault === null ? null : <p className="text-sm text-ink-2">{text(`faults.${known}`)}</p>}
    </div>
  );
}
