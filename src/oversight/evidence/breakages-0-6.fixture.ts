import { sql } from 'kysely'
import { breakingKit, type Whom } from './breaking-kit.fixture.ts'
import type { Breaking } from './evidence.fixture.ts'

/** What breaks each promise of sections 0 to 6, by the check that must see it and no other. */
export function breakages0to6(whom: Whom): Record<string, Breaking> {
  const { aino, staff, loginOf, said, policy, page, run, request, unchecked, campaign, sent, sources } =
    breakingKit(whom)
  return {
    'S0.1-published': page(/^\/fi\/$/, ({ body }) => ({
      body: body.replaceAll('Tietosuoja- ja rekisteriseloste', 'Sivu'),
    })),
    'S0.2-unaltered': { witness: { altered: 1 } },
    'S1.1-register-named': page(/^\/sv\/$/, () => ({ body: '' })),
    'S1.2-group-companies': run(sql`update register.staff set group_company = 'another' where id = ${staff}`),
    'S2.1-controller-named': said(({ controller }) => Object.assign(controller, { legalName: 'Toinen Oy' })),
    'S2.2-address-whole': said(({ controller }) => Object.assign(controller.address ?? {}, { postcode: '0052O' })),
    'S2.3-business-ids': run(
      sql`insert into register.organisation (form, name, business_id, created_at, changed_at) values ('company', 'X Oy', '1997513-2', now(), now())`,
    ),
    'S2.4-phone': said(({ controller }) => Object.assign(controller.phone ?? {}, { e164: '0207 495 400' })),
    'S2.5-email': said(({ controller }) => Object.assign(controller.email ?? {}, { address: 'info(at)valo.example' })),
    'S3.1-contact-at-work': run(sql`delete from register.contact_of_register`),
    'S3.2-clock-from-first-receipt': run(request('access', { due_on: '2026-05-01' })),
    'S4.1-purposes-closed': policy((own) => {
      own.purposes = new Map([...own.purposes, ['no-such-purpose', { ...[...own.purposes.values()][0] } as never]])
    }),
    'S4.2-service-messages': policy((own) => {
      own.purposes = new Map(
        [...own.purposes].map(([key, one]) => [
          key,
          key === 'customer-communication' ? { ...one, messageClass: null } : one,
        ]),
      )
    }),
    'S4.3-rows-guarded': run(sql`alter table register.person disable row level security`),
    'S4.4-ended-closed': run(
      unchecked('register.relationship'),
      sql`update register.relationship set state = 'ended', ended_at = now()`,
    ),
    'S4.5-nothing-undeclared': { witness: { undeclared: 1 } },
    'S4.6-basis-by-role': said(({ purposes }) => {
      const [basis] = (purposes?.[0]?.basis ?? []).filter(({ when }) => when === 'subject-represents-org')
      Object.assign(basis ?? {}, { ref: 'eu-gdpr:A6-1-b' })
    }),
    'S4.7-consent-proven': run(
      sql`insert into register.consent_wording (hash, purpose, channel, language, text, statement_version, kept_at)
        values (repeat('a', 64), 'direct-marketing', 'email', 'fi', 'x', 1, now())`,
      sql`insert into register.consent (person_id, purpose, channel, state, wording, since, expires_on, via)
        values (${aino}, 'direct-marketing', 'email', 'given', repeat('a', 64), now(), now() + interval '1 year', 'form')`,
    ),
    'S4.8-bases-of-the-regulation': said(({ purposes }) =>
      Object.assign(purposes?.[3]?.basis?.[0] ?? {}, { ref: 'other-relevant-connection' }),
    ),
    'S4.9-balancing-tests': said(({ purposes }) => {
      for (const one of purposes?.[0]?.basis ?? []) if (one.lia) Object.assign(one.lia, { reviewOn: '2026-01-01' })
    }),
    'S4.10-gate-at-sending': run(
      campaign(),
      sent('2026-03-02T09:00:00Z'),
      sql`insert into register.objection (person_id, scope, at, via, by, recorded_at) values (${aino}, 'all', '2026-03-01Z', 'phone', 'x', '2026-03-01Z')`,
    ),
    'S4.11-topics-closed': run(unchecked('register.campaign'), campaign({ topics: ['partner-offer'] })),
    'S4.12-channels-closed': run(unchecked('register.campaign'), campaign({ channel: 'sms' })),
    'S5.1-columns-of-the-statement': run(sql`alter table declared.person add column shoe_size text`),
    'S5.2-sole-traders': run(
      unchecked('register.organisation'),
      sql`insert into register.organisation (form, person_id, name, created_at, changed_at) values ('company', ${aino}, 'Tmi X', now(), now())`,
    ),
    'S5.3-business-id-once': run(
      sql`alter table register.organisation drop constraint organisation_business_id_is_unique`,
      sql`insert into register.organisation (form, name, business_id, created_at, changed_at)
        select 'company', 'X Oy', '0000017-4', now(), now() from generate_series(1, 2)`,
    ),
    'S5.4-addresses': run(
      unchecked('register.person_address'),
      sql`insert into register.person_address (person_id, kind, postcode, city, added_at) values (${aino}, 'postal', '520', 'Helsinki', now())`,
    ),
    'S5.5-people-with-sources': run(
      sql`insert into register.person (kind, family_name, created_at, changed_at) values ('representative', 'X', '2026-03-01Z', now())`,
    ),
    'S5.6-phones-not-for-marketing': {
      ...run(sql`grant select (number) on register.person_phone to ${sql.raw(`"${loginOf('marketing')}"`)}`),
      witness: { surplusGrants: async () => 0 },
    },
    'S5.7-emails-normalised': run(sql`update register.person_email set address = 'Aino@Koti.Example '`),
    'S5.8-list-closed': policy((own) => {
      own.fields = new Map(
        [...own.fields].map(([key, one], i) => [key, i === 0 ? { ...one, label: { ...one.label, fi: '' } } : one]),
      )
    }),
    'S5.9-payment-terms': {
      ...run(sql`grant select (payment_terms) on register.relationship to ${sql.raw(`"${loginOf('marketing')}"`)}`),
      witness: { surplusGrants: async () => 0 },
    },
    'S5.10-deliveries': policy((own) => {
      own.duties = new Map(
        [...own.duties].map(([key, one]) => [
          key,
          key === 'marketing' ? { ...one, reads: new Set([...one.reads, 'com.delivery']) } : one,
        ]),
      )
    }),
    'S5.11-vouchers-in-time': run(
      sql`insert into register.invoice (group_company, person_id, number, issued_on, due_on, amount_cents, status, settled_on, fiscal_year_end, debtor_name, entered_by, entered_at)
        values ('valo-energia', ${aino}, '1', '2018-01-02', '2018-02-02', 100, 'paid', '2018-02-01', '2018-12-31', 'x', 'x', now())`,
    ),
    'S5.12-complaints-in-time': run(
      sql`insert into register.complaint (group_company, person_id, opened_on, closed_on, text, entered_by, entered_at)
        values ('valo-energia', ${aino}, '2020-01-01', '2020-02-01', 'x', 'x', now())`,
    ),
    'S5.13-warranties-in-time': run(
      sql`insert into register.warranty (group_company, person_id, item, starts_on, ends_on, claim_until, entered_by, entered_at)
        values ('valo-energia', ${aino}, 'x', '2015-01-01', '2018-01-01', '2018-03-01', 'x', now())`,
    ),
    'S5.14-no-open-category': policy((own) => {
      const [first] = own.fields.values()
      own.fields = new Map([...own.fields, ['com.otherFacts', first as never]])
    }),
    'S5.15-no-identity-codes': run(sql`update register.person_source set note = 'hetu 131052-308T'`),
    'S6.1-values-with-sources': run(
      sql`insert into register.person_email (person_id, address, kind, added_at) values (${aino}, 'x@koti.example', 'private', now())`,
    ),
    'S6.2-quote-requests': sources('S6.2', { notice: null }),
    'S6.3-orders': sources('S6.3', { saleContext: false }),
    'S6.4-contracts': sources('S6.4', { clause: 'S6.99' }),
    'S6.5-other-contacts-explained': run(sql`update register.person_source set source = 'other-contact', note = null`),
    'S6.6-told-at-collection': run(sql`delete from register.notice_delivery`, sql`delete from register.notice`),
    'S6.7-notices-in-time': run(
      sql`update register.notice set article = '14', state = 'queued', target_on = '2026-01-31', due_on = '2026-02-28'`,
    ),
    'S6.8-public-registers': policy((own) => {
      own.sources = new Map(
        [...own.sources].map(([key, one]) => [
          key,
          one.kind === 'public-register' ? { ...one, label: { ...one.label, fi: 'Trafi' } } : one,
        ]),
      )
    }),
    'S6.9-contact-form': page(/contact/, ({ body }) => ({
      body: body.replace('name="message"', 'name="message" data-x><input type="checkbox" name="newsletter" checked'),
    })),
    'S6.10-lead-is-no-consent': run(campaign(), sent('2026-03-01T09:00:00Z', null)),
  }
}
