interface Share {
  readonly key: string;
  readonly label: string;
  readonly percent: number;
}

const tones = [
  "bg-jade text-on-tone",
  "bg-jade-soft text-jade",
  "bg-sand text-ink-2",
  "bg-amber-soft text-amber",
] as const;

/** Parts of a hundred side by side, each with its name under its part. */
export function SharesBar({ shares }: { shares: readonly Share[] }) {
  return (
    <div
      aria-hidden
      className="grid max-w-lg gap-0.5 text-center text-xs tabular"
      style={{
        // Wide enough for a figure, however small the share.
        gridTemplateColumns: shares.map(({ percent }) => `minmax(2.5rem, ${percent}fr)`).join(" "),
      }}
    >
      {shares.map(({ key, percent }, index) => (
        <span key={key} className={`rounded-sm py-1 font-semibold ${tones[index % tones.length]}`}>
          {percent}
        </span>
      ))}
      {shares.map(({ key, label }) => (
        <span key={key} className="text-ink-2">
          {label}
        </span>
      ))}
    </div>
  );
}
