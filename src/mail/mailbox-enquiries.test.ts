import assert from 'node:assert/strict'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { correspondence, type Shown } from './correspondence.fixture.ts'
import { dovecotHere, noDovecot } from './dovecot.fixture.ts'

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)

test('mail to the register’s own address', { skip: place ? false : noDovecot }, async (t) => {
  const world = await correspondence(place as string)
  const { register, ledger, dovecot, caught, sales, service, mailbox, mail, threads, rows, read, person } = world

  await t.test('opens an enquiry, once, with its source; a machine’s mail opens none', async () => {
    await dovecot.deliver('info', mail('Piotr Nowak <piotr@uusi.example>', 'e1'))
    await dovecot.deliver('info', mail('Piotr Nowak <piotr@uusi.example>', 'e2', ['Auto-Submitted: auto-replied']))
    await dovecot.deliver('info', mail('lista@uutiskirje.example', 'e3', ['List-Id: <x.uutiskirje.example>']))
    const before = (await ledger()).length
    assert.equal(await read(), 1)
    assert.deepEqual((await ledger()).slice(before), [
      ...['person.created by mail', 'enquiry.received by mail', 'notice.queued by mail', 'messages.taken-in by mail'],
    ])
    const { items } = (await sales('GET', '/enquiries')).json()
    assert.deepEqual(
      items.map(({ channel, state, message }: Shown) => [channel, state, message]),
      [['email', 'new', 'Asia e1\n\nVoisitteko tehdä tarjouksen? Piotr […]']],
    )
    assert.deepEqual(await rows('select source from register.enquiry'), [{ source: 'contact' }])
    assert.deepEqual(await rows(`select passed_over::int as over from register.mailbox`), [{ over: 2 }])
    assert.deepEqual(
      (await threads()).map(({ subject, enquiryId }) => [subject, enquiryId]),
      [['Asia e1', items[0].id]],
    )
  })

  await t.test(
    'is answered by SMTP with the waiting notice; the answer lies in the folder of what was sent',
    async () => {
      const [thread] = await threads()
      const before = (await ledger()).length
      const to = [{ person: thread?.people[0]?.personId }]
      const answer = { mailbox, to, subject: 'Vs: Asia e1', text: 'Kiitos, palaamme pian.', answers: thread?.id }
      const sent = await service('POST', '/messages', { payload: answer, headers: { 'accept-language': 'fi' } })
      assert.deepEqual([sent.statusCode, sent.json().state], [201, 'sent'], sent.body)
      assert.deepEqual((await ledger()).slice(before), [
        ...['message.written by helmi', 'message.sent by helmi', 'notice.given by helmi', 'enquiry.answered by helmi'],
      ])
      const [one] = caught
      const parsed = await PostalMime.parse(one?.raw ?? '')
      assert.deepEqual(
        [one?.to, parsed.from?.address, parsed.inReplyTo, parsed.subject],
        [['piotr@uusi.example'], 'info@valo.example', '<e1@x.example>', 'Vs: Asia e1'],
      )
      assert.match(parsed.text ?? '', /Kiitos, palaamme pian\.[\s\S]*rekisterissä/)
      assert.equal((await dovecot.mailsIn('info', 'Sent')).length, 1)
      assert.equal(await read(), 0, 'what we put there is not taken in again')
      assert.deepEqual(await threads(), [], 'nothing waits for an answer')
      assert.equal((await sales('GET', '/enquiries?state=answered')).json().items.length, 1)
    },
  )

  await t.test('lands on its enquiry when the enquirer writes again, and opens it once more', async () => {
    const [ours] = await rows<{ message_id: string }>(`select message_id from register.message where direction = 'out'`)
    await register.setClock('2026-03-02T12:20:00+02:00')
    const more = [`In-Reply-To: ${ours?.message_id}`, `References: <e1@x.example> ${ours?.message_id}`]
    await dovecot.deliver('info', mail('piotr@uusi.example', 'e4', more), { at: '2026-03-02T10:15:00Z' })
    assert.equal(await read(), 1)
    const { items } = (await sales('GET', '/enquiries')).json()
    assert.deepEqual(
      items.map(({ state }: Shown) => state),
      ['assigned'],
    )
    const [thread] = await threads()
    assert.equal(thread?.messages, 3)
    const whole = (await service('GET', `/message-threads/${thread?.threadId}`)).json()
    assert.deepEqual(
      whole.items.map(({ direction, enquiryId }: Shown) => [direction, enquiryId === items[0].id]),
      [
        ['in', true],
        ['out', true],
        ['in', true],
      ],
    )
    assert.equal((await service('GET', `/message-threads/${thread?.id}`)).json().id, thread?.threadId)
    const settled = await service('POST', `/message-threads/${thread?.threadId}/settlement`, { settled: true })
    assert.equal(settled.statusCode, 204)
    assert.deepEqual(await threads(), [])
  })

  await t.test('is kept as what one sent, where it is a blind copy to one’s own address; a guess is not', async () => {
    await person('Aino Mäki', 'aino@koti.example')
    const { address } = (await sales('POST', '/copy-address', { payload: {} })).json()
    assert.match(address, /^info\+bcc-[0-9a-f]{32}@valo\.example$/)
    const deliver = (from: string, id: string, more: string[] = []) => {
      const copy = mail(from, id, [`Delivered-To: ${address}`, ...more])
      return dovecot.deliver('info', copy.replace('To: info@', 'Cc: muu@muu.example\nTo: aino@koti.example, x@'))
    }
    const own = 'Saku <Saku.Koskela@valo.example>'
    await deliver(own, 'b1')
    const guess = ['Delivered-To: info+bcc-0123456789abcdef0123456789abcdef@valo.example', 'List-Id: <a>']
    await dovecot.deliver('info', mail(own, 'b2', guess))
    // Somebody who learned the address: from elsewhere, and in his name.
    await deliver('Saku <saku@muualla.example>', 'c1', ['List-Id: <a>'])
    await deliver(own, 'c2', [
      'Authentication-Results: mx.valo.example; dmarc=fail header.from=valo.example',
      'List-Id: <a>',
    ])
    assert.equal(await read(), 3)
    const strangers = `select direction, sent_by from register.message where message_id like '<c%'`
    assert.deepEqual(await rows(strangers), [
      { direction: 'in', sent_by: null },
      { direction: 'in', sent_by: null },
    ])
    const kept = `select direction, sent_by is not null as said, enquiry_id from register.message where message_id like '<b%'`
    assert.deepEqual(await rows(kept), [{ direction: 'out', said: true, enquiry_id: null }])
    const secret = address.slice(9, 41)
    assert.deepEqual(
      await rows(`select from register.mail_copy where position('${secret}' in encode(sealed, 'escape')) > 0`),
      [],
    )
  })
})
