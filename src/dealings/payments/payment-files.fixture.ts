export interface Told {
  cents: number
  reference: string | null
  payer: string
  archive: string
  message?: string
  day?: string
  /** A reference payment list says the day it was paid beside the day it was booked. */
  paidOn?: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const euros = (cents: number) =>
  `${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`

/** A camt.054.001.02 as a bank writes it: one entry for the day, its transactions inside. */
export function camt(told: readonly Told[], id = 'CAMT-1'): string {
  const one = ({ cents, reference, payer, archive, message, day = '2026-03-02' }: Told) => `<Ntry>
    <Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
    <NtryDtls><TxDtls>${archive && `<Refs><AcctSvcrRef>${archive}</AcctSvcrRef></Refs>`}
      <AmtDtls><TxAmt><Amt Ccy="EUR">${euros(cents)}</Amt></TxAmt></AmtDtls>
      <RltdPties><Dbtr><Nm>${escaped(payer)}</Nm></Dbtr></RltdPties>
      <RmtInf>${reference ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>` : ''}${message ? `<Ustrd>${escaped(message)}</Ustrd>` : ''}</RmtInf>
    </TxDtls></NtryDtls></Ntry>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>${id}</MsgId><CreDtTm>2026-03-02T18:00:00</CreDtTm></GrpHdr>
  <Ntfctn><Id>1</Id><CreDtTm>2026-03-02T18:00:00</CreDtTm><Acct><Id><IBAN>FI2112345600000785</IBAN></Id></Acct>
  ${told.map(one).join('\n')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
}

/** The same transactions in one entry of a batch, which says one code for them all. */
export function batchOf(told: readonly Told[], code: string): string {
  const cents = told.reduce((all, one) => all + one.cents, 0)
  const head = `<Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>${code}</AcctSvcrRef>`
  const details = [...camt(told).matchAll(/<TxDtls>.*?<\/TxDtls>/gs)].map(([one]) => one)
  const entry = `<Ntry>${head}<NtryDtls>${details.join('')}</NtryDtls></Ntry>`
  return camt([]).replace('</Ntfctn>', `${entry}</Ntfctn>`)
}

/** A reference payment list of 90 columns; `countBy` makes its summary wrong. */
export function ktl(told: readonly Told[], { countBy = 0 } = {}): string {
  const six = (day: string) => day.slice(2).replaceAll('-', '')
  const record = ({ cents, reference, payer, archive, day = '2026-03-02', paidOn = day }: Told) =>
    [
      ...[
        '3',
        '12345600000785',
        six(day),
        six(paidOn),
        archive.padEnd(16),
        (reference ?? '').padStart(20, '0'),
        payer.padEnd(12).slice(0, 12),
      ],
      ...['1', 'A', String(Math.abs(cents)).padStart(10, '0'), cents < 0 ? '1' : '0', 'J', ' '],
    ].join('')
  const paid = told.filter(({ cents }) => cents > 0)
  const back = told.filter(({ cents }) => cents < 0)
  const sum = (of: readonly Told[]) => Math.abs(of.reduce((all, { cents }) => all + cents, 0))
  const digits = (value: number, width: number) => String(value).padStart(width, '0')
  const last = `9${digits(paid.length + countBy, 6)}${digits(sum(paid), 11)}${digits(back.length, 6)}${digits(sum(back), 11)}`
  return ['02603021800 1 0000000000'.padEnd(90), ...told.map(record), last.padEnd(90), ''].join('\r\n')
}
