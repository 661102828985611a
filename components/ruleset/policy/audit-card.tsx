import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HalfPoints, PolicyDocument } from "@/lib/scoring";
import { Rule, RulesCard } from "./rule";
import { ScoreStrip } from "./score-strip";
import { usePolicyWords } from "./words";

/** Where a score goes after the second level: verified, sampled, asked about, approved. */
export function AuditCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { when, list } = usePolicyWords(policy);
  const { verifyAtMost, verifyAtLeast, beneficiaryViewAt, approveAt, topRung, sample } =
    policy.audit;
  const strip = (holds: (score: HalfPoints) => boolean): ReactNode => (
    <ScoreStrip top={topRung * 2} step={policy.stepHalfPoints} holds={holds} />
  );
  const verified = (score: HalfPoints) =>
    (verifyAtMost !== null && score <= verifyAtMost) ||
    (verifyAtLeast !== null && score >= verifyAtLeast);
  const reaches = (bound: HalfPoints | null) => (score: HalfPoints) =>
    bound !== null && score >= bound;
  const verify = when({ atMost: verifyAtMost, atLeast: verifyAtLeast });
  const tops: readonly { name: "beneficiary" | "approve"; bound: HalfPoints | null; at: string }[] =
    [
      { name: "beneficiary", bound: beneficiaryViewAt, at: "/audit/beneficiaryViewAt" },
      { name: "approve", bound: approveAt, at: "/audit/approveAt" },
    ];
  return (
    <RulesCard
      policy={policy}
      title={text("sections.audit")}
      note={text("strip", { top: topRung })}
      at={["/audit"]}
    >
      <Rule
        policy={policy}
        at={["/audit/verifyAtMost", "/audit/verifyAtLeast"]}
        plot={verify === "" ? null : strip(verified)}
      >
        {verify === "" ? text("audit.verifyNone") : text("audit.verify", { when: verify })}
      </Rule>
      <Rule
        policy={policy}
        at={["/audit/sample"]}
        plot={sample === undefined ? null : strip((score) => !verified(score))}
      >
        {sample === undefined
          ? text("audit.sampleNone")
          : text("audit.sample", { percent: sample.percent })}
      </Rule>
      {tops.map(({ name, bound, at }) => (
        <Rule
          key={name}
          policy={policy}
          at={[at]}
          plot={bound === null ? null : strip(reaches(bound))}
        >
          {bound === null
            ? text(`audit.${name}None`)
            : text(`audit.${name}`, {
                when: when(bound < topRung * 2 ? { atLeast: bound } : { exactly: [bound] }),
              })}
        </Rule>
      ))}
      {policy.approverNotSecondLevel === true ? (
        <Rule policy={policy} at={["/approverNotSecondLevel"]}>
          {text("audit.approverApart")}
        </Rule>
      ) : null}
      {policy.returnReasons === undefined ? null : (
        <Rule policy={policy} at={["/returnReasons"]}>
          {text("audit.reasons", {
            reasons: list(policy.returnReasons.map((reason) => text(`audit.reason.${reason}`))),
          })}
        </Rule>
      )}
      <Rule policy={policy} at={["/audit/topRung"]}>
        {text("audit.top", { rungs: topRung })}
      </Rule>
    </RulesCard>
  );
}
