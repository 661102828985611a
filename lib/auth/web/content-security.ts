interface Situation {
  readonly nonce: string;
  readonly development: boolean;
  readonly secure: boolean;
}

/**
 * Scripts run by nonce only. Styles stay open to inline ones because the dialogs' scroll lock writes a style element; a
 * style alone carries nothing out while images, fonts and connections stay at home.
 */
export function contentSecurityPolicy({ nonce, development, secure }: Situation): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
