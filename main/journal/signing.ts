/**
 * The desk's signature under its journal. The key is not the key of the data files: a person who can open and rewrite
 * them cannot sign that. What was signed last is compared when the journal opens, and each later head is signed when
 * the desk asks, never inside a transaction: no scan waits. Ed25519: 0.1 ms on a desk's computer, the same every time.
 */
import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto'
import { readSignedLine, signedLine, signedText, type Head, type SignedHead } from '../../shared/journal/signed-head.ts'
import { writeSignedHead } from '../store/files/signed-files.ts'
import type { Journal } from './journal.ts'

type Signer = {
  readonly public_key: string
  readonly sign: (head: Head) => SignedHead
  /** Any text that cannot be taken for a head. In hex. */
  readonly signText: (text: string) => string
}

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
    signText: (text) => sign(null, Buffer.from(text), own).toString('hex'),
    sign: (head) => {
      const signature = sign(null, Buffer.from(signedText({ ...head, public_key })), own).toString('hex')
      return { ...head, public_key, signature }
    },
  }
}

function publicKeyOf(hex: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })
}

/** @param signature 64 bytes in hex */
export function isSignedBy(public_key: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), publicKeyOf(public_key), Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

/** The head of a line whose signature fits the public key that it names; null for any other text. */
export function genuine(line: string): SignedHead | null {
  const head = readSignedLine(line)
  if (!head) return null
  return isSignedBy(head.public_key, signedText(head), head.signature) ? head : null
}

/** A public key short enough to compare by eye: "3f1c 90aa …", the first 16 bytes of its SHA-256. */
export function fingerprintOf(public_key: string): string {
  const short = hash('sha256', Buffer.from(public_key, 'hex'), 'hex').slice(0, 32)
  return short.match(/.{4}/g)?.join(' ') ?? ''
}

/** The moment tells heads of two journals apart: within one a clock may have been set back. */
function byPlace(one: SignedHead, other: SignedHead): number {
  if (one.terminal !== other.terminal) return one.at_ms - other.at_ms
  return one.epoch - other.epoch || one.seq - other.seq
}

/** Of the lines that this key signed, the one that was signed last: a place may have been put back to an older one. */
function furthest(lines: string, public_key: string): SignedHead | null {
  const heads = lines.split('\n').flatMap((line) => genuine(line) ?? [])
  const own = heads.filter((head) => head.public_key === public_key)
  return own.toSorted(byPlace).at(-1) ?? null
}

/** The key and the last signed head come from outside the data folder, and go back there. */
export type SigningPorts = {
  /** 32 bytes that nothing in the data folder gives. */
  readonly key: Uint8Array
  /** Made at this start: there is nothing yet that it signed. */
  readonly is_new: boolean
  /** The last signed head as it was kept, a line for each place that has one; null when there is none. */
  readonly kept: string | null
  readonly keep: (line: string) => void
}

/** What an opening knows of this computer's signature. `head`: what it signed last, if that is there and genuine. */
export type Proof = {
  readonly public_key: string
  readonly is_new: boolean
  readonly head: SignedHead | null
}

export class Signing {
  readonly #ports: SigningPorts
  readonly #signer: Signer
  #last: SignedHead | null
  #isNew: boolean

  constructor(ports: SigningPorts) {
    this.#ports = ports
    this.#signer = makeSigner(ports.key)
    this.#last = furthest(ports.kept ?? '', this.#signer.public_key)
    this.#isNew = ports.is_new && ports.kept === null
  }

  get public_key(): string {
    return this.#signer.public_key
  }

  /** What was signed last. */
  get last(): SignedHead | null {
    return this.#last
  }

  /** Proves to a central server whose desk this is. In hex. */
  signText(text: string): string {
    return this.#signer.signText(text)
  }

  proof(): Proof {
    return { public_key: this.public_key, is_new: this.#isNew, head: this.#last }
  }

  /** Signs where the journal ends now, and keeps that outside of the data files and beside them. */
  sign({ terminal, head }: Pick<Journal, 'terminal' | 'head'>, folder: string): SignedHead {
    const { epoch, seq, at } = head
    const hash = Buffer.from(head.hash).toString('hex')
    if (this.#last?.hash === hash && this.#last.terminal === terminal) return this.#last
    const signed = this.#signer.sign({ terminal, epoch, seq, hash, at_ms: at })
    this.#last = signed
    this.#isNew = false
    const line = signedLine(signed)
    this.#ports.keep(line)
    writeSignedHead(folder, line)
    return signed
  }
}
