import { useTranslations } from "next-intl";
import { formatScore, type PolicyDocument } from "@/lib/scoring";
import { BandSteps } from "./band-steps";
import { Rule, RulesCard } from "./rule";
import { usePolicyWords } from "./words";

export function BandsCard({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy");
  const { consequences, bandName } = usePolicyWords(policy);
  const { lowestBandConsequences, directionsFromBand, sanctionNeedsFacts } = policy;
  const lowest = policy.bands.at(-1);
  return (
    <RulesCard policy={policy} title={text("sections.bands")} at={["/bands"]}>
      <Rule policy={policy} at={["/bandsMaxTotal"]} plot={<BandSteps policy={policy} />}>
        {text("bands.scaled", { max: formatScore(policy.bandsMaxTotal) })}
      </Rule>
      <Rule policy={policy} at={["/lowestBandConsequences", "/consequences"]}>
        {lowestBandConsequences.length === 0
          ? text("bands.lowestNone")
          : text("bands.lowest", {
              band: bandName(lowest?.key ?? ""),
              consequences: consequences(lowestBandConsequences),
            })}
      </Rule>
      {sanctionNeedsFacts === true ? (
        <Rule policy={policy} at={["/sanctionNeedsFacts"]}>
          {text("bands.facts")}
        </Rule>
      ) : null}
      {directionsFromBand === undefined ? null : (
        <Rule policy={policy} at={["/directionsFromBand"]}>
          {text("bands.directions", { band: bandName(directionsFromBand) })}
        </Rule>
      )}
    </RulesCard>
  );
}
