import type { Statement } from '#statement'

/** On this machine or in its own network: whoever runs the servers runs this too. */
export function isNear(said: string): boolean {
  const host = bare(said)
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(host)) return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)
  return /^(::1|f[cd][0-9a-f]{2}:[0-9a-f:]*)$/.test(host)
}

/** Under a domain that the controller's own site or mail address has. */
export function isOwnDomain(host: string, { controller }: Statement): boolean {
  const site = controller.website && URL.canParse(controller.website) ? new URL(controller.website).hostname : null
  const domains = [site?.replace(/^www\./, ''), controller.email?.address.split('@')[1]]
  return domains.some((domain) => domain && under(host, domain))
}

/** The host itself, or one under it. */
export function under(host: string, domain: string): boolean {
  const [one, other] = [bare(host), bare(domain)]
  return one === other || one.endsWith(`.${other}`)
}

function bare(host: string) {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}
