import { run } from "./run";

const folder = process.env["TONGGUAN_CALLED_FROM"] ?? process.cwd();

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  folder,
});
