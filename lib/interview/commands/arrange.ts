import "server-only";
import { workBeside } from "@/lib/appraisal/change";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { appointmentFault, placedIn, type Placed } from "../rules/appointment";
import type { ArrangeInput } from "../schema";
import { readAppointments } from "../store/records";
import type { StaleAppointment } from "../types";

/**
 * Makes the appointment or moves it: either side proposes, the other sees it at once and may propose another. Proposals are
 * kept; `version` is how many there were.
 */
export async function arrangeInterview(
  context: CommandContext,
  { appraisalId, version, minutes, place, note, ...when }: ArrangeInput,
): Promise<Outcome<{ readonly version: number }, { stale: StaleAppointment }>> {
  return workBeside<{ version: number }, Refusal<{ stale: StaleAppointment }>>(
    context,
    appraisalId,
    "interview.arrange",
    async ({ tx, subject }) => {
      const timeZone = await readTimeZone(tx);
      const appointments = await readAppointments(tx, subject);
      if (appointments.length !== version)
        return refuse("stale", {
          data: staleIn(placedIn(appointments[0], timeZone), appointments.length),
        });
      const { fault, startsAt } = appointmentFault(when, context.now, timeZone);
      if (fault !== null) return refuse("invalid_input", { fields: fault });
      await tx.appointment.create({
        data: {
          ...{
            appraisalId,
            edition: subject.edition,
            sequence: version,
            startsAt,
            minutes,
            place,
            note,
          },
          ...{ byId: context.actor.employeeId, at: context.now },
        },
      });
      return {
        ok: true,
        value: { version: version + 1 },
        events: [{ kind: "interview.arranged", sequence: version }],
      };
    },
  );
}

const staleIn = (current: Placed, version: number) => ({ version, current });
