import type { Cookies, Statement } from '../format.ts'

export const necessaryCategory: NonNullable<Cookies['categories']>[number] = {
  id: 'necessary',
  exempt: true,
  label: { fi: 'Välttämättömät', sv: 'Nödvändiga', en: 'Strictly necessary' },
  saidIn: 'S7.10',
}

export const freeChoice: NonNullable<Cookies['banner']> = {
  firstLayer: ['accept-all', 'reject-all', 'choose'],
  equalProminence: true,
  saidIn: 'S7.2',
}

/** A site that sets no cookie but what a visitor's own request needs. */
export const templateCookies: Cookies = {
  consentModel: 'opt-in',
  saidIn: ['S7.1', 'S7.9', 'S7.10'],
  banner: freeChoice,
  categories: [necessaryCategory],
  purposes: [],
  services: [],
  embeds: { mode: 'click-to-load', saidIn: ['S7.11', 'S7.12'] },
  technical: { firstPartyOnlyBeforeConsent: true, hostOnly: true, saidIn: ['S7.5', 'S7.6'] },
  cookieWall: { allowed: false, saidIn: 'S7.15' },
  withdrawal: { inSite: 'every-page-footer', browserSettings: 'extra-only', saidIn: 'S7.13' },
  signals: { gpc: { honour: true, denies: [] } },
  consent: { maxAge: 'P12M', repromptAfterRefusal: 'P6M' },
}

export const templateSecurity: NonNullable<Statement['security']> = [
  { id: 'instructions', saidIn: 'S10.1', check: 'users-acknowledged-current-instruction' },
  { id: 'personal-accounts', saidIn: 'S10.2', check: 'no-shared-accounts-and-mfa' },
  { id: 'need-to-know', saidIn: 'S10.3', check: 'access-recertified-within-P6M' },
  { id: 'nda', saidIn: 'S10.4', check: 'every-active-user-has-nda' },
  { id: 'hosting-contract', saidIn: 'S10.6', check: 'dpa-on-file' },
  { id: 'paper-locked', saidIn: 'S10.7', check: 'paper-register-has-location' },
  { id: 'paper-destroyed', saidIn: 'S10.8', check: 'no-overdue-paper' },
]
