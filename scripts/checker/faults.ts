import { say, type Language } from "./words";

const FAULTS_SHOWN = 50;

/** The input cannot be read: exit 2, these lines on stderr and nothing on stdout. */
export class Unreadable extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join("\n"));
  }
}

/** Gathers what keeps an input from being read: counts all, keeps the first fifty. */
export class Faults {
  readonly lines: string[] = [];
  count = 0;

  constructor(readonly language: Language) {}

  add(line: string) {
    this.count += 1;
    if (this.lines.length < FAULTS_SHOWN) this.lines.push(line);
  }

  at(place: string, reason: string) {
    this.add(this.language === "zh" ? `${place}：${reason}` : `${place}: ${reason}`);
  }

  stop(): never {
    const rest = this.count - this.lines.length;
    const more = rest > 0 ? [say(this.language, "more-faults", { count: rest })] : [];
    throw new Unreadable([...this.lines, ...more]);
  }

  stopIfAny() {
    if (this.count > 0) this.stop();
  }
}

export function refuse(line: string): never {
  throw new Unreadable([line]);
}
