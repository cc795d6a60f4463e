import type { Language } from '#platform/language'

/** The cast: fictional staff of a fictional group. Tests and the demo speak of them by their first names. */
export interface CastMember {
  name: string
  email: string
  language: Language
  duties: readonly string[]
  groupCompany: string | null
}

const all = null

export const cast = {
  ingrid: {
    name: 'Ingrid Sandell',
    email: 'ingrid.sandell@valo.example',
    language: 'sv',
    duties: ['privacy'],
    groupCompany: all,
  },
  tomas: {
    name: 'Tomás Rintala',
    email: 'tomas.rintala@valo.example',
    language: 'fi',
    duties: ['admin'],
    groupCompany: all,
  },
  saku: {
    name: 'Saku Koskela',
    email: 'saku.koskela@valo.example',
    language: 'fi',
    duties: ['sales'],
    groupCompany: all,
  },
  helmi: {
    name: 'Helmi Aaltola',
    email: 'helmi.aaltola@valo.example',
    language: 'fi',
    duties: ['service'],
    groupCompany: all,
  },
  bo: {
    name: 'Bo Lindroos',
    email: 'bo.lindroos@valo.example',
    language: 'sv',
    duties: ['billing'],
    groupCompany: all,
  },
  maija: {
    name: 'Maija Peltoniemi',
    email: 'maija.peltoniemi@valo.example',
    language: 'fi',
    duties: ['marketing'],
    groupCompany: all,
  },
  ellen: {
    name: 'Ellen Wirtanen',
    email: 'ellen.wirtanen@valo.example',
    language: 'en',
    duties: ['sales', 'service'],
    groupCompany: all,
  },
} as const satisfies Record<string, CastMember>

export type CastName = keyof typeof cast
export const castNames = Object.keys(cast) as CastName[]
