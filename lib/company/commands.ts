import "server-only";
import { lockStructure } from "@/lib/access/store";
import type { PublicContext } from "@/lib/authz/actor";
import { recordEvents } from "@/lib/events/record";
import { isWeakPassword } from "@/lib/auth/password-strength";
import { hashPassword } from "@/lib/auth/passwords";
import { openSessionIn, type SignedIn } from "@/lib/auth/sessions";
import { setPassword } from "@/lib/auth/set-password";
import { asHouse } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { installPresets } from "@/lib/ruleset/store";
import type { FirstRunInput } from "./schema";

/** Makes the company, its first department and its first HR administrator; whoever comes second finds nothing here. */
export async function createCompany(
  context: PublicContext,
  input: FirstRunInput,
): Promise<Outcome<SignedIn>> {
  const { now } = context;
  if (await asHouse("first_run", isTaken)) return refuse("not_found");
  if (isWeakPassword(input.password, [input.name, input.number, input.email, input.companyName])) {
    return refuse("weak_password", { fields: { password: { code: "weak_password" } } });
  }
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    if (await isTaken(tx)) return refuse("not_found");
    await installPresets(tx, now);
    const employeeId = await createFirstRows(tx, input, now);
    await setPassword(tx, { employeeId, passwordHash, now });
    const token = await openSessionIn(tx, employeeId, "password", now);
    return token === null ? refuse("not_found") : ok({ token, employeeId });
  });
}

async function isTaken(tx: Tx): Promise<boolean> {
  return (await tx.company.count()) > 0 || (await tx.employee.count()) > 0;
}

async function createFirstRows(tx: Tx, input: FirstRunInput, now: Date): Promise<string> {
  const { companyName, timeZone, name, number, email } = input;
  await tx.company.create({ data: { name: companyName, timeZone, createdAt: now } });
  const department = await tx.department.create({
    data: { code: "0", name: companyName },
    select: { id: true },
  });
  const today = new Date(`${new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now)}T00:00:00Z`);
  const person = await tx.employee.create({
    data: {
      number,
      name,
      email: email === "" ? null : email,
      departmentId: department.id,
      hireDate: today,
    },
    select: { id: true },
  });
  const grant = await tx.roleGrant.create({
    data: { employeeId: person.id, role: "hr_admin", grantedAt: now },
    select: { id: true },
  });
  await recordEvents(tx, { actorId: person.id, employeeId: person.id, at: now }, [
    { kind: "company.created" },
    { kind: "person.created" },
    { kind: "role.granted", grantId: grant.id },
  ]);
  return person.id;
}
