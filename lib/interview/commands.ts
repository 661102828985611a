import "server-only";
import { changeAppraisal, type Changed, type Opened } from "@/lib/appraisal/commands";
import type { CommandContext } from "@/lib/authz/actor";
import { valueView } from "@/lib/dossier/rules";
import { readReview, type Review } from "@/lib/dossier/store";
import { refuse, type FieldFault, type Outcome } from "@/lib/errors/outcome";
import { resultOf } from "@/lib/sheet/rules";
import { directionsFrom, heldOnFault, talkingPoints } from "./rules";
import { directionFault, type RecordInterviewInput } from "./schema";
import { readHeldBetween } from "./store";

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
  const days = await readHeldBetween(tx, subject.appraisalId, context.now);
  const heldOn = heldOnFault(input.heldOn, days);
  const review = await readReview(tx, subject);
  const { policy } = review.ruleset;
  // The 2006 manual: what was deducted is told to the employee in person, with its facts.
  const untold = input.deductions === "" && asksForDeductions(review);
  const undirected = input.direction === "";
  if (heldOn === null && !untold && !undirected) return null;
  const direction = directionFault(directionsFrom(policy, review.result.band) !== null);
  return {
    ...(heldOn === null ? {} : { heldOn }),
    ...(undirected ? { direction: { code: direction } } : {}),
    ...(untold ? { deductions: { code: "deductions_required" } } : {}),
  };
}

function asksForDeductions({ ruleset, sheets, result }: Review): boolean {
  const { framework, policy } = ruleset;
  if (!policy.requireDeductionInInterview) return false;
  const results = { self: resultOf(framework, policy, sheets, "self"), manager: result };
  const values = framework.values.map((value) => valueView(sheets, results, value));
  return talkingPoints(values).deducted.length > 0;
}
