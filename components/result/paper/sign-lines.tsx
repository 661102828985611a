import { useTranslations } from "next-intl";

const signers = ["employee", "manager", "hr"] as const;

/** Places to sign and date, on paper only. */
export function SignLines() {
  const text = useTranslations("result.sign");
  return (
    <div data-testid="sign" className="hidden break-inside-avoid gap-x-8 pt-4 print:flex">
      {signers.map((signer) => (
        <div key={signer} className="grow">
          <p>{text(signer)}</p>
          <div className="h-10 border-b border-ink" />
          <p className="text-xs">{text("date")}</p>
        </div>
      ))}
    </div>
  );
}
