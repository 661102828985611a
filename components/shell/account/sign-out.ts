import { forgetAllKept } from "@/components/ui/kept/store";

function tokenIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("csrfToken" in body)) return null;
  return typeof body.csrfToken === "string" ? body.csrfToken : null;
}

/** Ends the session and leaves by a full load, so that nothing of it stays in memory or in the tab. */
export async function signOut(): Promise<void> {
  forgetAllKept();
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  const body: unknown = await answer.json();
  const csrfToken = tokenIn(body);
  if (csrfToken !== null) {
    await fetch("/api/auth/signout", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/sign-in" }),
    });
  }
  window.location.assign("/sign-in");
}
