import { ownTexts } from '../texts/own.ts'

const fi = { company: 'Minkä yhtiön laskutus' }
const sv: typeof fi = { company: 'Vilket bolags fakturering' }
const en: typeof fi = { company: 'Which company’s billing' }

export const useGroupCompanyTexts = ownTexts({ fi, sv, en })
