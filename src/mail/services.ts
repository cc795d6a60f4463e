/** A mail service that is signed in to with OAuth 2, as its own documentation has it. */
export interface MailService {
  name: string
  authorize: string
  token: string
  /** What the mailbox's owner is asked to allow: reading and sending, and no more. */
  scopes: readonly string[]
  /** Words that the service adds to the address where consent is asked. */
  more: Readonly<Record<string, string>>
  imap: { host: string; port: number; tls: 'tls' }
  smtp: { host: string; port: number; tls: 'tls' | 'starttls' }
  /** The service puts what was sent into its folder itself. */
  keepsSent: boolean
  /** The day on which these facts were compared with the service's documentation. */
  asOf: string
}

/** Dated facts, not decisions: whether a service may be used at all is the statement's to say (S9.6). */
export const mailServices: Readonly<Record<'microsoft' | 'google', MailService>> = {
  microsoft: {
    name: 'Microsoft 365',
    authorize: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    scopes: [
      'https://outlook.office.com/IMAP.AccessAsUser.All',
      'https://outlook.office.com/SMTP.Send',
      'offline_access',
    ],
    more: { prompt: 'select_account' },
    imap: { host: 'outlook.office365.com', port: 993, tls: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, tls: 'starttls' },
    keepsSent: true,
    asOf: '2026-11-01',
  },
  google: {
    name: 'Google Workspace',
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scopes: ['https://mail.google.com/'],
    more: { access_type: 'offline', prompt: 'consent' },
    imap: { host: 'imap.gmail.com', port: 993, tls: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, tls: 'tls' },
    keepsSent: true,
    asOf: '2026-11-01',
  },
}
