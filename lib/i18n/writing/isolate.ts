/** What people typed, by the names texts give it; framework and policy names are the company's own two languages. */
const typed = ["name", "manager", "employee", "title", "department"];
const places = new RegExp(`\\{(?:${typed.join("|")})\\}`, "g");

/**
 * A text with everything people typed in it set apart for the direction of reading (Unicode FSI … PDI, as `<bdi>` does
 * for elements): a name from right to left would else drag the figures and quotes beside it to its other end.
 */
export function isolated(text: string): string {
  return text.replaceAll(places, "\u2068$&\u2069");
}
