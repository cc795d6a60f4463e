import { sql } from 'kysely'
import type { Statement } from '#statement'
import type { Visited, Witness } from './check.ts'
import type { Breaking } from './evidence.fixture.ts'

/** What breaks each promise, by the check that must see it and no other. */
export function breakages({
  aino,
  staff,
  loginOf,
}: {
  aino: string
  staff: string
  loginOf: (role: string) => string
}): Record<string, Breaking> {
  const id = () => sql`uuidv7()`
  const said = (change: (statement: Statement & Record<string, never>) => void): Breaking => ({
    witness: ({ statement }: Witness) => {
      const other = structuredClone(statement)
      change(other as never)
      return { statement: other }
    },
  })
  const policy = (
    change: (policy: { -readonly [K in keyof Witness['policy']]: Witness['policy'][K] }) => void,
  ): Breaking => ({
    witness: ({ policy: own }: Witness) => {
      const other = { ...own }
      change(other)
      return { policy: other }
    },
  })
  const page = (wanted: RegExp, change: (page: Visited) => Partial<Visited>): Breaking => ({
    page: (path, found) => (wanted.test(path) ? { ...found, ...change(found) } : undefined),
  })
  const run = (...statements: Breaking['sql'] & object): Breaking => ({ sql: statements })
  const request = (kind: string, more: Record<string, unknown> = {}) => {
    const row = {
      kind,
      capacity: 'self',
      reply_way: 'email',
      language: 'fi',
      received_at: '2026-01-02T10:00:00Z',
      ...more,
    }
    const all = {
      ...{
        received_via: 'mail',
        entered_by: 'x',
        entered_at: '2026-01-02T10:00:00Z',
        state: 'assessing',
        identity: 'not-needed',
      },
      ...{ profile: 'fi-2026', due_on: '2026-02-02', internal_due_on: '2026-01-26', statement_version: 1, ...row },
    }
    return sql`insert into register.rights_request (${sql.join(Object.keys(all).map((key) => sql.ref(key)))})
      values (${sql.join(Object.values(all))})`
  }
  const free = (table: string) => sql`alter table ${sql.table(table)} disable trigger user`
  const unchecked = (table: string) => sql`
    do $$ declare rule record; begin
      for rule in select conname from pg_constraint where conrelid = '${sql.raw(table)}'::regclass and contype in ('c', 'f') loop
        execute format('alter table ${sql.raw(table)} drop constraint %I', rule.conname);
      end loop; end $$`
  const campaign = (more: { channel?: string; topics?: string[] } = {}) => sql`
    insert into register.campaign (name, channel, topics, group_company, audience, content, state, statement_version, created_by, created_at, changed_at)
    values ('x', ${more.channel ?? 'email'}, ${more.topics ?? ['news']}, 'valo-energia', '{}', '{}', 'draft', 1, 'x', now(), now())`
  const sent = (at: string, ground: string | null = 'consent') => sql`
    insert into register.campaign_recipient (campaign_id, person_id, channel, language, state, ground, queued_at, fenced_at, settled_at)
    select id, ${aino}, 'email', 'fi', 'sent', ${ground}, ${at}, ${at}, ${at} from register.campaign`
  const service = (clause: string): Breaking =>
    said(({ cookies }) => {
      for (const one of (cookies as never as { services: { saidIn: string; cookies: { duration: unknown }[] }[] })
        .services)
        if (one.saidIn === clause) for (const cookie of one.cookies) cookie.duration = undefined
    })

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
    'S7.1-inventory': page(/cookies/, ({ body }) => ({ body: body.replaceAll('Kohdista AB', '') })),
    'S7.2-reject-as-easy': said(({ cookies }) => Object.assign(cookies?.banner ?? {}, { firstLayer: ['accept-all'] })),
    'S7.5-first-party-only': page(/^\/fi\/$/, ({ body }) => ({
      body: `${body}<script src="https://elsewhere.example/x.js"></script>`,
    })),
    'S7.6-no-cookie-on-reading': page(/cookies/, ({ headers }) => ({
      headers: { ...headers, 'set-cookie': 'visitor=1' },
    })),
    'S7.7-content-security-policy': page(/^\/fi\/$/, ({ headers }) => ({
      headers: { ...headers, 'content-security-policy': "script-src 'unsafe-inline'" },
    })),
    'S7.8-visits-not-joined': run(sql`alter table register.cookie_receipt add column visitor_id uuid`),
    'S7.9-uses-named': said(({ cookies }) =>
      Object.assign(cookies?.services?.[1] ?? {}, { purposes: ['something-else'] }),
    ),
    'S7.10-off-by-default': said(({ cookies }) => Object.assign(cookies?.categories?.[1] ?? {}, { default: true })),
    'S7.11-click-to-load': said(({ cookies }) => Object.assign(cookies?.embeds ?? {}, { mode: 'necessary' })),
    'S7.12-embed-providers': said(({ cookies }) =>
      Object.assign(cookies?.embeds?.providers?.[0] ?? {}, { role: undefined }),
    ),
    'S7.13-withdrawal-on-site': said(({ cookies }) => Object.assign(cookies?.withdrawal ?? {}, { inSite: 'none' })),
    'S7.14-links-safe': said(({ cookies }) =>
      Object.assign(cookies ?? {}, { links: ['http://www.aboutcookies.example'] }),
    ),
    'S7.15-no-wall': said(({ cookies }) => Object.assign(cookies?.cookieWall ?? {}, { allowed: true })),
    'S7.16-names-current': said(({ cookies }) =>
      Object.assign(cookies?.services?.[0] ?? {}, { use: { fi: 'Viestintäviraston ohje' } }),
    ),
    'S7.17-choices-renewed': run(
      unchecked('register.cookie_receipt'),
      sql`insert into register.cookie_receipt (id, state, way, allowed, refused, language, statement_version, catalogue_hash, words_hash, gpc, at, ends_at)
        values (${id()}, 'x', 'x', '{}', '{}', 'fi', 1, 'x', 'x', false, '2024-01-01Z', '2025-01-01Z')`,
    ),
    'S7.18-visitor-statistics': service('S7.18'),
    'S7.19-ad-targeting': service('S7.19'),
    'S7.20-visits-and-messages': service('S7.20'),
    'S7.21-ad-reporting': service('S7.21'),
    'S8.1-group-disclosures': run(disclosure('group-company', 'another-company')),
    'S8.2-four-eyes': run(
      unchecked('register.authority_request'),
      sql`insert into register.authority_request (id, recipient, authority, provision, document_ref, purpose, people, people_count, fields, asked_on,
          received_at, state, prepared_by, prepared_at, decided_by, decided_at, released_by, released_at)
        values (${id()}, 'authorities', 'x', 'x', 'x', 'x', '{}', 1, '{}', '2026-03-01', now(), 'released', 'ingrid', now(), 'ingrid', now(), 'ingrid', now())`,
    ),
    'S8.3-claims-reviewed': run(
      sql`insert into register.legal_hold (person_id, claim, scope, opened_at, opened_by, review_on) values (${aino}, 'x', '{contact}', '2025-01-01Z', 'x', '2026-03-01')`,
    ),
    'S8.4-recipients-closed': run(disclosure('processor', 'ad-platform')),
    'S9.1-transfers-evidenced': said(({ transfers }) =>
      Object.assign(transfers?.list?.[0] ?? {}, { checkedOn: '2024-01-19' }),
    ),
    'S9.2-backed-up': { outside: { newestBackup: new Date('2026-03-01T07:00:00Z') } },
    'S9.3-abroad-denied': { witness: { mayGoTo: async () => true } },
    'S9.4-tools-obtainable': said(({ transfers }) => Object.assign(transfers?.list?.[0] ?? {}, { copyFrom: null })),
    'S9.5-transfers-closed': said(({ transfers }) => {
      transfers?.list?.push({ ...transfers.list[0], processor: 'somebody-else' } as never)
    }),
    'S9.6-processors-under-agreement': said(({ processors }) =>
      Object.assign(processors?.[0]?.dpa ?? {}, { signedOn: '2027-01-01' }),
    ),
    'S9.7-agreements-whole': said(({ processors }) =>
      Object.assign(processors?.[0]?.dpa ?? {}, { checklist: [...'abcdefh'] }),
    ),
    'S9.8-processors-told': run(
      unchecked('register.recipient_notice'),
      sql`insert into register.recipient_notice (id, person_id, kind, receiver_kind, receiver, state, made_at) values (${id()}, ${aino}, 'erasure', 'processor', 'kirjurit', 'waiting', '2026-02-01Z')`,
    ),
    'S9.9-privacy-pages': said(({ processors }) => Object.assign(processors?.[0] ?? {}, { privacyUrl: null })),
    'S10.1-instruction-read': run(
      sql`insert into register.instruction (version, text, made_by, made_at) values (99, '{}', 'x', '2026-02-01Z')`,
    ),
    'S10.2-personal-accounts': run(sql`update register.staff set email = 'myynti@valo.example' where id = ${staff}`),
    'S10.3-least-privilege': run(
      sql`grant select (text) on register.complaint to ${sql.raw(`"${loginOf('marketing')}"`)}`,
    ),
    'S10.4-undertakings': run(sql`delete from register.undertaking where staff_id = ${staff}`),
    'S10.5-host-named': said((statement) => Object.assign(statement.hosting ?? {}, { provider: null })),
    'S10.6-connection-encrypted': { outside: { publicUrl: 'http://register.valo.example' } },
    'S10.6-keys-guarded': { outside: { missingKeys: ['suppression.key'] } },
    'S10.6-ledger-whole': { outside: { verified: false } },
    'S10.6-ledger-sealed': { outside: { sealedAt: new Date('2026-03-02T07:00:00Z') } },
    'S10.6-clock-free': { outside: { clockSet: true } },
    'S10.7-paper-located': run(unchecked('register.paper_item'), paper({ location: ' ' })),
    'S10.8-paper-destroyed': run(paper({ destroyBy: '2026-02-01' })),
    'S10.9-restore-drilled': run(sql`delete from register.ledger_opening where payload ->> 'what' = 'restore.drilled'`),
    'S11.1-retention-kept': run(
      free('register.statement_version'),
      sql`update register.statement_version set published_at = '2026-01-01Z'`,
    ),
    'S11.2-end-defined': said(({ retention }) => Object.assign(retention ?? {}, { relationshipEnd: null })),
    'S12.1-public-and-machine-readable': page(/statement\.json/, () => ({ status: 404 })),
    'S12.2-everybody-told': run(
      sql`update register.person set created_at = '2025-12-01Z'`,
      sql`update register.notice set state = 'queued'`,
    ),
    'S12.3-access-in-time': run(request('access')),
    'S12.4-free-form': said((statement) =>
      Object.assign((statement.rights as { access?: object }).access ?? {}, { form: 'fixed' }),
    ),
    'S12.5-no-identity-papers': run(sql`alter table register.rights_request add column passport_copy bytea`),
    'S12.6-undeliverable-stopped': run(
      campaign(),
      sent('2026-03-02T09:00:00Z'),
      sql`insert into register.undeliverable (person_id, channel, value_id, reason, noted_at, noted_by) values (${aino}, 'email', ${id()}, 'refused-by-server', '2026-03-01Z', 'x')`,
    ),
    'S12.7-four-reasons': said((statement) =>
      Object.assign((statement.rights as { rectification?: object }).rectification ?? {}, { reasons: ['incorrect'] }),
    ),
    'S12.8-correction-unsigned': said((statement) =>
      Object.assign((statement.rights as { rectification?: object }).rectification ?? {}, {
        identity: 'signed-or-verified',
      }),
    ),
    'S12.9-asking-moves-no-clock': run(
      unchecked('register.rights_request'),
      request('access', { paused_days: 9, due_on: '2026-03-09', received_at: '2026-02-20T10:00:00Z' }),
    ),
    'S12.10-corrections-in-time': run(request('rectification')),
    'S12.11-erasures-go-on': run(erasure('2026-02-01')),
    'S12.12-erasure-unsigned': said((statement) =>
      Object.assign((statement.rights as { erasure?: object }).erasure ?? {}, { identity: 'signed-or-verified' }),
    ),
    'S12.13-erasures-in-time': run(request('erasure')),
    'S12.14-agents-accepted': run(
      unchecked('register.rights_request'),
      request('access', { capacity: 'agent', executed_at: '2026-01-20Z', replied_at: '2026-01-20Z', state: 'replied' }),
    ),
    'S12.15-blockers-closed': run(erasure('2026-05-01', 'managing-the-relationship')),
    'S12.16-objections-absolute': run(
      free('register.consent_event'),
      sql`insert into register.consent_wording (hash, purpose, channel, language, text, statement_version, kept_at)
        values (repeat('a', 64), 'direct-marketing', 'email', 'fi', 'x', 1, now())`,
      sql`insert into register.consent (person_id, purpose, channel, state, wording, since, expires_on, via)
        values (${aino}, 'direct-marketing', 'email', 'given', repeat('a', 64), '2026-02-01Z', '2028-01-01', 'form')`,
      sql`insert into register.consent_event (person_id, purpose, channel, state, wording, at, via, by, statement_version)
        values (${aino}, 'direct-marketing', 'email', 'given', repeat('a', 64), '2026-02-01Z', 'form', 'x', 1)`,
      sql`insert into register.objection (person_id, scope, at, via, by, recorded_at) values (${aino}, 'all', '2026-03-01Z', 'phone', 'x', '2026-03-01Z')`,
    ),
    'S12.17-objecting-needs-no-proof': said((statement) =>
      Object.assign((statement.rights as { objectionToMarketing?: object }).objectionToMarketing ?? {}, {
        identity: 'proportionate',
      }),
    ),
    'S12.18-unsubscribing-by-post-only': page(/^\/u\//, () => ({ status: 200 })),
    'S12.19-rights-named': said((statement) => Object.assign(statement, { automatedDecisions: undefined })),
    'S13.1-authority-reachable': said(({ authority }) => Object.assign(authority?.contact ?? {}, { phone: null })),
  }

  function sources(clause: string, change: Record<string, unknown>): Breaking {
    return policy((own) => {
      own.sources = new Map(
        [...own.sources].map(([key, one]) => [key, one.clause === clause ? { ...one, ...change } : one]),
      )
    })
  }
  function disclosure(kind: string, receiver: string) {
    return sql`insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, statement_version)
      values (${id()}, now(), 'x', ${kind}, ${receiver}, '{}', '{}', 'x', 'x', 1)`
  }
  function paper({ location = 'Kaappi 3', destroyBy = '2027-01-01' }: { location?: string; destroyBy?: string }) {
    return sql`insert into register.paper_item (id, what, location, people, made_at, made_by, reason, destroy_by)
      values (${id()}, 'Tuloste', ${location}, '{}', '2026-01-01Z', 'x', 'x', ${destroyBy})`
  }
  function erasure(resumes: string, blocker = 'open-invoice') {
    return sql`insert into register.erasure (person_id, asked_at, asked_by, statement_version, state, planned, outcomes, held, resumes_on)
      values (${aino}, '2026-01-01Z', 'x', 1, 'held', '[]', '[]', ${JSON.stringify([{ table: 'register.invoice', blocker }])}::jsonb, ${resumes})`
  }
}
