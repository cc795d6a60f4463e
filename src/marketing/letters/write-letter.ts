import type { ChoicesKey } from '#choices'
import { unsubscribeToken } from '#choices'
import { addressField } from '#platform/address-field'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { dayInWords, type Published } from '#statement'
import { type Content, pieceFor } from '../content.ts'
import { frameOf } from '../frame.ts'
import type { Addressee } from '../sending.ts'
import { type Letter, letterCode } from './letter.ts'
import type { LetterDue } from './letters-due.view.ts'

export interface LetterHead {
  published: Published
  publicUrl: string
  key: ChoicesKey
  at: Date
}

interface Campaign {
  content: Content
  group_company: string
}

/** The letter of one person in one campaign; null where the campaign says nothing in any language. */
export function writeLetter(head: LetterHead, campaign: Campaign, due: LetterDue): Letter | null {
  const { person, door } = due
  const said = pieceFor(campaign.content, due.language)
  if (!said || !person || !door) return null
  const { published, publicUrl, key, at } = head
  // No campaign in the token: a shorter one makes a ruled code that every phone reads.
  const token = unsubscribeToken(key, { digest: person.digest, channel: 'post', person: due.personId })
  return {
    code: letterCode(due.id),
    rows: addressField(door),
    piece: said.piece,
    frame: frameOf(published, {
      ...{ language: said.language, company: campaign.group_company, source: person.source, publicUrl },
      unsubscribe: new URL(`/u/${token}`, publicUrl).href,
      person: { givenName: person.givenName, familyName: person.familyName },
    }),
    phone: phoneOf(published),
    day: dayInWords(dayInHelsinki(at), said.language),
  }
}

/** The same letter to an invented person, for whoever wants to see it first. */
export function sampleLetter(head: LetterHead, campaign: Campaign, language: LetterDue['language']): Letter | null {
  const source = [...head.published.policy.sources.keys()][0] ?? ''
  const person: Addressee = {
    ...{ givenName: 'Aino', familyName: 'Esimerkki', address: '', source },
    ...{ addressId: '', digest: Buffer.alloc(32) },
  }
  const door = {
    ...{ name: 'Aino Esimerkki', firm: 'Esimerkki Oy', careOf: null, street: 'Mallikatu', houseNumber: '1' },
    ...{ stair: 'A', flat: '2', poBox: null, postcode: '00100', city: 'Helsinki', country: 'FI' },
  }
  const id = '00000000-0000-7000-8000-000000000000'
  return writeLetter(head, campaign, { id, personId: null, language, person, door })
}

function phoneOf({ statement: { contact, controller } }: Published): string | null {
  return contact?.phone?.display ?? controller.phone?.display ?? null
}
