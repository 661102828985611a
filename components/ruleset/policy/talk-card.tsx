import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { PolicyDocument } from "@/lib/scoring";
import { Rule, RulesCard } from "./rule";
import { usePolicyWords } from "./words";

/** What people have to say to each other. */
export function TalkCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const flag = (on: boolean) => ({ flag: on ? "yes" : "no" });
  return (
    <RulesCard policy={policy} title={text("sections.talk")}>
      <Rule policy={policy} at={["/requireDeductionInInterview"]}>
        {text("talk.deduction", flag(policy.requireDeductionInInterview))}
      </Rule>
      <Rule policy={policy} at={["/referWhenInDoubt"]}>
        {text("audit.refer", flag(policy.referWhenInDoubt === true))}
      </Rule>
      {policy.earlierToNewManager === true ? (
        <Rule policy={policy} at={["/earlierToNewManager"]}>
          {text("talk.earlierToNewManager")}
        </Rule>
      ) : null}
      {policy.markManagers === true ? (
        <Rule policy={policy} at={["/markManagers"]}>
          {text("talk.managers")}
        </Rule>
      ) : null}
    </RulesCard>
  );
}

/** How four quarters make the year. */
export function YearCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { after } = usePolicyWords(policy);
  const { year } = policy;
  if (year === undefined) return null;
  return (
    <RulesCard policy={policy} title={text("sections.year")} at={["/year"]}>
      <Rule policy={policy} at={["/year/proposal"]}>
        {after(text("year.average"), text("year.proposal", { proposal: year.proposal }))}
      </Rule>
      {year.trend ? (
        <Rule policy={policy} at={["/year/trend"]}>
          {text("year.trend")}
        </Rule>
      ) : null}
      {year.settledBySecondLevelAndHr ? (
        <Rule policy={policy} at={["/year/settledBySecondLevelAndHr"]}>
          {text("year.settled")}
        </Rule>
      ) : null}
    </RulesCard>
  );
}

type OptionalRow = {
  [Row in keyof PolicyDocument]-?: undefined extends PolicyDocument[Row] ? Row : never;
}[keyof PolicyDocument];

/** Whether a policy without the row is said to be without it: not where a sentence says so already, or nobody looks for it. */
const missed: Readonly<Record<OptionalRow, boolean>> = {
  edition: false,
  assumed: false,
  referWhenInDoubt: false,
  approverNotSecondLevel: true,
  managerFirst: true,
  earlierToNewManager: true,
  sanctionNeedsFacts: true,
  directionsFromBand: true,
  passLine: true,
  libraryFrom: true,
  returnReasons: true,
  markManagers: true,
  composite: true,
  promotion: true,
  quadrants: true,
  distribution: true,
  year: true,
};

const isRow = (name: string): name is OptionalRow => name in missed;
const missedRows = Object.keys(missed)
  .filter(isRow)
  .filter((name) => missed[name]);

/** Rules a policy may have and this one has not, so that nobody looks for them. */
export function AbsentCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset");
  const words = useTranslations("common.words");
  const absent = missedRows.filter((name) => policy[name] === undefined);
  if (absent.length === 0) return null;
  return (
    <Card title={text("policy.sections.absent")} note={text("policy.absent.note")}>
      <p className="text-ink-2">
        {absent.map((name) => text(`fields.${name}`)).join(words("separator"))}
      </p>
    </Card>
  );
}
