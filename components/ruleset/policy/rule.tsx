import type { ReactNode } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { pick } from "@/lib/i18n/pick";
import { assumptionsAt } from "@/lib/ruleset/rules";
import type { PolicyDocument } from "@/lib/scoring";
import { AssumedMark } from "../version/assumed-mark";

interface RuleProps {
  policy: PolicyDocument;
  /** Where in the document the rule stands, as JSON pointers. */
  at: readonly string[];
  /** The rule as a sentence. */
  children: ReactNode;
  /** A small drawing of the same. */
  plot?: ReactNode;
}

/** One rule: a sentence, a drawing, and where the sources are silent a mark with the reason. */
export function Rule({ policy, at, children, plot }: RuleProps) {
  return (
    <li className="grid gap-1.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="max-w-prose">{children}</div>
      {plot}
      <AssumedNotes policy={policy} at={at} reach="below" />
    </li>
  );
}

interface AssumedNotesProps extends Pick<RuleProps, "policy" | "at"> {
  /** A part as a whole, or everything in it as well. */
  reach: "exactly" | "below";
}

export function AssumedNotes({ policy, at, reach }: AssumedNotesProps) {
  const { locale } = useReader();
  const notes = new Map(
    at
      .flatMap((pointer) => assumptionsAt(policy, pointer, reach))
      .map(({ path, note }) => [path, note]),
  );
  return [...notes].map(([path, note]) => (
    <p key={path} className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
      <AssumedMark />
      <span className="min-w-0 flex-1 basis-48">{pick(note, locale)}</span>
    </p>
  ));
}

interface RulesCardProps {
  title: string;
  note?: string;
  policy: PolicyDocument;
  /** The part of the document the card is about, for notes on the whole of it. */
  at?: readonly string[];
  children: ReactNode;
}

export function RulesCard({ title, note, policy, at = [], children }: RulesCardProps) {
  return (
    <Card title={title} note={note}>
      <div className="grid gap-3">
        <AssumedNotes policy={policy} at={at} reach="exactly" />
        <ul className="grid">{children}</ul>
      </div>
    </Card>
  );
}
