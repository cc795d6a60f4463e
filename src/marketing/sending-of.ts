import { readFile } from 'node:fs/promises'
import { choicesKeyIn } from '#choices'
import { openSmtpLine } from '#platform/smtp-line'
import { mayGoTo, type Relay } from '#recipients'
import type { Running } from '#statement'
import { dkimKeyOf } from './dkim.ts'
import type { Sending } from './sending.ts'

export interface MailSettings {
  smtpUrl: string | null
  relay: Relay
  publicUrl: string
  /** `DKIM_KEY_FILE`, `DKIM_SELECTOR` and `DKIM_DOMAIN`: null where the relay signs. */
  dkim: { file: string; selector: string; domain: string } | null
  /** `MAIL_RATE`: mails a second at most. */
  rate: number | null
}

/** How this register sends campaigns. */
export async function sendingOf<T>(
  register: Running<T>,
  { smtpUrl, relay, publicUrl, dkim, rate }: MailSettings,
): Promise<Sending> {
  const key = dkim && dkimKeyOf(dkim.domain, dkim.selector, await readFile(dkim.file, 'utf8'))
  const { processor, host } = relay
  return {
    key: choicesKeyIn(register),
    letterhead: { publicUrl, dkim: key },
    rate,
    line: async () => {
      if (!smtpUrl) throw new Error('no mail server is named (SMTP_URL)')
      return openSmtpLine(smtpUrl, new URL(publicUrl).hostname)
    },
    mayGo: async () => {
      if (!smtpUrl) return { allowed: false, code: 'MAIL_NOT_SET_UP', clause: 'S9.6' }
      const verdict = await mayGoTo(register, {
        ...(processor ? { processor } : {}),
        ...(host ? { host } : {}),
        fields: ['person.email', 'person.name'],
      })
      if (!verdict.allowed) return { allowed: false, code: verdict.code, clause: verdict.clause }
      // Whoever runs the servers has the whole register: a mail that passes through tells them nothing more.
      const isTold = verdict.kind === 'processor' && verdict.to !== 'hosting'
      return { allowed: true, through: isTold ? { processor: verdict.to, tool: verdict.tool } : null }
    },
  }
}

/** The part of the settings that the environment says. */
export function mailSettingsFrom(environment: NodeJS.ProcessEnv, domain: string | undefined) {
  const { DKIM_KEY_FILE: file, DKIM_SELECTOR: selector, DKIM_DOMAIN: own, MAIL_RATE: rate } = environment
  const signed = own ?? domain
  return {
    dkim: file && selector && signed ? { file, selector, domain: signed } : null,
    rate: rate && Number(rate) > 0 ? Number(rate) : null,
  }
}
