/**
 * Next fills X-Forwarded-For with the connection's address only when the client sent none, so a client could choose its
 * own. Node announces every request before Next sees it: there the true address is written down, and whether the database
 * was away while it was answered. What is due at a time of its own begins here, too.
 */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { notePeers } = await import("./lib/auth/web/note-peers");
  const { noteAbsence } = await import("./lib/errors/note-absence");
  const { keepDrawing } = await import("./lib/sample/jobs");
  const { keepPlans } = await import("./lib/reporting/jobs");
  notePeers();
  noteAbsence();
  keepDrawing();
  keepPlans();
}
