import type { Choice } from '#lists'

export const personKinds: readonly Choice[] = [
  { id: 'representative', label: { fi: 'Yrityksen edustaja', sv: 'Företrädare', en: 'Representative' } },
  { id: 'private-customer', label: { fi: 'Yksityisasiakas', sv: 'Privatkund', en: 'Private customer' } },
  { id: 'sole-trader', label: { fi: 'Toiminimi', sv: 'Enskild näringsidkare', en: 'Sole trader' } },
]

export const organisationForms: readonly Choice[] = [
  { id: 'company', label: { fi: 'Yritys', sv: 'Företag', en: 'Company' } },
  { id: 'association', label: { fi: 'Yhdistys', sv: 'Förening', en: 'Association' } },
  { id: 'public-body', label: { fi: 'Julkisyhteisö', sv: 'Offentligt samfund', en: 'Public body' } },
  { id: 'sole-trader', label: { fi: 'Toiminimi', sv: 'Enskild näringsidkare', en: 'Sole trader' } },
  { id: 'other', label: { fi: 'Muu', sv: 'Annan', en: 'Other' } },
]

export const relationshipStates: readonly Choice[] = [
  { id: 'prospect', label: { fi: 'Mahdollinen asiakas', sv: 'Möjlig kund', en: 'Prospect' }, tone: 'wait' },
  { id: 'customer', label: { fi: 'Asiakas', sv: 'Kund', en: 'Customer' }, tone: 'good' },
  { id: 'dormant', label: { fi: 'Hiljainen', sv: 'Vilande', en: 'Dormant' }, tone: 'calm' },
]

export const noticeStates: readonly Choice[] = [
  { id: 'overdue', label: { fi: 'Myöhässä', sv: 'Försenad', en: 'Overdue' }, tone: 'bad' },
  { id: 'failed', label: { fi: 'Ei mennyt perille', sv: 'Kom inte fram', en: 'Did not arrive' }, tone: 'bad' },
  { id: 'queued', label: { fi: 'Antamatta', sv: 'Inte given', en: 'Not given' }, tone: 'wait' },
  { id: 'delivered', label: { fi: 'Annettu', sv: 'Given', en: 'Given' }, tone: 'good' },
  { id: 'not-needed', label: { fi: 'Ei tarvita', sv: 'Behövs inte', en: 'Not needed' }, tone: 'calm' },
]

export const enquiryStates: readonly Choice[] = [
  { id: 'new', label: { fi: 'Uusi', sv: 'Ny', en: 'New' }, tone: 'wait' },
  { id: 'assigned', label: { fi: 'Työn alla', sv: 'Under arbete', en: 'In work' }, tone: 'wait' },
  { id: 'answered', label: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' }, tone: 'good' },
  { id: 'closed', label: { fi: 'Käsitelty', sv: 'Behandlad', en: 'Closed' }, tone: 'calm' },
]

export const channels: readonly Choice[] = [
  { id: 'web-form', label: { fi: 'Verkkolomake', sv: 'Webbformulär', en: 'Web form' } },
  { id: 'email', label: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' } },
  { id: 'phone', label: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' } },
  { id: 'meeting', label: { fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' } },
  { id: 'letter', label: { fi: 'Kirje', sv: 'Brev', en: 'Letter' } },
  { id: 'other', label: { fi: 'Muu', sv: 'Annat', en: 'Other' } },
]
