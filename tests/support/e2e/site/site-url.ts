/** Where the site under test answers; set by the global setup. */
export function siteUrl(): string {
  const url = process.env["PLAYWRIGHT_TEST_BASE_URL"];
  if (url === undefined) throw new Error("PLAYWRIGHT_TEST_BASE_URL is not set");
  return url;
}
