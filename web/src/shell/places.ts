import {
  IconBuilding,
  IconFileCertificate,
  IconInbox,
  IconShieldLock,
  IconUserCog,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import { to } from '../to.ts'

/** The desk's places, in the order of a working day. */
export const dailyPlaces = [
  { name: 'enquiries', path: to.enquiries(), Icon: IconInbox },
  { name: 'companies', path: to.companies(), Icon: IconBuilding },
  { name: 'people', path: to.people(), Icon: IconUsers },
  { name: 'notices', path: to.notices(), Icon: IconUserShare },
] as const

export const housePlaces = [
  { name: 'statement', path: to.statement(), Icon: IconFileCertificate },
  { name: 'access', path: to.access(), Icon: IconShieldLock },
  { name: 'staff', path: to.staff(), Icon: IconUserCog },
] as const

export const places = [...dailyPlaces, ...housePlaces]
