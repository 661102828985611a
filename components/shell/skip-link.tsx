import { useTranslations } from "next-intl";

export const mainId = "main";

export function SkipLink() {
  const text = useTranslations("shell");
  return (
    <a
      href={`#${mainId}`}
      className="fixed start-4 top-2 z-50 rounded-md bg-jade px-4 py-2 text-on-tone not-focus:sr-only"
    >
      {text("skip")}
    </a>
  );
}
