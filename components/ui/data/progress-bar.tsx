import { useTranslations } from "next-intl";

interface ProgressBarProps {
  label: string;
  done: number;
  total: number;
  /** Shows “4 / 7” at the right. */
  showCount?: boolean;
}

export function ProgressBar({ label, done, total, showCount = false }: ProgressBarProps) {
  const text = useTranslations("common.progress");
  const words = text("of", { done, total });
  return (
    <div className="flex items-center gap-3">
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuetext={words}
        width="100%"
        height="6"
        className="flex-1 rounded-full"
      >
        <rect width="100%" height="6" className="fill-track" />
        <rect
          width={`${total === 0 ? 0 : (100 * done) / total}%`}
          height="6"
          rx="3"
          className="fill-jade"
        />
      </svg>
      {showCount ? <span className="text-sm text-ink-2 tabular">{words}</span> : null}
    </div>
  );
}
