import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pick } from "@/lib/i18n/pick";
import { renderReasons, rungsFor } from "@/lib/scoring";
import { Score } from "@/components/ui/marks/score";
import type { DossierValue } from "@/lib/dossier/types";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";

function Note({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold">{title}</span>
        {aside ? <span className="text-xs text-ink-2">{aside}</span> : null}
      </p>
      <div className="whitespace-pre-wrap">{children}</div>
    </div>
  );
}

/** The manager's written facts; an amber ground where the policy asks for them. */
export function Justification({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.justification");
  const { locale } = useReader();
  const written = value.justification.trim() !== "";
  if (!written && !value.justificationRequired) return null;
  return (
    <div className="rounded-lg border border-amber-line bg-amber-wash px-4 py-3">
      <Note
        title={text("title")}
        aside={[
          written ? text("length", { count: Array.from(value.justification).length }) : null,
          value.grounds.length > 0
            ? text("ground")
            : value.justificationRequired
              ? text("required")
              : null,
        ]
          .filter((words) => words !== null)
          .join(" · ")}
      >
        {value.grounds.map((ground) => (
          <p key={ground.zh} className="text-sm text-ink-2">
            {pick(ground, locale)}
          </p>
        ))}
        {written ? value.justification : text("none")}
      </Note>
    </div>
  );
}

/** Who was in doubt and where that leads, for those it is referred to. */
export function Doubt({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.doubt");
  if (value.doubt === null) return null;
  return (
    <div className="rounded-lg border border-indigo-soft bg-indigo-soft/40 px-4 py-3">
      <Note title={text("title")}>{text("body", { name: value.doubt.by })}</Note>
    </div>
  );
}

/** What the employee gave themselves, and why. */
export function SelfSays({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.reading");
  const { locale } = useReader();
  return (
    <div className="rounded-lg border border-line bg-sunk px-4 py-3">
      <Note
        title={text("selfSays")}
        aside={
          <Score
            halfPoints={value.scores.self}
            max={rungsFor(value.maxHalfPoints)}
            tone="neutral"
          />
        }
      >
        {renderReasons(value.explanations.self, locale).map((sentence) => (
          <p key={sentence} className="text-sm text-ink-2">
            {sentence}
          </p>
        ))}
      </Note>
    </div>
  );
}

/** What HR found and what the division head said, for those who may know. */
export function Findings({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { moment } = useReader();
  const signed = useSigned();
  const { verification, approval } = value;
  if (verification === null && approval === null) return null;
  return (
    <div className="grid gap-3 rounded-lg border border-indigo-soft bg-indigo-soft/40 px-4 py-3">
      {verification === null ? null : (
        <>
          <Note title={text("hr.title")}>
            {text(`hr.${verification.verdict}`, {
              name: signed(verification),
              when: moment(verification.at),
              reason:
                verification.caseReason === null ? "" : text(`reasons.${verification.caseReason}`),
            })}
          </Note>
          {verification.comment === "" ? null : (
            <Note title={text("hr.comment")}>{verification.comment}</Note>
          )}
        </>
      )}
      {approval === null ? null : (
        <Note
          title={text("approval.title")}
          aside={text(`approval.${approval.verdict}`, {
            name: signed(approval),
            when: moment(approval.at),
          })}
        >
          {approval.reason}
        </Note>
      )}
    </div>
  );
}
