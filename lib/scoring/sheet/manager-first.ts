import type { FrameworkDocument } from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";

interface Rules {
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
}

/**
 * The values, by key, whose self-review is still closed to the manager (policy field `managerFirst`, ours). `opened`:
 * the keys of those whose draft has stood once (see `judgeUnseen`); what was seen cannot be unseen, so they stay open.
 */
export function unseenValues(
  { framework, policy }: Rules,
  opened: ReadonlySet<string>,
): ReadonlySet<string> {
  if (policy.managerFirst !== true) return new Set();
  return new Set(framework.values.map(({ key }) => key).filter((key) => !opened.has(key)));
}
