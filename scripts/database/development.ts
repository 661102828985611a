import path from "node:path";
import { startEmbedded } from "./embedded";
import { root } from "../root";
import { ensureDatabase } from "./connection";
import { migrate } from "./migrations";
import { runEntry, say } from "../terminal";

// A database for development and for trying things: `npm run db:dev`, then use the printed URL.
// It keeps its data in .data/dev and ends with Ctrl-C.

runEntry(async () => {
  const server = await startEmbedded({ folder: path.join(root, ".data/dev"), durable: false });
  const stop = () => void server.stop().then(() => process.exit(0));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  await ensureDatabase(server.url("postgres"), "tongguan");
  const applied = await migrate(server.url("tongguan"));
  say(`migrations applied: ${applied.join(", ") || "none"}`);
  say(`DATABASE_URL=${server.url("tongguan")}`);
  setInterval(() => undefined, 1 << 30);
});
