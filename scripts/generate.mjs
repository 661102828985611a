// `npm run generate`: the Prisma client after a change of prisma/schema, without any download.
import { generateClient } from "./launch/client.mjs";

await generateClient();
