import {
  IconBuilding,
  IconChecklist,
  IconCookie,
  IconEye,
  IconFileCertificate,
  IconHourglassLow,
  IconInbox,
  IconMailbox,
  IconShieldLock,
  IconSpeakerphone,
  IconUserCog,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import type { Me } from '../access/contract.ts'
import { to } from '../to.ts'

/** The desk's places, in the order of a working day. A place of certain duties is shown to them only. */
export const groupsOfPlaces = {
  daily: [
    { name: 'enquiries', path: to.enquiries(), Icon: IconInbox },
    { name: 'companies', path: to.companies(), Icon: IconBuilding },
    { name: 'people', path: to.people(), Icon: IconUsers },
    { name: 'notices', path: to.notices(), Icon: IconUserShare, duties: ['sales', 'service', 'billing', 'privacy'] },
    { name: 'campaigns', path: to.campaigns(), Icon: IconSpeakerphone, duties: ['marketing'] },
  ],
  rights: [
    { name: 'requests', path: to.requests(), Icon: IconMailbox, duties: ['privacy'] },
    { name: 'retention', path: to.retention(), Icon: IconHourglassLow, duties: ['privacy'] },
    { name: 'oversight', path: to.oversight(), Icon: IconEye, duties: ['privacy', 'admin'] },
    { name: 'evidence', path: to.evidence(), Icon: IconChecklist, duties: ['privacy', 'admin'] },
    { name: 'cookies', path: to.cookies(), Icon: IconCookie, duties: ['privacy', 'marketing', 'admin'] },
  ],
  house: [
    { name: 'statement', path: to.statement(), Icon: IconFileCertificate },
    { name: 'access', path: to.access(), Icon: IconShieldLock },
    { name: 'staff', path: to.staff(), Icon: IconUserCog },
  ],
} as const

export type Place = (typeof groupsOfPlaces)[keyof typeof groupsOfPlaces][number]

/** The places that somebody with these duties goes to. */
export function placesOf({ duties }: Pick<Me, 'duties'>): Place[] {
  return Object.values(groupsOfPlaces)
    .flat()
    .filter((place) => isFor(place, duties))
}

export function isFor(place: Place, duties: Me['duties']): boolean {
  return !('duties' in place) || duties.some(({ id }) => (place.duties as readonly string[]).includes(id))
}
