import { Refusal } from '#platform/refusal'
import type { Published } from '#statement'
import type { Content } from './content.ts'
import { lettersOf } from './letters-of.ts'
import type { Addressee, Due, Sending } from './sending.ts'

interface Testing {
  sending: Sending
  published: Published
  now(): Date
  campaign: { id: string; content: Content; group_company: string; topics: readonly string[] }
  /** The marketer's own. */
  address: string
  name: string
}

/** Sends the campaign as it now is, in each of its languages, to the marketer's own address. Nobody of the register is looked at. */
export async function sendTest({ sending, published, now, campaign, address, name }: Testing): Promise<number> {
  const verdict = await sending.mayGo()
  if (!verdict.allowed) throw new Refusal(verdict.code, 409, { clause: verdict.clause })
  const make = lettersOf({ ...sending.letterhead, published, now }, campaign)
  const languages = (['fi', 'sv', 'en'] as const).filter((language) => campaign.content[language])
  if (languages.length === 0) throw new Refusal('NOTHING_TO_SAY', 409, { clause: 'S4.11' })

  const letters = languages.map((language) => {
    const due: Due = {
      id: `test-${campaign.id}-${language}-${now().getTime()}`,
      personId: null,
      language,
      person: null,
    }
    const letter = make(due, invented(published, address, name), 'test')
    if ('raw' in letter) return letter
    throw new Refusal(letter.code, 422, { clause: letter.clause })
  })
  const line = await sending.line().catch(() => {
    throw new Refusal('MAIL_NOT_SENT', 502)
  })
  try {
    for (const letter of letters) if ((await line.send(letter)).how !== 'taken') throw new Refusal('MAIL_NOT_SENT', 502)
  } finally {
    line.close()
  }
  return letters.length
}

// Whoever tests sees what a recipient sees; the way out of a test leads nowhere.
function invented({ policy }: Published, address: string, name: string): Addressee {
  const [givenName = '', ...rest] = name.split(' ')
  const source = [...policy.sources.values()].find(({ marketing }) => marketing)?.id ?? ''
  return { givenName, familyName: rest.join(' '), address, addressId: '', digest: Buffer.alloc(0), source }
}
