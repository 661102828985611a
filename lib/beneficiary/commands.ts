import "server-only";
import { workBeside, type Opened } from "@/lib/appraisal/change";
import type { StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { refuse, type FieldFault, type Outcome } from "@/lib/errors/outcome";
import { dayIn } from "@/lib/i18n/zone";
import { readReview } from "@/lib/review/store";
import { asksBeneficiary, standingViews } from "./rules";
import type { RecordViewInput } from "./schema";
import { readViews } from "./store";
import type { RecordedView } from "./types";

/** Writes down what one of those who benefited said of a score at the top; one view after another, never over one. */
export async function recordView(
  context: CommandContext,
  input: RecordViewInput,
): Promise<Outcome<RecordedView, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  const { appraisalId, value: valueKey, asked, way, said, corrects: correctsId } = input;
  return workBeside<RecordedView>(context, appraisalId, "hr.ask", async (opened) => {
    const fields = await viewFaults(opened, input, now);
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const view = await opened.tx.beneficiaryView.create({
      data: {
        ...{ appraisalId, valueKey, asked, way, said, correctsId },
        ...{ askedOn: new Date(`${input.askedOn}T00:00:00Z`), byId: actor.employeeId, at: now },
      },
      select: { id: true },
    });
    const { round } = opened.subject;
    return {
      ok: true,
      value: { viewId: view.id },
      events: [{ kind: "hr.beneficiary_view", round, value: valueKey }],
    };
  });
}

async function viewFaults(
  { tx, subject }: Opened,
  { value, askedOn, corrects }: RecordViewInput,
  now: Date,
): Promise<Readonly<Record<string, FieldFault>>> {
  const { result, owed } = await readReview(tx, subject);
  const scored = result.values.find(({ key }) => key === value);
  if (scored === undefined || scored.score === null) return { value: { code: "unknown_value" } };
  if (!asksBeneficiary(scored, owed)) return { value: { code: "nothing_to_verify" } };
  if (askedOn > dayIn(now, await readTimeZone(tx))) return { askedOn: { code: "future_date" } };
  if (corrects === null) return {};
  const standing = standingViews(await readViews(tx, subject.appraisalId));
  const found = standing.some(({ id, valueKey }) => id === corrects && valueKey === value);
  return found ? {} : { corrects: { code: "unknown_view" } };
}
