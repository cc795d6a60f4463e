/** Addresses that lead into a server's own house and not out of it: loopback, private, link-local, carrier-grade, and the same within IPv6. */
export function isInner(address: string): boolean {
  const plain = address.toLowerCase().replace(/^\[|\]$/g, '')
  const four = /(?:^|:)((?:\d{1,3}\.){3}\d{1,3})$/.exec(plain)?.[1]
  if (four) {
    const [a = 0, b = 0] = four.split('.').map(Number)
    return (
      [0, 10, 127].includes(a) ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 169 && b === 254) ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168)
    )
  }
  return (
    plain === '::' ||
    plain === '::1' ||
    /^(f[cd]|fe[89ab])[0-9a-f]{0,2}:/.test(plain) ||
    /^(::ffff:|64:ff9b:)/.test(plain)
  )
}

/** Whether the administrator named a host, as `MAIL_HOSTS` does. */
export function isNamed(host: string, named: readonly string[]): boolean {
  return named.some((one) => one.trim().toLowerCase() === host.toLowerCase().replace(/\.$/, ''))
}
