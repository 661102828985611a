import type { PersonLink } from "@/lib/people/types";

/** For fields that take a 工号: the browser offers names and fills in the number. */
export function PersonSuggestions({ people }: { people: readonly PersonLink[] }) {
  return (
    <datalist id="person-suggestions">
      {people.map(({ id, number, name }) => (
        <option key={id} value={number} label={`${name} ${number}`} />
      ))}
    </datalist>
  );
}
