import { readActor } from "@/lib/authz/current-actor";
import type { CommandContext } from "@/lib/authz/actor";
import { nameDeputy } from "@/lib/delegation/commands";
import type { NameDeputyInput } from "@/lib/delegation/schema";
import { tokenOf } from "../../support/accounts";
import { day, type Person, type TestCompany } from "../../support/company";

/** Delegations as somebody names them, by default for the day the company was built on and the week after. */
export function delegationsOf(company: TestCompany) {
  const inputFor = (
    from: Person,
    to: Person,
    change: Partial<NameDeputyInput> = {},
  ): NameDeputyInput => ({
    ...{ forId: company.ids[from], deputyId: company.ids[to], rooms: ["manager"] },
    ...{ departmentIds: [], employeeIds: [], from: "2026-11-21", until: "2026-11-28" },
    ...change,
  });
  const name = async (from: Person, to: Person, change: Partial<NameDeputyInput> = {}) =>
    nameDeputy(company.context(from), inputFor(from, to, change));
  /** A person as a request would find them, `at` in days from the company's now. */
  const contextOf = async (person: Person, at = 0): Promise<CommandContext> => {
    const now = new Date(company.now.getTime() + at * day);
    const actor = await readActor(await tokenOf(company.actor(person)), now);
    if (actor === null) throw new Error("nobody");
    return { actor, now };
  };
  return { inputFor, name, contextOf };
}
