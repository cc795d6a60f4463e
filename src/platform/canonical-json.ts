import canonicalize from 'canonicalize'

/** One text for one value, whatever the order of its keys (RFC 8785). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to canonicalise')
  return text
}
