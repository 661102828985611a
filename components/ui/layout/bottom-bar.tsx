import type { ReactNode } from "react";

interface BottomBarProps {
  /** Saved state, deadline, what is missing. */
  status?: ReactNode;
  /** Buttons; the primary one last. */
  children: ReactNode;
}

/** Always in sight: sticks to the foot of its column, on a phone to the foot of the screen. */
export function BottomBar({ status, children }: BottomBarProps) {
  return (
    <div className="bottom-bar sticky bottom-0 z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line bg-ground py-3 max-md:fixed max-md:inset-x-0 max-md:m-0 max-md:w-full max-md:bg-card max-md:px-4 max-md:pt-2.5 max-md:pb-[calc(0.625rem_+_env(safe-area-inset-bottom))]">
      {status ? (
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          {status}
        </div>
      ) : null}
      <div className="ms-auto flex flex-wrap items-center justify-end gap-3">{children}</div>
    </div>
  );
}
