import { type Occasion, perform } from '#ledger'
import { createCampaign, rulesOf } from '#marketing'
import { inForce } from '#register'
import { receiveRequest } from '#rights'
import type { Published, Running } from '#statement'
import type { Database } from '../database.ts'

interface Heard {
  /** Somebody of the register who asks by phone what is known of them. */
  asker: string | null
  privacy: (daysAgo: number) => Occasion
  marketing: (daysAgo: number) => Occasion
}

/** What people asked of the privacy contact, and a newsletter that marketing is still writing. */
export async function hearPeople(register: Running<Database>, { asker, privacy, marketing }: Heard) {
  const asked = [
    { at: privacy(9), kind: 'access', personId: asker, text: 'Mitä tietoja teillä on minusta?', via: 'phone' },
    { at: privacy(2), kind: 'erasure', personId: null, text: 'Poistakaa yhteystietoni, en asioi enää.', via: 'letter' },
  ] as const
  for (const { at, ...request } of asked)
    await perform(register.db, at, (act) =>
      receiveRequest(act as never, { ...request, receivedAt: at.at, language: 'fi' }),
    )

  const { statement } = register.current() as Published
  await perform(register.db, marketing(1), (act) =>
    createCampaign(act as never, inForce(register), rulesOf(statement), {
      ...{ name: 'Kevään lämpöillat', channel: 'email', topics: ['events'], jobRoles: ['Huoltovastaava'] },
      content: {
        fi: {
          subject: 'Kevään lämpöillat, {name}',
          blocks: [
            { kind: 'heading', text: 'Hei {name}!' },
            {
              kind: 'paragraph',
              text: 'Näytämme, miten lämpöpumpun vuosihuolto tehdään. Tule kuuntelemaan ja kysymään.',
            },
          ],
        },
      },
    }),
  )
}
