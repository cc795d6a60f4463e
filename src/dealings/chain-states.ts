import type { Choice } from '#lists'

export type Said = Choice['label']
export const said = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })

/** The states of the documents of the chain, as lists say them. */
export const states = {
  draft: { id: 'draft', label: said('Luonnos', 'Utkast', 'Draft'), tone: 'calm' },
  sent: { id: 'sent', label: said('Annettu', 'Lämnad', 'Issued'), tone: 'wait' },
  accepted: { id: 'accepted', label: said('Hyväksytty', 'Godkänd', 'Accepted'), tone: 'good' },
  declined: { id: 'declined', label: said('Hylätty', 'Avböjd', 'Declined'), tone: 'bad' },
  expired: { id: 'expired', label: said('Vanhentunut', 'Utgången', 'Expired'), tone: 'bad' },
  withdrawn: { id: 'withdrawn', label: said('Peruttu', 'Återkallad', 'Withdrawn'), tone: 'calm' },
  open: { id: 'open', label: said('Avoin', 'Öppen', 'Open'), tone: 'wait' },
  delivered: { id: 'delivered', label: said('Toimitettu', 'Levererad', 'Delivered'), tone: 'good' },
  closed: { id: 'closed', label: said('Päätetty', 'Avslutad', 'Closed'), tone: 'calm' },
  cancelled: { id: 'cancelled', label: said('Peruttu', 'Inställd', 'Cancelled'), tone: 'calm' },
  planned: { id: 'planned', label: said('Suunniteltu', 'Planerad', 'Planned'), tone: 'wait' },
  active: { id: 'active', label: said('Voimassa', 'I kraft', 'In force'), tone: 'good' },
  noticed: { id: 'noticed', label: said('Irtisanottu', 'Uppsagt', 'Notice given'), tone: 'wait' },
  ended: { id: 'ended', label: said('Päättynyt', 'Upphört', 'Ended'), tone: 'calm' },
  done: { id: 'done', label: said('Valmis', 'Klart', 'Done'), tone: 'good' },
} as const satisfies Record<string, Choice>
