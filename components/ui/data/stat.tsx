import type { ReactNode } from "react";

interface StatProps {
  label: ReactNode;
  value: ReactNode;
  /** Smaller, after the value: “/30”, “分”. */
  unit?: ReactNode;
  note?: ReactNode;
}

export function Stat({ label, value, unit, note }: StatProps) {
  return (
    <div>
      <p className="text-sm text-ink-2">{label}</p>
      <p className="text-2xl font-semibold wrap-normal tabular">
        {value}
        {unit ? <span className="text-base font-normal text-ink-2">{unit}</span> : null}
      </p>
      {note ? <p className="text-xs text-ink-2">{note}</p> : null}
    </div>
  );
}
