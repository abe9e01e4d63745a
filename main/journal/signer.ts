/**
 * Signs how far the journal goes. The key is not the key of the data files, so that whoever can open and rewrite them
 * cannot sign what they wrote. Ed25519: a signature costs 0.1 ms on a desk's computer, and is the same every time.
 */
import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto'
import { readSignedLine, signedText, type Head, type SignedHead } from '../../shared/journal/signed-head.ts'

export type Signer = { readonly public_key: string; readonly sign: (head: Head) => SignedHead }

/** What comes before the 32 bytes of a key in its standard form (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

/** @param key 32 random bytes */
export function makeSigner(key: Uint8Array): Signer {
  const own = createPrivateKey({ key: Buffer.concat([PRIVATE, key]), format: 'der', type: 'pkcs8' })
  const whole = createPublicKey(own).export({ format: 'der', type: 'spki' })
  const public_key = whole.subarray(PUBLIC.length).toString('hex')
  return {
    public_key,
    sign: (head) => {
      const signature = sign(null, Buffer.from(signedText({ ...head, public_key })), own).toString('hex')
      return { ...head, public_key, signature }
    },
  }
}

function publicKeyOf(hex: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })
}

/** The head of a line whose signature fits the public key that it names; null for any other text. */
export function genuine(line: string): SignedHead | null {
  const head = readSignedLine(line)
  if (!head) return null
  try {
    const signature = Buffer.from(head.signature, 'hex')
    return verify(null, Buffer.from(signedText(head)), publicKeyOf(head.public_key), signature) ? head : null
  } catch {
    return null
  }
}

/** A public key short enough to compare by eye: "3f1c 90aa …", the first 16 bytes of its SHA-256. */
export function fingerprintOf(public_key: string): string {
  const short = hash('sha256', Buffer.from(public_key, 'hex'), 'hex').slice(0, 32)
  return short.match(/.{4}/g)?.join(' ') ?? ''
}
