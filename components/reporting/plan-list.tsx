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

const known = ["person_left", "planner_gone", "plan_overtaken", "plan_new_sheets"] as const;

interface PlanListProps {
  plans: readonly PlanRow[];
  /** Whose they are is said where they are not one person's. */
  named: boolean;
}

/** What is planned, and what was planned and did not fit any more. */
export function PlanList({ plans, named }: PlanListProps) {
  const text = useTranslations("reporting");
  const locale = useLocale();
  const toast = useToast();
  const dayOf = useDay();
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
  const faultOf = (fault: string) =>
    text(`faults.${known.find((one) => one === fault) ?? "other"}`);
  return (
    <div className="grid gap-2">
      <Problem text={cancelling.problem ?? restoring.problem ?? looking.problem} />
      <ul className="divide-y divide-line">
        {plans.map(({ id, employeeId, name, number, day, managerName, department, fault }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
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
                {text("list.row", {
                  day: dayOf(day),
                  department: departmentText(department, locale),
                  manager: managerName ?? text("history.top"),
                })}{" "}
                {fault === null ? null : <Chip tone="rust">{text("list.unfit")}</Chip>}
              </p>
              {fault === null ? null : <p className="text-sm text-ink-2">{faultOf(fault)}</p>}
            </div>
            {fault === null ? (
              <Button
                size="sm"
                pending={cancelling.pending}
                onClick={() => void cancelling.send({ planId: id })}
              >
                {text("list.cancel")}
              </Button>
            ) : (
              <Button
                size="sm"
                pending={looking.pending}
                onClick={() => void looking.send({ planId: id })}
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
