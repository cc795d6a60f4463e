import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto'

// C2SP signed-note: text, a blank line, then one signature line for each key.

/** What everyone may know of a key: it opens notes. Written `name+id+key`, a vkey. */
export interface VerifierKey {
  name: string
  vkey: string
  publicKey: KeyObject
}

export interface SigningKey extends VerifierKey {
  privateKey: KeyObject
}

/** One way of signing a text with Ed25519: its type byte, and what is really signed. */
export interface Signature {
  type: number
  /** What stands before the Ed25519 signature in its line. */
  stamp?: Buffer
  message: string
}

export const plain = 0x01
export const timestamped = 0x04

/** A new key in the form of a signed-note signer key: keep it secret. */
export function newSigningKey(name: string) {
  if (!isKeyName(name)) throw new TypeError(`not a key name: ${name}`)
  const seed = randomBytes(32)
  const { publicKey } = keysOf(seed)
  return `PRIVATE+KEY+${name}+${idOf(name, plain, publicKey).toString('hex')}+${tagged(seed)}`
}

export function readSigningKey(text: string): SigningKey {
  const [, name = '', id, key = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 33 || bytes[0] !== plain) throw new TypeError('not an Ed25519 signer key')
  const { privateKey, publicKey } = keysOf(bytes.subarray(1))
  if (idOf(name, plain, publicKey).toString('hex') !== id) throw new TypeError('the signer key is damaged')
  return { name, privateKey, publicKey, vkey: `${name}+${id}+${tagged(rawOf(publicKey))}` }
}

export function readVerifierKey(vkey: string): VerifierKey {
  const [, name = '', id, key = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? []
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 33 || bytes[0] !== plain) throw new TypeError('not an Ed25519 verifier key')
  const x = bytes.subarray(1).toString('base64url')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (idOf(name, plain, publicKey).toString('hex') !== id) throw new TypeError('the verifier key is damaged')
  return { name, publicKey, vkey: vkey.trim() }
}

/** The text and its signature lines, one for each signature asked for. */
export function signNote(text: string, key: SigningKey, signatures: readonly Signature[]) {
  const lines = signatures.map(({ type, stamp = Buffer.alloc(0), message }) => {
    const bytes = Buffer.concat([
      idOf(key.name, type, key.publicKey),
      stamp,
      sign(null, Buffer.from(message), key.privateKey),
    ])
    return `— ${key.name} ${bytes.toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** A note taken apart: its text, and its signature lines as they stand. Nothing is verified yet. */
export function readNote(note: string): { text: string; lines: string[] } | undefined {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return undefined
  const lines = note.slice(cut + 2, -1).split('\n')
  return lines.every((line) => /^— \S+ \S+$/.test(line)) ? { text: note.slice(0, cut + 1), lines } : undefined
}

/** The bytes a key put on a line with this type of signature, without the key's id; undefined where it did not. */
export function signatureOf(lines: readonly string[], key: VerifierKey, type: number): Buffer | undefined {
  const id = idOf(key.name, type, key.publicKey)
  for (const line of lines) {
    const [, name, text = ''] = line.split(' ')
    const bytes = Buffer.from(text, 'base64')
    const isOurs = name === key.name && bytes.subarray(0, 4).equals(id)
    // Base64 has spare bits and Node forgives much: only the one right spelling counts.
    if (isOurs && bytes.toString('base64') === text) return bytes.subarray(4)
  }
  return undefined
}

export function isSignedBy(key: VerifierKey, message: string, signature: Buffer) {
  return signature.length === 64 && verify(null, Buffer.from(message), key.publicKey, signature)
}

export function isKeyName(name: string) {
  return /^[^\s+\p{Cc}]+$/u.test(name)
}

// The DER around a 32-byte Ed25519 seed (RFC 8410); Node reads no bare seeds.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function keysOf(seed: Buffer) {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

function rawOf(publicKey: KeyObject) {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
}

function tagged(key: Buffer) {
  return Buffer.concat([Buffer.from([plain]), key]).toString('base64')
}

function idOf(name: string, type: number, publicKey: KeyObject) {
  const text = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), rawOf(publicKey)])
  return createHash('sha256').update(text).digest().subarray(0, 4)
}
