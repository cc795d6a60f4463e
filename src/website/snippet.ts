import { askedServices, type Catalogue } from './cookies.ts'

/** What the company puts on its own site, ready to be copied: the gate, the held services, the links and the headers. */
export function snippetFor(catalogue: Catalogue, publicUrl: string) {
  const [service] = askedServices(catalogue)
  const [embed] = catalogue.embeds
  return {
    head: `<script src="${publicUrl}/consent.js" defer></script>`,
    service: `<template data-service="${service?.id ?? 'service'}">\n  <script src="https://…" async></script>\n</template>`,
    embed: `<div data-embed="${embed?.id ?? 'provider'}" data-src="https://…" data-title="…">\n  <a href="https://…">…</a>\n</div>`,
    footer: `<a href="${publicUrl}/evasteet" data-seloste="open">Evästevalinnat</a>\n<a href="${publicUrl}/evasteet" data-seloste="withdraw">Peru evästesuostumus</a>`,
    form: `<div data-seloste-form="contact">\n  <a href="${publicUrl}/fi/contact/">Ota yhteyttä</a>\n</div>`,
    csp: `Content-Security-Policy: default-src 'self'; script-src 'self' ${new URL(publicUrl).origin} …; connect-src 'self' ${new URL(publicUrl).origin} …; require-trusted-types-for 'script'; trusted-types seloste`,
  }
}
