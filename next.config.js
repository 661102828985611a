import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// On every answer, static files included; what depends on the request is set in proxy.ts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

/** Addresses of earlier versions; each leads on by its shape alone, so that nothing is said about what exists. */
const moved = [
  ["/me", "/mine"],
  ["/me/security", "/security"],
  ["/me/reviews/:id", "/self-review/:id"],
  ["/me/results/:id", "/results/:id"],
  ["/team", "/manager-scoring"],
  ["/team/:id", "/manager-scoring/:id"],
  ["/team/:id/interview", "/interview/:id"],
  ["/review", "/second-level"],
  ["/review/:id", "/second-level/:id"],
  ["/audit", "/hr-audit"],
  ["/audit/:id", "/hr-audit/:id"],
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "rate-limiter-flexible"],
  // Texts arrive compiled (lib/i18n/messages.ts), so the parser of their syntax stays out of the browser.
  turbopack: {
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  redirects: () =>
    Promise.resolve(
      moved.map(([source, destination]) => ({ source, destination, permanent: true })),
    ),
  headers: () => Promise.resolve([{ source: "/:path*", headers: securityHeaders }]),
};

export default withNextIntl(nextConfig);
