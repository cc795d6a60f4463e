export interface AlreadyHeld {
  id: string
  kind: 'person' | 'company'
  title: string | null
  subtitle: string | null
  closed: boolean
  by: 'email' | 'phone' | 'businessId' | 'company' | 'name'
}

export interface SignatureRead {
  company: string | null
  companyGuessed: boolean
  businessId: string | null
  person: { given: string; family: string } | null
  jobRole: string | null
  emails: string[]
  phones: string[]
  address: { street: string; postcode: string; city: string } | null
  website: string | null
  unplaced: string[]
  held: AlreadyHeld[]
}

export interface Taken {
  company: string | null
  person: string | null
  task: string | null
}

export const ways = ['signature', 'card', 'fair'] as const
export type Way = (typeof ways)[number]
