/** The last four characters of a 工号, marked as a tail: left bare, they would be another number. */
export function numberTail(number: string): string {
  const characters = [...number];
  return characters.length > 4 ? `··${characters.slice(-4).join("")}` : number;
}
