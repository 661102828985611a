import { useTranslations } from "next-intl";
import { formatScore, justificationRule, type PolicyDocument } from "@/lib/scoring";
import { Rule, RulesCard } from "./rule";
import { ScoreStrip } from "./score-strip";
import { usePolicyWords } from "./words";

/** What the score of one value asks for or brings about. */
export function ScoresCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { when, consequences, bandName } = usePolicyWords(policy);
  const { stepHalfPoints: step, justification, singleValueRules, passLine, libraryFrom } = policy;
  const top = policy.audit.topRung * 2;
  const asked = when(justification);
  return (
    <RulesCard
      policy={policy}
      title={text("sections.scores")}
      note={text("strip", { top: policy.audit.topRung })}
    >
      <Rule policy={policy} at={["/stepHalfPoints"]}>
        {text("scores.step", { step: String(step) })}
      </Rule>
      {policy.managerFirst === true ? (
        <Rule policy={policy} at={["/managerFirst"]}>
          {text("scores.managerFirst")}
        </Rule>
      ) : null}
      <Rule
        policy={policy}
        at={["/justification"]}
        plot={
          <ScoreStrip {...{ top, step }} holds={(s) => justificationRule(policy, s).required} />
        }
      >
        {asked === ""
          ? text("scores.justificationNone")
          : text("scores.justification", { when: asked })}
      </Rule>
      {justification.whenExcused === true ? (
        <Rule policy={policy} at={["/justification/whenExcused"]}>
          {text("scores.whenExcused")}
        </Rule>
      ) : null}
      {singleValueRules.map(({ below, equals, consequences: codes, setsBand }, index) => (
        <Rule
          key={index}
          policy={policy}
          at={[`/singleValueRules/${index}`]}
          plot={
            <ScoreStrip
              {...{ top, step }}
              holds={(s) => s === equals || (below !== undefined && s < below)}
            />
          }
        >
          {text(
            `scores.${ruleText(below !== undefined, setsBand !== undefined, codes.length > 0)}`,
            {
              score: formatScore(below ?? equals ?? 0),
              consequences: consequences(codes),
              band: bandName(setsBand ?? ""),
            },
          )}
        </Rule>
      ))}
      {passLine === undefined ? null : (
        <Rule
          policy={policy}
          at={["/passLine"]}
          plot={<ScoreStrip {...{ top, step }} holds={(s) => s >= passLine} />}
        >
          {text("scores.passLine", { score: formatScore(passLine) })}
        </Rule>
      )}
      {libraryFrom === undefined ? null : (
        <Rule
          policy={policy}
          at={["/libraryFrom"]}
          plot={<ScoreStrip {...{ top, step }} holds={(s) => s >= libraryFrom} />}
        >
          {text("scores.library", { score: formatScore(libraryFrom) })}
        </Rule>
      )}
    </RulesCard>
  );
}

/** The sentence of a single-value rule: by its condition, with the band it sets, with consequences or the band alone. */
function ruleText(below: boolean, sets: boolean, leads: boolean) {
  const condition = below ? "below" : "equals";
  if (!sets) return condition;
  return leads ? (`${condition}Sets` as const) : (`${condition}OnlySets` as const);
}
