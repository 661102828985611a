// `npm run generate`: the Prisma client after a change of prisma/schema, without any download.
import { prepare } from "./launch/hand-over.mjs";
import { trustInstalled } from "./launch/install.mjs";

trustInstalled();
await prepare();
