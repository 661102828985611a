import { useTranslations } from "next-intl";
import type { PolicyView as View } from "@/lib/ruleset/types";
import { formatScore, type PolicyDocument } from "@/lib/scoring";
import { VersionHead } from "../version/version-head";
import { VersionsCard } from "../version/versions-card";
import { AssumedPolicyCard } from "./assumed-card";
import { AuditCard } from "./audit-card";
import { BandsCard } from "./bands-card";
import { DistributionCard, FiguresCard } from "./figures-card";
import { ScoresCard } from "./scores-card";
import { AbsentCard, TalkCard, YearCard } from "./talk-card";

/** One version of a policy, read only: every rule as a sentence, scores and totals drawn. */
export function PolicyView({ view }: { view: View }) {
  const text = useTranslations("ruleset.policy");
  const { document: policy } = view;
  const facts = text("facts", {
    bands: policy.bands.length,
    max: formatScore(policy.bandsMaxTotal),
  });
  return (
    <>
      <VersionHead kind="policy" view={view} facts={facts} />
      <AssumedPolicyCard policy={policy} authored={view.authored} />
      <VersionsCard kind="policy" view={view} />
      <PolicyRules policy={policy} />
      <AbsentCard policy={policy} />
    </>
  );
}

/** Every rule the policy has. */
export function PolicyRules({ policy }: { policy: PolicyDocument }) {
  return (
    <>
      <BandsCard policy={policy} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <ScoresCard policy={policy} />
          <TalkCard policy={policy} />
          <FiguresCard policy={policy} />
        </div>
        <div className="grid gap-5">
          <AuditCard policy={policy} />
          <DistributionCard policy={policy} />
          <YearCard policy={policy} />
        </div>
      </div>
    </>
  );
}
