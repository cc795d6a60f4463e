/** The Content-Security-Policy admits styles made in the browser only with the page's own nonce. */
export function nonceOfPage() {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
