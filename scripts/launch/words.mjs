/** @param {string} zh @param {string} en @returns {never} */
export function refuse(zh, en) {
  process.stderr.write(`\n${zh}\n${en}\n`);
  process.exit(1);
}

/**
 * Shows that a long step is under way, and how long it took.
 * @param {string} label
 * @param {() => Promise<{ code: number, output: string }>} work
 * @param {NodeJS.WritableStream} [log] a command whose stdout is its result says stderr
 */
export async function shown(label, work, log = process.stdout) {
  const began = Date.now();
  const took = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  log.write(`… ${label}\n`);
  const beat = setInterval(() => log.write(`  ${label}: ${took()}\n`), 15_000);
  const result = await work();
  clearInterval(beat);
  log.write(`${result.code === 0 ? "✓" : "✗"} ${label} (${took()})\n`);
  return result;
}
