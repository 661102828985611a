import type { Results } from "../results";
import type { Output } from "./output";

/** The result as the help describes it; one person a line, so that line tools can work with it too. */
export async function writeJson({ ruleset, people, summary, notes }: Results, output: Output) {
  const { framework, policy } = ruleset;
  const head = JSON.stringify({ framework: framework.key, policy: policy.key, notes }).slice(0, -1);
  await output.write(`${head},"results":[`);
  let first = true;
  for (const { before, after, drawn } of people()) {
    const sample = drawn.map((value) => JSON.stringify(value)).join(",");
    const goesOn = output.write(first ? "\n" : ",\n", before, sample, after);
    if (!(await goesOn)) return;
    first = false;
  }
  await output.write(`\n],"summary":${JSON.stringify(summary())}}\n`);
}
