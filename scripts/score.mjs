#!/usr/bin/env node
// `npm run -s score -- FILE`: plain JavaScript for the host's own Node, until Node 24 is installed.
import path from "node:path";
import { handOver } from "./launch/hand-over.mjs";
import { install } from "./launch/install.mjs";
import { root } from "./launch/place.mjs";

// npm runs scripts in the package's folder; names of files are relative to where it was called from.
process.env.TONGGUAN_CALLED_FROM =
  process.env.npm_package_json === path.join(root, "package.json")
    ? (process.env.INIT_CWD ?? process.cwd())
    : process.cwd();
// Stdout belongs to the result.
await install("serve", process.stderr);
handOver("scripts/checker/main.ts", process.argv.slice(2));
