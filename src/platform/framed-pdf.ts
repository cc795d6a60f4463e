/** Headers of a PDF that the desk shows in a frame of its own page: the browser's own viewer may style itself, and nobody else may frame it. */
export const framedPdf = {
  'content-security-policy':
    "default-src 'self'; object-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const
