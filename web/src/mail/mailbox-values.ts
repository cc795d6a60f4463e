import type { Mailbox, MailServer, Sharing, SignsIn } from './contract.ts'

/** What the form of a mailbox holds. */
export interface MailboxValues {
  name: string
  address: string
  sharing: Sharing
  signsIn: SignsIn
  login: string
  password: string
  imap: MailServer
  smtp: MailServer
  opensEnquiries: boolean
  groupCompany: string | null
  readFrom: string
}

export const emptyMailbox: MailboxValues = {
  ...{ name: '', address: '', sharing: 'metadata', signsIn: 'password', login: '', password: '' },
  imap: { host: '', port: 993, tls: 'tls' },
  smtp: { host: '', port: 587, tls: 'starttls' },
  ...{ opensEnquiries: false, groupCompany: null, readFrom: '' },
}

/** The settings of a mailbox as the form holds them; the password is never among them. */
export function filledFrom({ name, address, sharing, opensEnquiries, groupCompany, settings }: Mailbox): MailboxValues {
  const { login, signsIn, readFrom, imap, smtp } = settings ?? emptyMailbox
  const plain = { name, address, sharing, opensEnquiries, groupCompany }
  return { ...plain, signsIn, readFrom, imap, smtp, login: login === address ? '' : login, password: '' }
}

const services: Partial<Record<SignsIn, { imap: MailServer; smtp: MailServer }>> = {
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, tls: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, tls: 'starttls' },
  },
  google: {
    imap: { host: 'imap.gmail.com', port: 993, tls: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, tls: 'tls' },
  },
}

/** The usual servers for an address and a way to sign in, as long as nobody has typed others. */
export function presetsOf(values: MailboxValues, address: string): MailboxValues {
  const known = services[values.signsIn]
  if (known) return { ...values, address, ...known }
  const guess = (kind: string, domain: string | undefined) => (domain ? `${kind}.${domain}` : '')
  const [before, after] = [values.address.split('@')[1], address.split('@')[1]]
  const isGuessed = (kind: string, host: string) =>
    host === '' ||
    host === guess(kind, before) ||
    Object.values(services).some((one) => [one.imap.host, one.smtp.host].includes(host))
  return {
    ...values,
    address,
    imap: isGuessed('imap', values.imap.host) ? { ...values.imap, host: guess('imap', after) } : values.imap,
    smtp: isGuessed('smtp', values.smtp.host) ? { ...values.smtp, host: guess('smtp', after) } : values.smtp,
  }
}
