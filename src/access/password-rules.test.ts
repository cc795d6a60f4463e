import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Refusal } from '#platform/refusal'
import { refusePoorPassword } from './password-rules.ts'
import { accountAddress, isShared } from './work-address.ts'

const context = ['Valo Energia Oy', 'Seloste', 'Tomás Rintala', 'tomas.rintala@valo.example']
const codeOf = (deed: () => unknown) => {
  try {
    deed()
    return 'good'
  } catch (refusal) {
    return (refusal as Refusal).code
  }
}

test('a long password is good, whatever it is made of', () => {
  const good = [
    'oranssi hylje laulaa torilla',
    'kolme vihreää tuolia',
    'abcdefgh öljylamppu',
    'x'.repeat(3) + 'correct horse battery',
    'Zq8#vTr1!mPw',
    'ä'.repeat(2) + ' '.repeat(2) + 'kivinavetta katolla',
    'raparperi piirakka '.repeat(4),
  ]
  for (const password of good)
    assert.equal(
      codeOf(() => refusePoorPassword(password, context)),
      'good',
      password,
    )
})

test('a password that guessers try first is refused', () => {
  const common = [
    'salasana1234',
    'Salasana2026!',
    'P@ssw0rd2026',
    'passwordpassword',
    '123456789012',
    'qwertyuiop12',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabc',
    'TervetuloaTervetuloa1',
    'Kesäkuu202612',
    '1qaz2wsx3edc4rfv',
    'Helsinki12345!',
  ]
  for (const password of common)
    assert.equal(
      codeOf(() => refusePoorPassword(password, context)),
      'PASSWORD_TOO_COMMON',
      password,
    )
})

test('a password built on the names around the account is refused', () => {
  for (const password of ['ValoEnergia2026', 'seloste-2026!!', 'Tomas.Rintala99', 'rintala12345']) {
    assert.equal(
      codeOf(() => refusePoorPassword(password, context)),
      'PASSWORD_NAMES_CONTEXT',
      password,
    )
  }
})

test('a password shorter than twelve characters is refused, counted in characters', () => {
  assert.equal(
    codeOf(() => refusePoorPassword('Zq8#vTr1!mP', context)),
    'PASSWORD_TOO_SHORT',
  )
  assert.equal(
    codeOf(() => refusePoorPassword('🦭🦭🦭', context)),
    'PASSWORD_TOO_SHORT',
  )
})

test('a mailbox that several people read is no account', () => {
  for (const address of [
    'info@valo.example',
    'Myynti@valo.example',
    'myynti.turku@valo.example',
    'asiakaspalvelu2@valo.example',
    'kundtjänst@valo.example',
    'no-reply@valo.example',
    'hr@valo.example',
    'info-fi@valo.example',
  ]) {
    assert.equal(
      codeOf(() => accountAddress(address)),
      'SHARED_MAILBOX',
      address,
    )
  }
  for (const address of [
    'saku.koskela@valo.example',
    'postila.maija@valo.example',
    'hr.koskinen@valo.example',
    'infante.s@valo.example',
  ]) {
    assert.equal(isShared(address), false, address)
  }
  assert.equal(accountAddress(' Saku.Koskela@Valo.Example '), 'saku.koskela@valo.example')
  for (const wrong of ['', 'saku', 'saku@valo', 'sa ku@valo.example', '<saku@valo.example>']) {
    assert.equal(
      codeOf(() => accountAddress(wrong)),
      'EMAIL_NOT_VALID',
      wrong,
    )
  }
})
