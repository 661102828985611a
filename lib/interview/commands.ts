import "server-only";
import { changeAppraisal, type Changed, type Opened } from "@/lib/appraisal/commands";
import type { CommandContext } from "@/lib/authz/actor";
import { readReview } from "@/lib/dossier/store";
import { refuse, type FieldFault, type Outcome } from "@/lib/errors/outcome";
import { valueOf } from "@/lib/sheet/rules";
import type { RecordInterviewInput } from "./schema";

/** Keeps the minutes and publishes the result with them: from here on the employee sees everything of their own. */
export async function recordInterview(
  context: CommandContext,
  input: RecordInterviewInput,
): Promise<Outcome<Changed<null>>> {
  const { appraisalId, version, heldOn, ...texts } = input;
  return changeAppraisal(context, { appraisalId, version }, "interview.write", async (opened) => {
    const fields = await faultsOf(context, opened, input);
    if (fields !== null) return refuse("invalid_input", { fields });
    await opened.tx.interview.create({
      data: {
        appraisalId,
        heldOn: new Date(`${heldOn}T00:00:00Z`),
        ...texts,
        recordedById: context.actor.employeeId,
        recordedAt: context.now,
      },
    });
    return {
      ok: true,
      value: null,
      set: {
        state: "published",
        publishedAt: context.now,
        stateSince: context.now,
        returnedFrom: null,
      },
      events: [{ kind: "interview.recorded" }, { kind: "result.published" }],
    };
  });
}

async function faultsOf(
  context: CommandContext,
  { tx, subject }: Opened,
  input: RecordInterviewInput,
): Promise<Record<string, FieldFault> | null> {
  const { timeZone } = await tx.company.findFirstOrThrow({ select: { timeZone: true } });
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(context.now);
  if (input.heldOn > today) return { heldOn: { code: "future_date" } };
  const { ruleset, sheets, result } = await readReview(tx, subject);
  // The 2006 manual: what was deducted is told to the employee in person, with its facts.
  const deducted = ruleset.framework.values.some(({ key }) => {
    const facts = [...valueOf(sheets.self, key).cases, ...valueOf(sheets.manager, key).cases];
    return facts.some((item) => item.kind === "contradicts");
  });
  const asked = ruleset.policy.requireDeductionInInterview && deducted && result.complete;
  return asked && input.deductions === "" ? { deductions: { code: "deductions_required" } } : null;
}
