"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useLocaleChoice } from "./use-locale-choice";

export function LocaleSwitch() {
  const text = useTranslations("shell");
  const { locale, choose, options } = useLocaleChoice();
  return (
    <div role="group" aria-label={text("language")} className="inline-flex items-center text-sm">
      {options.map(({ value, short, label }, index) => (
        <span key={value} className="inline-flex items-center">
          {index > 0 ? (
            <span aria-hidden className="text-ink-2">
              /
            </span>
          ) : null}
          <button
            type="button"
            lang={value}
            title={label}
            aria-pressed={value === locale}
            onClick={() => choose(value)}
            className={clsx(
              "touch min-h-8 rounded-sm px-1.5",
              value === locale ? "font-semibold text-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            {short}
          </button>
        </span>
      ))}
    </div>
  );
}
