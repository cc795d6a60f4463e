const token = /(?:^|\+)bcc[+-]([a-z0-9]{20,40})@/

/** The personal address to which somebody sends blind copies, so that they land in the register: `info+bcc-…@valo.example`. */
export function copyAddress(mailbox: string, secret: string): string {
  const [local = '', domain = ''] = mailbox.split('@')
  return `${local.split('+')[0]}+bcc-${secret}@${domain}`
}

/** The secret in an address of this domain to which a blind copy was delivered; null where there is none. */
export function copySecretIn(addresses: readonly string[], mailbox: string): string | null {
  const domain = mailbox.split('@')[1] ?? ''
  for (const address of addresses) {
    const found = address.toLowerCase().endsWith(`@${domain}`) ? token.exec(address.toLowerCase())?.[1] : undefined
    if (found) return found
  }
  return null
}
