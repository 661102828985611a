import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { renderExplanation } from "@/lib/scoring";
import type { DossierValue } from "@/lib/dossier/types";
import { sides } from "@/lib/sheet/types";
import { useReader } from "@/components/reader/use-reader";

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
  const written = value.justification.trim() !== "";
  if (!written && !value.justificationRequired) return null;
  return (
    <div className="rounded-lg border border-amber-line bg-amber-wash px-4 py-3">
      <Note
        title={text("title")}
        aside={value.justificationRequired ? text("required") : undefined}
      >
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

/** “为什么是 4：…” for both sides, from the scoring library. */
export function Explanations({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier.why");
  const { locale } = useReader();
  return (
    <div className="grid gap-3 text-sm text-ink-2 md:grid-cols-2">
      {sides.map((side) => (
        <div
          key={side}
          className={`border-s-3 ps-3 ${side === "self" ? "border-ink-3" : "border-jade"}`}
        >
          <p className="text-xs">{text(side)}</p>
          {renderExplanation(value.explanations[side], locale).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What HR found and what the division head said, for those who may know. */
export function Findings({ value }: { value: DossierValue }) {
  const text = useTranslations("dossier");
  const { moment } = useReader();
  const { verification, approval } = value;
  if (verification === null && approval === null) return null;
  return (
    <div className="grid gap-3 rounded-lg border border-indigo-soft bg-indigo-soft/40 px-4 py-3">
      {verification === null ? null : (
        <>
          <Note title={text("hr.title")}>
            {text(`hr.${verification.verdict}`, {
              name: verification.by,
              when: moment(verification.at),
              reason:
                verification.caseReason === null ? "" : text(`reasons.${verification.caseReason}`),
            })}
          </Note>
          {verification.beneficiaryView === "" ? null : (
            <Note title={text("hr.beneficiary")}>{verification.beneficiaryView}</Note>
          )}
          {verification.comment === "" ? null : (
            <Note title={text("hr.comment")}>{verification.comment}</Note>
          )}
        </>
      )}
      {approval === null ? null : (
        <Note
          title={text("approval.title")}
          aside={text(`approval.${approval.verdict}`, {
            name: approval.by,
            when: moment(approval.at),
          })}
        >
          {approval.reason}
        </Note>
      )}
    </div>
  );
}
