export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-w-6 place-items-center rounded-sm border border-b-2 border-line bg-sunk px-1.5 font-sans text-xs text-ink-2">
      {children}
    </kbd>
  );
}
