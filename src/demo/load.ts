import { readFile } from 'node:fs/promises'
import { confirmAccess, reviewOfAccess } from '#access'
import { look, type Occasion, perform } from '#ledger'
import { businessIdCheckDigit } from '#platform/business-id'
import { createOrganisation, createPerson, inForce, moveEnquiry, nameContact, receiveEnquiry } from '#register'
import { noteContacts } from '#rights'
import { publish, type Running } from '#statement'
import { contactParts } from '../contacts.ts'
import type { Database } from '../database.ts'
import { askForQuotes } from './ask-for-quotes.ts'
import { billCustomers } from './bill-customers.ts'
import { chooseCookies } from './choose-cookies.ts'
import { dealWithCustomers } from './deal-with-customers.ts'
import { employCast } from './employ-cast.ts'
import { enterProducts } from './enter-products.ts'
import { fillPipeline } from './fill-pipeline.ts'
import { hearPeople } from './hear-people.ts'
import { importFair } from './import-fair.ts'
import { keepWorking } from './keep-working.ts'
import { sellToCustomers } from './sell-to-customers.ts'
import { setPapers } from './set-papers.ts'
import { storyCompanies, storyEnquiries } from './story.ts'
import { writeMail } from './write-mail.ts'

const day = 24 * 60 * 60 * 1000
const statementFile = new URL('../../examples/valo-group.yaml', import.meta.url)

/** Tells the demo group's two years through the deeds that staff use. `said` hears how far it is. */
export async function loadDemo(register: Running<Database>, said: (line: string) => void = () => undefined) {
  const now = register.now()
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const source = (await readFile(statementFile, 'utf8')).replace(
    /^( +(?:updatedOn|effectiveFrom): ).*$/gm,
    `$1${ago(730).toISOString().slice(0, 10)}`,
  )

  const staff = await employCast(register, ago(735))
  await publish(register, { by: staff.tomas, duty: 'admin', purpose: 'statement', at: ago(730), under: '0' }, source)
  const as = (by: string, duty: string, purpose: string, daysAgo: number): Occasion => ({
    by,
    duty,
    purpose,
    at: ago(daysAgo),
    under: '1',
  })
  const rules = inForce(register)

  const contact = { handler: staff.ingrid, deputy: staff.tomas, cover: null }
  await perform(register.db, as(staff.tomas, 'admin', 'admin', 729), (act) => nameContact(act as never, contact))

  const reviewing = as(staff.ingrid, 'privacy', 'access', 40)
  const { items } = await look(register.db, reviewing, (view) => reviewOfAccess(view as never, 'P6M'))
  const seen = items.flatMap(({ duties }) => duties.map(({ id }) => id))
  await perform(register.db, reviewing, (act) => confirmAccess(act as never, seen, 'P6M'))

  await setPapers(register, { rules, occasion: as(staff.bo, 'billing', 'bookkeeping', 728) })

  const companies = storyCompanies(60)
  const customers: { id: string; daysAgo: number; contact: string | null }[] = []
  const prospects: typeof customers = []
  for (const [n, company] of companies.entries()) {
    const daysAgo = 720 - n * 12
    const isCustomer = n % 3 !== 2
    const occasion = as(n % 2 ? staff.ellen : staff.saku, 'sales', 'customer-relationship', daysAgo)
    const from = { source: isCustomer ? 'order' : 'quote-request' }
    const domain = `${folded(company.name)}.example`

    const organisation = await perform(register.db, occasion, (act) =>
      createOrganisation(act, rules, {
        ...from,
        form: company.name.endsWith('ry') ? 'association' : 'company',
        groupCompany: rules.policy.groupCompanies[n % 2]?.id,
        values: {
          'org.name': company.name,
          'org.businessId': fictionalBusinessId(n),
          'org.email': `info@${domain}`,
          'org.phone': `010 000 ${String(1000 + n)}`,
          'org.addresses': [
            {
              kind: 'postal',
              street: company.street.replace(/ \d+$/, ''),
              houseNumber: company.street.split(' ').pop(),
              postcode: company.postcode,
              city: company.city,
            },
          ],
          'org.heatingSystem': company.heating,
          ...(isCustomer ? { 'com.paymentTerms': n % 4 === 0 ? '30 pv netto' : '14 pv netto' } : {}),
        },
      }),
    )
    const known: (typeof customers)[number] = { id: organisation, daysAgo, contact: null }
    ;(isCustomer ? customers : prospects).push(known)
    for (const [m, { given, family, role }] of company.people.entries()) {
      const told = daysAgo > 20
      const person = await perform(register.db, occasion, (act) =>
        createPerson(act, rules, {
          source: m === 0 ? from.source : 'organisation',
          organisation,
          values: {
            'person.name': { given, family },
            'person.jobRole': role,
            'person.email': [{ address: `${folded(given)}.${folded(family)}@${domain}` }],
            'person.phone': [{ number: `010 000 ${String(2000 + n * 4 + m)}` }],
          },
          ...(told
            ? { noticeGiven: { way: m === 0 ? ('mail' as const) : ('print' as const), language: 'fi' as const } }
            : {}),
        }),
      )
      known.contact ??= person
    }
    if (n % 20 === 19) said(`${n + 1}/${companies.length} companies`)
  }

  const products = await enterProducts(register, { rules, occasion: as(staff.bo, 'billing', 'bookkeeping', 700) })
  const sellingAs = (by: 'bo' | 'helmi', daysAgo: number) =>
    by === 'bo'
      ? as(staff.bo, 'billing', 'bookkeeping', daysAgo)
      : as(staff.helmi, 'service', 'service-delivery', daysAgo)
  await dealWithCustomers(register, { rules, customers, products, as: sellingAs })
  await billCustomers(register, { rules, customers, as: (daysAgo) => sellingAs('bo', daysAgo) })
  said(`${customers.length} customers billed`)
  const asSeller = (by: 'saku' | 'helmi', daysAgo: number) =>
    by === 'saku'
      ? as(staff.saku, 'sales', 'customer-relationship', daysAgo)
      : as(staff.helmi, 'service', 'service-delivery', daysAgo)
  await sellToCustomers(register, { rules, products, customers, prospects, fitter: staff.ellen, as: asSeller })
  said(`${customers.length + prospects.length} companies quoted`)

  const selling = (by: 'saku' | 'bo', daysAgo: number) =>
    by === 'saku'
      ? as(staff.saku, 'sales', 'customer-relationship', daysAgo)
      : as(staff.bo, 'billing', 'bookkeeping', daysAgo)
  const hoped = [...prospects, ...customers].slice(0, 42)
  await fillPipeline(register, { rules, companies: hoped, owners: [staff.saku, staff.ellen], as: selling })
  said(`${hoped.length} opportunities`)

  const working = { saku: 'sales', ellen: 'sales', helmi: 'service', bo: 'billing' } as const
  await keepWorking(register, {
    ...{ rules, staff, companies: [...customers, ...prospects].slice(0, 24) },
    as: (by, daysAgo) => as(staff[by], working[by], by === 'bo' ? 'bookkeeping' : 'customer-communication', daysAgo),
  })

  const asked = await askForQuotes(register, { rules, products, companies: [...prospects, ...customers], as: selling })
  said(`${asked} requests for quotes`)

  const duties = { saku: 'sales', helmi: 'service', mail: 'intake' } as const
  const writing = (by: keyof typeof duties, daysAgo: number): Occasion => ({
    ...as(by === 'mail' ? by : staff[by], duties[by], 'customer-communication', daysAgo),
    ...(by === 'mail' ? {} : { reach: 'own' as const }),
  })
  await writeMail(register, { as: writing })

  for (const [n, enquiry] of storyEnquiries.entries()) {
    const visitor: Occasion = {
      by: 'visitor',
      duty: 'intake',
      purpose: 'customer-communication',
      at: ago(enquiry.daysAgo),
      under: '1',
    }
    const { enquiryId } = await perform(register.db, visitor, (act) => receiveEnquiry(act, rules, enquiry))
    if (enquiry.daysAgo < 10) continue
    const service = as(
      n % 2 ? staff.helmi : staff.saku,
      n % 2 ? 'service' : 'sales',
      'customer-communication',
      enquiry.daysAgo - 1,
    )
    await perform(register.db, service, (act) => moveEnquiry(act, rules, { id: enquiryId, event: 'answer' }))
  }
  said(`${storyEnquiries.length} enquiries`)
  const brought = await importFair(register, as(staff.saku, 'sales', 'customer-relationship', 3))
  said(`${brought.people} people from a fair`)
  await hearPeople(register, {
    asker: customers[3]?.contact ?? null,
    privacy: (daysAgo) => as(staff.ingrid, 'privacy', 'customer-communication', daysAgo),
    marketing: (daysAgo) => as(staff.maija, 'marketing', 'direct-marketing', daysAgo),
  })
  await chooseCookies(register, 60)
  await noteContacts(register.db, as('register', 'retention', 'retention', 0), contactParts)
}

function folded(name: string) {
  return name
    .toLowerCase()
    .replace(/ (oy|ry)$/, '')
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/g, '')
    .replaceAll(' ', '')
}

// Bodies from 9990000 on are not given to anybody; a body without a check digit is passed over.
function fictionalBusinessId(n: number): string {
  let count = -1
  for (let body = 9_990_000; ; body += 1) {
    const digit = businessIdCheckDigit(String(body))
    if (digit === null) continue
    count += 1
    if (count === n) return `${body}-${digit}`
  }
}
