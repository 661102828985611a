import { describe, expect, it } from "vitest";
import { mayManageAccess } from "@/lib/access/permissions";
import { mayManageCycles } from "@/lib/cycle/permissions";
import { mayManagePeople } from "@/lib/people/permissions";
import { mayManageRulesets } from "@/lib/ruleset/permissions";
import { scopesOf } from "@/lib/what-if/permissions";
import { actorOf } from "../appraisal/support";

const nobody = actorOf("anybody");
const partner = actorOf("partner", { hrOf: ["support"] });
const admin = actorOf("admin", { isHrAdmin: true });
const both = actorOf("both", { isHrAdmin: true, hrOf: ["support"] });

describe("what belongs to the HR administrators alone", () => {
  it.each([
    ["roles and invitations", mayManageAccess],
    ["cycles", mayManageCycles],
    ["people and departments", mayManagePeople],
    ["frameworks and policies", mayManageRulesets],
  ])("%s", (_, may) => {
    expect([nobody, partner, admin, both].map(may)).toEqual([false, false, true, true]);
  });
});

it("what another policy would have done: HR's departments first, the company in counts", () => {
  expect([nobody, partner, admin, both].map(scopesOf)).toEqual([
    ...[[], ["mine"], ["company"], ["mine", "company"]],
  ]);
});
