import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Act, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { mergePeople } from '#register'
import { aRegister } from '#test/register'
import { holdingsOf } from '../holdings.ts'
import { mayBeSent, objected } from './asked-of-gate.fixture.ts'
import {
  addressKey,
  choicesKeyIn,
  giveConsent,
  noteSale,
  object,
  setTopics,
  suppressAddresses,
  unsubscribe,
  withdrawConsent,
} from './index.ts'
import { requestConsent } from './request-consent.ts'

// AS-26, C5: whatever happens afterwards, to an address that said no nothing is sent.

const register = await aRegister()
const owner = register.db.owner()
const key = choicesKeyIn(register)
const policy = register.policy()
let mailboxes = ['a', 'b', 'c']
const everything = 'direct-marketing'
// The two that know addresses; the others are proven in the erasure's own test.
const holdings = holdingsOf(register).filter(({ name }) => ['choices', 'register'].includes(name))

const objectors = new Set<string>()

type Move =
  | { do: 'object'; at: number; scope: 'all' | 'channel' }
  | { do: 'unsubscribe'; at: number }
  | {
      do: 'staff-consent' | 'import-consent' | 'ask-consent' | 'withdraw' | 'sale' | 'erase' | 'add' | 'all-topics'
      at: number
    }
  | { do: 'merge'; at: number; into: number }

const at = fc.nat({ max: mailboxes.length - 1 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constant('object' as const), at, scope: fc.constantFrom('all' as const, 'channel' as const) }),
  fc.record({ do: fc.constant('unsubscribe' as const), at }),
  fc.record({
    do: fc.constantFrom(
      ...([
        'staff-consent',
        'import-consent',
        'ask-consent',
        'withdraw',
        'sale',
        'erase',
        'add',
        'add',
        'all-topics',
      ] as const),
    ),
    at,
  }),
  fc.record({ do: fc.constant('merge' as const), at, into: at }),
)

test('AS-26: after an objection no sequence of consents by staff, imports, sales, merges, erasures and returns allows a message', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
      const round = newId()
      mailboxes = ['a', 'b', 'c'].map((letter) => `${letter}-${round}@vik.example`)
      const refused = new Set<string>()
      objectors.clear()
      for (const [i] of mailboxes.entries()) await add(i)
      for (const one of moves) {
        await carryOut(one, refused)
        for (const address of refused)
          assert.equal(await mayBeSent(owner, key, address), null, `${address} after ${JSON.stringify(one)}`)
        // Each holds by itself: the list of addresses, and what the person's own record says.
        for (const id of objectors) assert.ok(await objected(owner, id), `${id} after ${JSON.stringify(one)}`)
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
})

async function carryOut(one: Move, refused: Set<string>) {
  const id = await personAt(one.at)
  if (one.do === 'add') return add(one.at)
  if (one.do === 'unsubscribe') {
    const address = mailboxes[one.at] ?? ''
    await act('intake', (deed) =>
      unsubscribe(deed, { digest: addressKey(key, 'email', address), channel: 'email', person: id }, 'one-click'),
    )
    if (id) {
      objectors.add(id)
      await act('matching', (deed) => suppressAddresses(deed, key, id))
    }
    return void refused.add(address)
  }
  if (!id) return
  const channel = 'email' as const
  if (one.do === 'object') {
    const said = {
      personId: id,
      scope: one.scope,
      via: 'phone' as const,
      ...(one.scope === 'channel' ? { channel } : {}),
    }
    await act('marketing', (deed) => object(deed, said))
    await act('matching', (deed) => suppressAddresses(deed, key, id))
    objectors.add(id)
    for (const { address } of await addressesOf(id)) refused.add(address)
    return
  }
  if (one.do === 'withdraw') {
    await act('marketing', (deed) =>
      withdrawConsent(deed, { personId: id, purpose: everything, channel, via: 'phone' }),
    )
    await act('matching', (deed) => suppressAddresses(deed, key, id))
    objectors.add(id)
    for (const { address } of await addressesOf(id)) refused.add(address)
    return
  }
  if (one.do === 'merge') return merge(id, one.into, refused)
  if (one.do === 'erase') return erase(id)
  await allowed(one.do, id)
}

// What staff, imports and purchases may try; a refusal is as good as nothing having happened.
async function allowed(what: Move['do'], personId: string) {
  const wording = { text: 'Uutiskirje sähköpostiin.', language: 'fi' as const }
  const said = {
    personId,
    purpose: everything,
    channel: 'email' as const,
    wording,
    proof: 'document' as const,
    document: 'M 1',
  }
  const tries: Partial<Record<Move['do'], () => Promise<unknown>>> = {
    'staff-consent': () => act('marketing', (deed) => giveConsent(deed, policy, { ...said, via: 'in-person' })),
    'import-consent': () => act('marketing', (deed) => giveConsent(deed, policy, { ...said, via: 'import' })),
    'ask-consent': () => act('intake', (deed) => requestConsent(deed, policy, { ...said, via: 'web-form' })),
    'all-topics': () =>
      act('marketing', (deed) =>
        setTopics(deed, policy, {
          personId,
          purpose: everything,
          wanted: ['news', 'events', 'services'],
          via: 'phone',
        }),
      ),
    sale: () =>
      act('sales', (deed) =>
        noteSale(deed, {
          ...{
            personId,
            groupCompany: 'valo-energia',
            productGroup: 'services',
            soldAt: register.now(),
            emailId: null,
          },
          ...{ toldOfRefusal: true, deal: { kind: 'order', id: null } },
        }),
      ),
  }
  try {
    await tries[what]?.()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
  }
}

async function merge(from: string, into: number, refused: Set<string>) {
  const other = await personAt(into)
  if (!other || other === from) return
  await act('matching', (deed) => mergePeople(deed as never, holdings as never, { from, into: other }))
  if (objectors.delete(from)) objectors.add(other)
  // The union: who said no at one address says it at all of theirs.
  const mine = await addressesOf(other)
  if (mine.some(({ address }) => refused.has(address)) && (await objected(owner, other)))
    for (const { address } of mine) refused.add(address)
}

async function erase(id: string) {
  objectors.delete(id)
  await act('rights', async (deed) => {
    for (const holding of holdings) {
      const fates = await holding.plan({ ...deed, saw: () => undefined } as never, id)
      await holding.erase(deed as never, id, fates)
    }
    await deed.record({ what: 'person.erased', about: id })
  })
}

async function add(index: number) {
  if (await personAt(index)) return
  const id = newId()
  const now = register.now()
  const person = {
    id,
    kind: 'private-customer' as const,
    given_name: `P${index}`,
    family_name: 'Vik',
    created_at: now,
    changed_at: now,
    closed_at: null,
  }
  await owner.insertInto('register.person').values(person).execute()
  const mail = {
    id: newId(),
    person_id: id,
    address: mailboxes[index] ?? '',
    kind: 'private' as const,
    is_primary: true,
    added_at: now,
  }
  await owner.insertInto('register.person_email').values(mail).execute()
}

async function personAt(index: number): Promise<string | null> {
  const row = await owner
    .selectFrom('register.person_email')
    .select('person_id')
    .where('address', '=', mailboxes[index] ?? '')
    .executeTakeFirst()
  return row?.person_id ?? null
}

async function addressesOf(personId: string) {
  return owner.selectFrom('register.person_email').select('address').where('person_id', '=', personId).execute()
}

function act<R>(duty: string, deed: (act: Act<never>) => Promise<R>): Promise<R> {
  const purpose = duty === 'sales' ? 'customer-relationship' : everything
  const occasion = { by: 'test', duty, purpose, at: register.now(), under: '1' }
  return perform(register.db, occasion, (one) => deed(one as never))
}
