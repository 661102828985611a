/** Traditional characters that occur in names of values and in headers of sheets, each before the simplified one. */
const pairs =
  "與与專专業业個个為为爲为眾众準准創创務务變变團团隊队堅坚奮奋學学實实擔担擁拥戶户標标應应誠诚質质長长顧顾鬥斗簡简規规當当穩稳艱艰開开" +
  "關关對对價价觀观責责協协結结際际領领導导進进優优愛爱險险評评級级條条總总計计號号員员編编職职門门單单說说據据達达證证簽签續续滿满權权佔占項项稱称" +
  "間间樂乐習习時时執执勞劳謙谦遜逊節节約约勝胜贏赢夥伙資资產产網网數数決决議议論论識识記记題题讓让樹树積积極极歷历";
const simple = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at], pairs[2 * at + 1] ?? ""]),
);

/** The same words in simplified characters, as far as names of values and headers go: 團隊合作 is 团队合作. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => simple.get(character) ?? character);
}
