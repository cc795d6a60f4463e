import type { Frame } from './content.ts'
import type { Mail } from './mime.ts'

export const frame: Frame = {
  language: 'fi',
  marker: 'Mainos',
  sender: {
    name: 'Valo Energia Oy',
    businessId: '0000017-4',
    address: 'Aurinkokatu 12 B, 00100 HELSINKI',
    email: 'info@valo.example',
  },
  register: 'Valo-konsernin asiakas- ja markkinointirekisteri',
  source: 'tilaus',
  links: { unsubscribe: 'https://register.valo.example/u/x3kd93kfdk3', statement: 'https://register.valo.example/fi/' },
  person: { givenName: 'Äijö', familyName: 'Öhman' },
}

/** A mail that may go. */
export function lawful(): Mail {
  const { sender, marker, source, links } = frame
  const foot = [
    `${sender.name}, ${sender.businessId}, ${sender.address}, ${sender.email}`,
    `Osoitteesi lähde: ${source}`,
  ]
  return {
    from: { name: sender.name, address: sender.email },
    replyTo: { name: sender.name, address: sender.email },
    to: { name: 'Äijö Öhman', address: 'aijo.ohman@ostaja.example' },
    subject: 'Kevään lämpöillat',
    date: new Date('2026-03-02T10:00:00Z'),
    id: '0190a0b0-0000-7000-8000-000000000001',
    domain: 'register.valo.example',
    list: { name: 'Valo Energia Oy', id: 'news' },
    unsubscribe: { https: links.unsubscribe, mailto: `mailto:${sender.email}?subject=unsubscribe` },
    language: 'fi',
    text: [marker, 'Hei!', ...foot, `Peru: ${links.unsubscribe}`].join('\n'),
    html: `<!doctype html><html><head><title>x</title></head><body><p>${marker}</p><p>Hei! <a href="https://www.valo.example/illat?a=1&amp;b=2">Ilmoittaudu</a></p><p>${foot.join('<br>')}</p><p><a href="${links.unsubscribe}">Peru</a></p></body></html>`,
  }
}
