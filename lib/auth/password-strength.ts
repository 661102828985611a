import "server-only";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** What Chinese leak lists have near the top and the library's lists lack; the checker also tries it inside longer ones. */
const pinyin = [
  "woaini",
  "woaiwojia",
  "nihao",
  "mima",
  "zhongguo",
  "beijing",
  "shanghai",
  "wangyi",
  "tianya",
  "gongsi",
  "yuangong",
  "guanliyuan",
  "xiaoming",
  "zhangsan",
  "lisi",
  "wangwu",
  "qwert",
  "aini1314",
  "5201314",
  "1314520",
  "7758521",
  "147258369",
  "tongguan",
  "jixiao",
  "kaohe",
  "jiazhiguan",
  "huanying",
  "kaixin",
  "kuaile",
  "shengri",
  "baobei",
  "laopo",
  "laogong",
];

/** Guesses expected, as a power of ten, that a throttled and hashed password must withstand. */
const LEAST_GUESSES_LOG10 = 9.5;

let checker: ZxcvbnFactory | undefined;

/** Refuses what is quickly guessed, including the person's own names, number and address. */
export function isWeakPassword(password: string, own: readonly (string | null)[]): boolean {
  checker ??= new ZxcvbnFactory({ dictionary: { ...dictionary, pinyin }, graphs: adjacencyGraphs });
  const words = own
    .flatMap((text) => (text === null ? [] : [text, ...text.split(/[@.\s]+/)]))
    .filter((word) => word.length > 1);
  // The check's work grows with the square of the length; what is beyond 72 only makes a password stronger.
  return checker.check(password.slice(0, 72), words).guessesLog10 < LEAST_GUESSES_LOG10;
}
