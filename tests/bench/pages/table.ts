import { gzipSync } from "node:zlib";
import { say } from "../../../scripts/terminal";
import { scriptBytes } from "./script";
import type { Cost } from "./turns";

const heads = ["server ms", "Postgres ms", "× bare", "statements", "frame", "HTML kB", "script kB"];

const sum = ({ server, postgres }: Cost) => server + postgres;
const kB = (bytes: number) => (bytes / 1000).toFixed(0);

function cells(cost: Cost, bare: number): string[] {
  const { contestant, body } = cost;
  const isPage = contestant.kind === "page";
  return [
    cost.server.toFixed(2),
    cost.postgres.toFixed(2),
    (sum(cost) / bare).toFixed(1),
    cost.statements.toFixed(1),
    cost.frame.toFixed(0),
    isPage ? `${kB(Buffer.byteLength(body))} (${kB(gzipSync(body).byteLength)})` : "",
    isPage ? kB(scriptBytes(body, contestant.site.folder)) : "",
  ];
}

/** CPU a request; pages beside the bare page, the save beside the bare UPDATE. Sizes: bytes, and bytes gzipped. */
export function printTable(costs: readonly Cost[]): void {
  const row = (name: string, texts: readonly string[]) =>
    say(`  ${name.padEnd(18)}${texts.map((text) => text.padStart(13)).join("")}`);
  row("", heads);
  for (const cost of costs) {
    const { kind } = cost.contestant;
    const bare = costs.find(({ contestant }) => contestant.kind === kind);
    row(cost.contestant.name, cells(cost, bare === undefined ? Number.NaN : sum(bare)));
  }
}
