import type { Actor } from "@/lib/authz/actor";

type Verb = "access.invite" | "access.grant" | "access.revoke" | "access.read";

const forHrAdmins: Readonly<Record<Verb, true>> = {
  "access.invite": true,
  "access.grant": true,
  "access.revoke": true,
  "access.read": true,
};

export function may(actor: Actor, verb: Verb): boolean {
  return forHrAdmins[verb] && actor.isHrAdmin;
}
