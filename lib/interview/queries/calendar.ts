import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import type { Appointment } from "../types";
import { readAppointments } from "../store/records";

export interface Agreed {
  /** The other side's name. */
  readonly with: string;
  readonly appointment: Appointment;
  /** Of the result; each has a talk of its own. */
  readonly edition: number;
}

/** For either of the two the interview is between; null otherwise and where nothing is arranged. */
export async function readAgreed(actor: Actor, appraisalId: string): Promise<Agreed | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || !may(actor, "interview.arrange", subject).ok) return null;
    const [appointment] = await readAppointments(tx, subject);
    if (appointment === undefined) return null;
    const { employeeId, managerId } = subject;
    const other = employeeId === actor.employeeId ? managerId : employeeId;
    const person = await tx.employee.findUnique({
      where: { id: other ?? employeeId },
      select: { name: true },
    });
    return { with: person?.name ?? "", appointment, edition: subject.edition };
  });
}
