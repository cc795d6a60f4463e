import { ownTexts } from '../../texts/own.ts'

const span = (since: string, until: string) => (since === until ? since : `${since}–${until}`)

const fi = {
  title: 'Hyvitettävät',
  why: 'Sopimuskausia, jotka on laskutettu etukäteen sopimuksen viimeistä päivää pidemmälle.',
  ends: (day: string) => `Viimeinen päivä ${day}`,
  days: (since: string, until: string) => `laskutettu ${span(since, until)}`,
  invoices: (numbers: readonly string[]) => `${numbers.length > 1 ? 'laskut' : 'lasku'} ${numbers.join(', ')}`,
  credit: 'Hyvitä',
  creditText:
    'Hyvityslasku saa numeron ja lukittuu heti. Siinä kerrotaan hyvitettävät päivät ja sopimuksen viimeinen päivä asiakkaan kielellä.',
  done: 'Hyvitetty',
  leave: 'Jätä hyvittämättä',
  leaveText: 'Rivi poistuu hyvitettävistä. Sen voi palauttaa sopimuksen kortilta.',
  leaveWhy: 'Syy',
  leaveDone: 'Jätetty hyvittämättä',
  period: (since: string, until: string) => `hyvittämättä ${span(since, until)}`,
  afterAll: 'Palauta hyvitettäviin',
  afterAllOf: (day: string) => `Palauta hyvitettäviin (jätetty ${day})`,
  afterAllDone: 'Palautettu hyvitettäviin',
  more: 'Tässä on sata vanhinta. Loput tulevat näkyviin, kun nämä on käsitelty.',
}

const sv: typeof fi = {
  title: 'Att kreditera',
  why: 'Avtalsperioder som har fakturerats i förväg längre än till avtalets sista dag.',
  ends: (day) => `Sista dag ${day}`,
  days: (since, until) => `fakturerat ${span(since, until)}`,
  invoices: (numbers) => `${numbers.length > 1 ? 'fakturor' : 'faktura'} ${numbers.join(', ')}`,
  credit: 'Kreditera',
  creditText:
    'Kreditnotan får nummer och låses genast. Den anger dagarna som krediteras och avtalets sista dag på kundens språk.',
  done: 'Krediterat',
  leave: 'Lämna okrediterat',
  leaveText: 'Raden försvinner från det som ska krediteras. Det går att ta tillbaka på avtalets kort.',
  leaveWhy: 'Orsak',
  leaveDone: 'Lämnat okrediterat',
  period: (since, until) => `okrediterat ${span(since, until)}`,
  afterAll: 'Kreditera ändå',
  afterAllOf: (day) => `Kreditera ändå (lämnat ${day})`,
  afterAllDone: 'Väntar på kreditering igen',
  more: 'Här är de hundra äldsta. Resten kommer fram när de här är avklarade.',
}

const en: typeof fi = {
  title: 'To credit',
  why: 'Contract periods that were billed ahead, beyond the last day of the contract.',
  ends: (day) => `Last day ${day}`,
  days: (since, until) => `billed ${span(since, until)}`,
  invoices: (numbers) => `${numbers.length > 1 ? 'invoices' : 'invoice'} ${numbers.join(', ')}`,
  credit: 'Credit',
  creditText:
    'The credit note takes its number and is locked at once. It tells the days credited and the last day of the contract in the customer’s language.',
  done: 'Credited',
  leave: 'Leave uncredited',
  leaveText: 'The row goes from what is to be credited. It can be taken back on the contract’s card.',
  leaveWhy: 'Reason',
  leaveDone: 'Left uncredited',
  period: (since, until) => `uncredited ${span(since, until)}`,
  afterAll: 'Credit after all',
  afterAllOf: (day) => `Credit after all (left ${day})`,
  afterAllDone: 'Waits to be credited again',
  more: 'These are the hundred oldest. The others come into sight when these are settled.',
}

export const useCreditTexts = ownTexts({ fi, sv, en })
