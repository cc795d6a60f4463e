import { html } from '#platform/html'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { publicPage } from '#platform/page'
import type { Mailbox } from './mailbox.ts'

const words = {
  title: { fi: 'Demon postilaatikko', sv: 'Demons postlåda', en: 'The demo’s mailbox' },
  lead: {
    fi: 'Tähän päätyy kaikki posti, jonka demo lähettää. Mikään ei lähde tältä koneelta.',
    sv: 'Hit kommer all post som demon skickar. Ingenting lämnar den här maskinen.',
    en: 'All mail that the demo sends ends here. Nothing leaves this machine.',
  },
  empty: {
    fi: 'Posteja ei ole vielä. Lähetä viesti yhteydenottolomakkeella, niin kuittaus ilmestyy tähän.',
    sv: 'Ingen post ännu. Skicka ett meddelande med kontaktformuläret så dyker bekräftelsen upp här.',
    en: 'No mail yet. Send a message with the contact form and the receipt appears here.',
  },
  to: { fi: 'Vastaanottaja', sv: 'Mottagare', en: 'To' },
}

/** Shows what the demo's mail server caught. Only where there is a demo. */
export function mailboxPages(app: HttpServer, mailbox: Mailbox) {
  app.get('/demo/mail', { config: { may: 'public' } }, (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const mails = mailbox.mails()
    const main = html`<h1>${words.title[language]}</h1><p class="lead">${words.lead[language]}</p>
${mails.length === 0 && html`<p>${words.empty[language]}</p>`}
${mails.map(
  ({ subject, to, text, receivedAt }) => html`<article><h2>${subject}</h2>
<p><small>${words.to[language]}: ${to} · ${receivedAt.toISOString().slice(0, 16).replace('T', ' ')}</small></p><pre>${text}</pre></article>
`,
)}`
    const page = publicPage({ language, title: words.title[language], css: '/public.css', unlisted: true }, main)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.markup)
  })
}
