const spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** A refusal the operator can act on: printed as one sentence in Chinese and one in English, no stack. */
export class Refusal extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}

export function say(text = "") {
  process.stdout.write(`${text}\n`);
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function startLine(label: string, detail: () => string) {
  const began = performance.now();
  if (!process.stdout.isTTY) {
    say(`… ${label}`);
    // A silent half-minute looks like a hang in a container log.
    const beat = setInterval(() => say(`  ${label}: ${seconds(began)} ${detail()}`), 15_000);
    return () => clearInterval(beat);
  }
  let frame = 0;
  const draw = setInterval(() => {
    frame = (frame + 1) % spinner.length;
    process.stdout.write(`\r\x1b[2K${spinner[frame] ?? ""} ${label} ${seconds(began)} ${detail()}`);
  }, 100);
  return () => {
    clearInterval(draw);
    process.stdout.write("\r\x1b[2K");
  };
}

/** Shows that a long step is under way, and how long it took. */
export async function step<T>(
  label: string,
  work: (progress: (detail: string) => void) => Promise<T>,
): Promise<T> {
  let detail = "";
  const began = performance.now();
  const done = startLine(label, () => detail);
  try {
    const result = await work((text) => {
      detail = text;
    });
    done();
    say(`✓ ${label} (${seconds(began)})`);
    return result;
  } catch (error) {
    done();
    say(`✗ ${label}`);
    throw error;
  }
}

interface CodedError {
  code?: unknown;
  message?: unknown;
}

const explained: Record<string, [string, string]> = {
  ENOSPC: ["磁盘空间不足，请清理后重试。", "The disk is full: free some space and start again."],
  EDQUOT: ["磁盘配额已用尽，请清理后重试。", "The disk quota is used up: free some space."],
  EROFS: ["所在目录为只读，无法写入。", "This folder is on a read-only file system."],
  EACCES: ["没有写入权限，请检查目录的所有者。", "Permission denied: check who owns this folder."],
  EPERM: ["没有写入权限，请检查目录的所有者。", "Permission denied: check who owns this folder."],
};

export function explain(error: unknown): string {
  if (error instanceof Refusal) return `${error.zh}\n${error.en}`;
  const coded: CodedError = typeof error === "object" && error !== null ? error : {};
  const text = String(coded.message ?? error);
  const code = /no space left on device/i.test(text) ? "ENOSPC" : String(coded.code);
  const known = explained[code];
  if (known) return `${known[0]}\n${known[1]}`;
  return error instanceof Error ? (error.stack ?? error.message) : text;
}

/** Runs an entry point: a refusal becomes a sentence and exit code 1, never a stack trace. */
export function runEntry(main: () => Promise<void>) {
  main().catch((error: unknown) => {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
    // Whatever still holds the event loop must not turn a failure into a hang.
    setTimeout(() => process.exit(1), 500).unref();
  });
}
