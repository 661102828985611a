/** Chinese stands away from letters and figures of other scripts; a text cannot know which of them a name brings. */
const afterChinese = /(?<=\p{Script=Han})\u2068(?=[^\p{Script=Han}\P{L}]|\p{N})/gu;
const beforeChinese = /(?<=[^\p{Script=Han}\P{L}]|\p{N}|\.)\u2069(?=\p{Script=Han})/gu;

/** A text with a space wherever a name set apart by `isolated` (FSI … PDI) meets Chinese in another script. */
export function spaced(text: string): string {
  return text.replaceAll(afterChinese, " \u2068").replaceAll(beforeChinese, "\u2069 ");
}
