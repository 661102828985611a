import { useTranslations } from "next-intl";

/** The same rising bars as every score: four taken, one ahead. */
export function Logo({ large = false }: { large?: boolean }) {
  const text = useTranslations("shell");
  return (
    <span
      className={`inline-flex items-center gap-2.5 font-semibold ${large ? "text-xl" : "text-lg"} leading-none`}
    >
      <svg width={large ? 34 : 26} height={large ? 28 : 22} viewBox="0 0 26 22" aria-hidden>
        <rect x="0" y="15" width="4" height="7" rx="1.2" className="fill-jade" />
        <rect x="7" y="10" width="4" height="12" rx="1.2" className="fill-jade" />
        <rect x="14" y="5" width="4" height="17" rx="1.2" className="fill-jade" />
        <rect x="21" y="0" width="4" height="22" rx="1.2" className="fill-jade opacity-40" />
      </svg>
      <span>{text("brand")}</span>
    </span>
  );
}
