export function NavCount({ count }: { count?: number | undefined }) {
  if (!count) return null;
  return (
    <span className="grid h-4.5 min-w-4.5 place-items-center rounded-full bg-indigo-soft px-1 text-xs leading-none font-normal text-indigo tabular">
      {count > 99 ? "99+" : count}
    </span>
  );
}
