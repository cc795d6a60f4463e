import { sql } from 'kysely'
import { breakingKit, type Whom } from './breaking-kit.fixture.ts'
import type { Breaking } from './evidence.fixture.ts'

/** What breaks each promise of sections 7 to 13, by the check that must see it and no other. */
export function breakages7to13(whom: Whom): Record<string, Breaking> {
  const {
    aino,
    staff,
    loginOf,
    id,
    said,
    page,
    run,
    request,
    free,
    unchecked,
    campaign,
    sent,
    service,
    disclosure,
    paper,
    erasure,
  } = breakingKit(whom)
  return {
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
    'S10.3-access-reviewed': run(
      sql`update register.staff_duty set granted_at = '2025-09-01Z' where staff_id = ${staff}`,
    ),
    'S10.4-undertakings': run(sql`delete from register.undertaking where staff_id = ${staff}`),
    'S10.5-host-named': said((statement) => Object.assign(statement.hosting ?? {}, { provider: null })),
    'S10.6-connection-encrypted': { outside: { publicUrl: 'http://register.valo.example' } },
    'S10.6-keys-guarded': { outside: { missingKeys: ['suppression.key'] } },
    'S10.6-ledger-whole': { outside: { verified: false } },
    'S10.6-ledger-sealed': { outside: { sealedAt: new Date('2026-03-02T07:00:00Z') } },
    'S10.6-clock-free': { outside: { clockSet: true } },
    'S10.6-rules-as-built': { outside: { rulesAsBuilt: false } },
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
    'S12.19-restrictions-reviewed': run(
      sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${aino}, 'claims', '2025-01-01Z', 'x', '2026-03-01')`,
    ),
    'S12.19-rights-named': said((statement) => Object.assign(statement, { automatedDecisions: undefined })),
    'S13.1-authority-reachable': said(({ authority }) => Object.assign(authority?.contact ?? {}, { phone: null })),
  }
}
