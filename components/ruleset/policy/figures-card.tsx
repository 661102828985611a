import { useTranslations } from "next-intl";
import { pick } from "@/lib/i18n/pick";
import type { CompositeRule, PolicyDocument } from "@/lib/scoring";
import { Rule, RulesCard } from "./rule";
import { SharesBar } from "./shares-bar";
import { usePolicyWords } from "./words";

/** What values and performance make together. Nothing at all when the policy says nothing of it. */
export function FiguresCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { composite, promotion, quadrants } = policy;
  if (composite === undefined && promotion === undefined && quadrants === undefined) return null;
  return (
    <RulesCard policy={policy} title={text("sections.figures")}>
      <Composite policy={policy} name="composite" rule={composite} />
      <Composite policy={policy} name="promotion" rule={promotion} />
      {quadrants === undefined ? null : (
        <Rule policy={policy} at={["/quadrants"]} plot={<Quadrants />}>
          {text("figures.quadrants", {
            values: quadrants.valuesFrom,
            performance: quadrants.performanceFrom,
          })}
        </Rule>
      )}
    </RulesCard>
  );
}

interface CompositeProps {
  policy: PolicyDocument;
  name: "composite" | "promotion";
  rule: CompositeRule | undefined;
}

function Composite({ policy, name, rule }: CompositeProps) {
  const text = useTranslations("ruleset.policy.figures");
  const { after } = usePolicyWords(policy);
  if (rule === undefined) return null;
  const { valuesPercent: values, basis } = rule;
  const performance = 100 - values;
  return (
    <Rule
      policy={policy}
      at={[`/${name}`]}
      plot={
        <SharesBar
          shares={[
            { key: "values", label: text("values", { percent: values }), percent: values },
            {
              key: "performance",
              label: text("performance", { percent: performance }),
              percent: performance,
            },
          ]}
        />
      }
    >
      {after(text(name, { values, performance }), text(basis))}
    </Rule>
  );
}

function Quadrants() {
  const text = useTranslations("ruleset.policy.figures");
  return (
    <ul className="grid max-w-lg grid-cols-2 gap-0.5 text-center text-xs">
      {(["rabbit", "both", "neither", "dog"] as const).map((name) => (
        <li
          key={name}
          className={`rounded-sm border border-line px-2 py-3 ${name === "both" ? "bg-jade-soft text-jade" : "text-ink-2"}`}
        >
          {text(name)}
        </li>
      ))}
    </ul>
  );
}

/** 20/70/10 and the like. */
export function DistributionCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { locale, list } = usePolicyWords(policy);
  const rule = policy.distribution;
  if (rule === undefined) return null;
  const shares = rule.shares.map(({ key, name, percent }) => {
    return { key, percent, label: pick(name, locale) };
  });
  return (
    <RulesCard policy={policy} title={text("sections.distribution")} at={["/distribution"]}>
      <Rule policy={policy} at={["/distribution/shares"]} plot={<SharesBar shares={shares} />}>
        {text("distribution.shares", {
          shares: list(
            shares.map(({ label, percent }) =>
              text("distribution.share", { name: label, percent }),
            ),
          ),
        })}
      </Rule>
      <Rule policy={policy} at={["/distribution/minGroup"]}>
        {text("distribution.minGroup", { count: rule.minGroup })}
      </Rule>
      <Rule policy={policy} at={["/distribution/enforce"]}>
        {text("distribution.enforce", { enforce: rule.enforce })}
      </Rule>
    </RulesCard>
  );
}
