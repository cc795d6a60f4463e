import type { TableMap } from '#statement'

const staff = [
  'id',
  'name',
  'email',
  'language',
  'state',
  'group_company',
  'team',
  'invited_at',
  'closed_at',
  'revision',
]
const duty = ['id', 'staff_id', 'duty', 'granted_by', 'reason', 'granted_at', 'until_on', 'withdrawn_at']
const undertaking = ['staff_id', 'signed_on', 'document_ref', 'recorded_by', 'recorded_at']
const acknowledgement = ['staff_id', 'version', 'acknowledged_at']

/** The staff's own tables: kept by the administrator and by signing in, seen by the privacy contact. */
export const accessMaps: readonly TableMap[] = [
  {
    table: 'register.staff',
    plain: staff,
    carries: {},
    machines: {
      admin: {
        select: '*',
        insert: '*',
        update: ['name', 'language', 'state', 'group_company', 'team', 'closed_at', 'revision'],
      },
      auth: { select: '*', insert: '*', update: ['state', 'language', 'revision'] },
    },
  },
  {
    table: 'register.staff_duty',
    plain: duty,
    carries: {},
    machines: {
      admin: { select: '*', insert: '*', update: ['withdrawn_at'] },
      auth: { select: '*', insert: '*' },
      privacy: { select: '*' },
    },
  },
  {
    table: 'register.undertaking',
    plain: undertaking,
    carries: {},
    machines: { admin: { select: '*', insert: '*' }, auth: { select: '*', insert: '*' }, privacy: { select: '*' } },
  },
  {
    table: 'register.instruction',
    plain: ['version', 'text', 'made_by', 'made_at'],
    carries: {},
    machines: { admin: { select: '*', insert: '*' }, auth: { select: '*', insert: '*' }, privacy: { select: '*' } },
  },
  {
    table: 'register.instruction_acknowledgement',
    plain: acknowledgement,
    carries: {},
    machines: { admin: { select: '*' }, auth: { select: '*', insert: '*' }, privacy: { select: '*' } },
  },
  {
    table: 'register.access_review',
    plain: ['id', 'at', 'by', 'grants'],
    carries: {},
    machines: { admin: { select: '*', insert: '*' }, privacy: { select: '*', insert: '*' }, auth: { select: '*' } },
  },
  {
    table: 'register.hand_over',
    plain: ['id', 'from_staff', 'to_staff', 'by', 'at', 'counts', 'ids', 'undone_at'],
    carries: {},
    machines: { admin: { select: '*' }, retention: { select: ['id', 'at', 'ids'], update: ['ids'] } },
  },
]

/** Rights that follow from no statement: signing in has its own schema, and colleagues know each other's names. */
export function accessGrants(loginOf: (role: string) => string, dutyLogins: readonly string[]): string[] {
  const everyone = [
    ...new Set([...dutyLogins, ...['privacy', 'matching', 'intake', 'rights', 'retention', 'worker'].map(loginOf)]),
  ]
    .filter((login) => login !== loginOf('admin'))
    .map((login) => `"${login}"`)
    .join(', ')
  return [
    `grant usage on schema auth to "${loginOf('auth')}", "${loginOf('admin')}"`,
    `grant select, insert, update, delete on all tables in schema auth to "${loginOf('auth')}"`,
    `grant insert on auth.link to "${loginOf('admin')}"`,
    `grant select (id, staff_id, ended_at), update (ended_at) on auth.session, auth.token to "${loginOf('admin')}"`,
    `grant select (staff_id), delete on auth.password, auth.totp, auth.passkey to "${loginOf('admin')}"`,
    `grant select (staff_id, used_at), update (used_at) on auth.link to "${loginOf('admin')}"`,
    `grant select (id, name, state, group_company, team) on register.staff to ${everyone}`,
    // A copy of a mail counts as somebody's only where it came from their own address.
    `grant select (email) on register.staff to "${loginOf('intake')}"`,
    `create policy "colleagues read names" on register.staff for select to ${everyone} using (true)`,
  ]
}
