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

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "rate-limiter-flexible"],
  // Texts arrive compiled (lib/i18n/messages.ts), so the parser of their syntax stays out of the browser;
  // what shows them is ours, to set names apart from Chinese.
  turbopack: {
    resolveAlias: { "use-intl/format-message": "./lib/i18n/format-message.ts" },
  },
  // Browsers ask by this name where a page names its icon too late for them.
  rewrites: () => Promise.resolve([{ source: "/favicon.ico", destination: "/icon.svg" }]),
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: securityHeaders },
      // The address is the key.
      {
        source: "/answer/:path*",
        headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
      },
    ]),
};

export default withNextIntl(nextConfig);
