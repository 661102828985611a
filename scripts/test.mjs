// `npm test` and `npm run check`: plain JavaScript for the host's own Node, until Node 24 is installed.
import { handOver, prepare } from "./launch/hand-over.mjs";

await prepare({ made: false });
handOver("scripts/verify.ts", process.argv.slice(2));
