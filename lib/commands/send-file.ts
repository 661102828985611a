import "server-only";

/** A JSON document to be saved, kept by no cache. `name` is plain ASCII made of a document's key. */
export function jsonFile(name: string, text: string, type = "application/json"): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
