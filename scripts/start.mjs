// `npm start`, `npm run dev`, `npm run build` and `npm run seed:demo`: plain JavaScript for the host's own Node, until
// Node 24 is installed.
import { isBuilt } from "./launch/built.mjs";
import { isGenerated } from "./launch/client.mjs";
import { handOver, prepare } from "./launch/hand-over.mjs";

const args = process.argv.slice(2);
const builds = args.includes("--dev") || args.includes("--build");
const needsSite = !args.includes("--seed-demo");

await prepare({ made: !builds && isGenerated() && (!needsSite || isBuilt()) });
handOver("scripts/serve.ts", args);
