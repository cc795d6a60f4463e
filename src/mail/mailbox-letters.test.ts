import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correspondence } from './correspondence.fixture.ts'
import { dovecotHere, noDovecot } from './dovecot.fixture.ts'

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)

test('letters to people, and what came with theirs', { skip: place ? false : noDovecot }, async (t) => {
  const world = await correspondence(place as string)
  const { sales, service, billing, mailbox, threads, read, person, dovecot, mail, caught } = world
  const aino = await person('Aino Mäki', 'aino@koti.example')
  const letter = (more: object = {}) => ({ mailbox, to: [{ person: aino }], subject: 'x', text: 'x', ...more })
  const codeOf = async (who: typeof sales, more: object = {}) =>
    (await who('POST', '/messages', letter(more))).json().code

  await t.test(
    'a template is filled in from declared fields; one without value stays to be filled by hand',
    async () => {
      const texts = {
        fi: { subject: 'Hei {{person.givenName}}', text: 'Hei {{person.name}}, {{company.name}}!\n{{me.name}}' },
      }
      const made = await sales('POST', '/mail-templates', { name: 'Tervehdys', texts })
      assert.equal(made.statusCode, 201, made.body)
      const preview = await service('POST', '/message-previews', {
        template: made.json().id,
        person: aino,
        language: 'fi',
      })
      const text = 'Hei Aino Mäki, {{company.name}}!\nHelmi Aaltola'
      assert.deepEqual(preview.json(), { subject: 'Hei Aino', text, missing: ['company.name'] })
      const left = await service('POST', '/messages', letter({ text }))
      assert.deepEqual([left.json().code, left.json().detail.field], ['TEMPLATE_FIELD_OPEN', 'text'])
      for (const name of ['com.paymentTerms', 'person.shoeSize', '__proto__']) {
        const wish = { name: 'Muu', texts: { fi: { subject: 'x', text: `{{${name}}}` } } }
        assert.equal((await service('POST', '/mail-templates', wish)).json().code, 'TEMPLATE_FIELD_REFUSED', name)
      }
      assert.equal(
        (await sales('POST', '/mail-templates', { name: 'TERVEHDYS', texts })).json().code,
        'TEMPLATE_NAME_TAKEN',
      )
      assert.equal((await billing('GET', '/mail-templates')).statusCode, 403)
    },
  )

  await t.test('to more than ten one writes by a campaign, also when one template goes out one by one', async () => {
    assert.equal(await codeOf(service, { to: Array.from({ length: 11 }, () => ({ person: aino })) }), 'MAIL_TOO_MANY')
    const [{ id: template }] = (await service('GET', '/mail-templates')).json().items
    const codes = []
    for (let at = 0; at < 21; at += 1) codes.push(await codeOf(service, { subject: `x ${at}`, template }))
    assert.deepEqual(codes.filter(Boolean), ['MAIL_TOO_MANY'])
    assert.equal(caught.length, 20)
  })

  await t.test(
    'what is not taken stays with its reason and can be sent again; another desk’s mailbox is not ours',
    async () => {
      const gone = await person('Poissa Oleva', 'poissa@koti.example')
      const failed = (await service('POST', '/messages', letter({ to: [{ person: gone }] }))).json()
      assert.deepEqual([failed.state, failed.fault], ['failed', 'MAIL_ADDRESS_REFUSED'])
      assert.equal((await service('POST', `/messages/${failed.id}/again`, { payload: {} })).json().state, 'failed')
      const sent = (await threads('sent')).find(({ state }) => state === 'sent')
      const twice = await service('POST', `/messages/${sent?.id}/again`, { payload: {} })
      assert.equal(twice.json().code, 'MESSAGE_STATE', 'never twice')
      assert.equal(await codeOf(sales), 'MAILBOX_OF_OTHERS')
      assert.equal(await codeOf(service, { text: '131052-308T' }), 'PERSONAL_IDENTITY_CODE')
      assert.equal(await codeOf(service, { to: [] }), 'VALUE_REQUIRED')
      assert.equal(await codeOf(billing), 'FIELD_NOT_OF_DUTY')
    },
  )

  await t.test('a file stays in the mailbox and is fetched when it is asked for', async () => {
    const multipart = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B']
    const file = ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="kuva.pdf"']
    const parts = ['--B', 'Content-Type: text/plain', '', 'Liitteenä.', '--B', ...file]
    const body = [...parts, 'Content-Transfer-Encoding: base64', '', 'SGVp', '--B--', ''].join('\n')
    await dovecot.deliver('info', mail('aino@koti.example', 'f1', multipart, body))
    await read()
    const [thread] = await threads()
    const [shown] = (await service('GET', `/message-threads/${thread?.threadId}`)).json().items
    assert.deepEqual(shown.attachments, [{ name: 'kuva.pdf', type: 'application/pdf', bytes: 3 }])
    const fetched = await service('GET', `/messages/${shown.id}/files/0`)
    assert.deepEqual(
      [fetched.statusCode, fetched.body, fetched.headers['content-type']],
      [200, 'Hei', 'application/octet-stream'],
      fetched.body,
    )
    assert.equal((await service('GET', `/messages/${shown.id}/files/1`)).statusCode, 404)
    assert.equal(thread?.hasFiles, true)
    const keep = `/messages/${shown.id}/files/0/document`
    const kept = await service('POST', keep, { person: aino })
    assert.deepEqual([kept.json().code, kept.json().detail.field], ['DOCUMENT_TYPE', 'file'], 'its bytes are no PDF')
  })

  await t.test('a file that came is kept among the documents of whoever sent it, and of nobody else', async () => {
    const multipart = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B']
    const file = ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="../piha.pdf"']
    const parts = ['--B', 'Content-Type: text/plain', '', 'Liitteenä.', '--B', ...file]
    const pdf = Buffer.from('%PDF-1.7 piha')
    const body = [...parts, 'Content-Transfer-Encoding: base64', '', pdf.toString('base64'), '--B--', ''].join('\n')
    await dovecot.deliver('info', mail('aino@koti.example', 'f2', multipart, body))
    await read()
    const thread = (await threads()).find(({ subject }) => subject === 'Asia f2')
    const keep = `/messages/${thread?.id}/files/0/document`
    const other = await person('Muu Mäki', 'muu@koti.example')
    assert.equal((await service('POST', keep, { person: other })).json().code, 'NOT_FOUND')
    const kept = await service('POST', keep, { person: aino })
    assert.equal(kept.statusCode, 201, kept.body)
    const { items } = (await service('GET', `/documents?person=${aino}`)).json()
    assert.deepEqual([items[0].id, items[0].versions[0].fileName], [kept.json().id, '.._piha.pdf'])
    assert.equal((await service('GET', `/documents/${items[0].id}/versions/1/file`)).body, '%PDF-1.7 piha')
    assert.equal((await billing('POST', keep, { person: aino })).json().code, 'FIELD_NOT_OF_DUTY')
    assert.equal((await billing('GET', keep.replace('/document', ''))).json().code, 'FIELD_NOT_OF_DUTY')
  })

  await t.test('a file that was sent lies with its letter among what was sent, and waits here no longer', async () => {
    const file = { name: 'sopimus.pdf', content: Buffer.from('%PDF-1.7 sopimus').toString('base64') }
    const { id, state } = (await service('POST', '/messages', letter({ files: [file] }))).json()
    assert.equal(state, 'sent')
    const sent = (await dovecot.mailsIn('info', 'Sent')).find((one) => one.includes('filename=sopimus.pdf'))
    assert.ok(sent, 'the sent copy holds the file')
    assert.deepEqual(await world.rows(`select from register.message_file where message_id = '${id}'`), [])
    assert.equal((await service('GET', `/messages/${id}/files/0`)).body, '%PDF-1.7 sopimus')
  })

  await t.test('a file of twenty megabytes is fetched too', async () => {
    const multipart = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B']
    const file = ['Content-Type: image/png', 'Content-Disposition: attachment; filename="b.png"']
    const parts = ['--B', 'Content-Type: text/plain', '', 'Kuva.', '--B', ...file]
    const picture = `${'A'.repeat(76)}\n`.repeat(266_000)
    const body = [...parts, 'Content-Transfer-Encoding: base64', '', `${picture}--B--`, ''].join('\n')
    await dovecot.deliver('info', mail('aino@koti.example', 'h1', multipart, body))
    await read()
    const thread = (await threads()).find(({ subject }) => subject === 'Asia h1')
    const fetched = await service('GET', `/messages/${thread?.id}/files/0`)
    assert.deepEqual([fetched.statusCode, fetched.rawPayload.length], [200, 15_162_000])
  })

  await t.test('a mail of fifty megabytes is taken in by its words, and its file is left where it is', async () => {
    const multipart = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B']
    const file = ['Content-Type: image/png', 'Content-Disposition: attachment; filename="a.png"']
    const parts = ['--B', 'Content-Type: text/plain', '', 'Iso kuva.', '--B', ...file]
    const body = [...parts, 'Content-Transfer-Encoding: base64', '', ''].join('\n')
    const head = mail('aino@koti.example', 'g1', multipart, body).trimEnd().replaceAll('\n', '\r\n')
    const picture = Buffer.alloc(50_000_000, `${'A'.repeat(76)}\r\n`)
    const whole = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), picture, Buffer.from('\r\n--B--\r\n')])
    await dovecot.deliver('info', whole)
    assert.equal(await read(), 1)
    const thread = (await threads()).find(({ subject }) => subject === 'Asia g1')
    const [shown] = (await service('GET', `/message-threads/${thread?.threadId}`)).json().items
    assert.deepEqual([shown.text, shown.isCut], ['Iso kuva.', true])
    assert.equal((await service('GET', `/messages/${shown.id}/files/0`)).json().code, 'MAIL_FILE_TOO_LARGE')
  })
})
