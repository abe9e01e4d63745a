/**
 * The end of a journal with a signature, as one line of text: what a desk keeps apart from its data files, puts beside
 * a backup and into an export. Only the form is here; who signs and who checks is elsewhere. Pure.
 */
import { eventRefText, parseEventRef } from './event.ts'

/** An end of a journal: its last entry's place, hash (hex) and moment. */
export type Head = {
  readonly terminal: string
  readonly epoch: number
  readonly seq: number
  readonly hash: string
  readonly at_ms: number
}

/** `public_key`: 32 bytes in hex; `signature`: Ed25519 over `signedText`, 64 bytes in hex. */
export type SignedHead = Head & { readonly public_key: string; readonly signature: string }

/** "datestamp-head 1 K4N7QW.1.480:HASH 1765000000000 PUBLIC-KEY": what the signature covers. */
export function signedText({ hash, at_ms, public_key, ...place }: Head & { readonly public_key: string }): string {
  return `datestamp-head 1 ${eventRefText(place)}:${hash} ${at_ms} ${public_key}`
}

export function signedLine(head: SignedHead): string {
  return `${signedText(head)} ${head.signature}`
}

const LINE =
  /^datestamp-head 1 ([\w-]{1,64}\.\d{1,9}\.\d{1,9}):([0-9a-f]{64}) (\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{128})$/

/** Null when it is no such line. Whether the signature is genuine is not asked here. */
export function readSignedLine(line: string): SignedHead | null {
  const [, place = '', hash = '', at = '', public_key = '', signature = ''] = LINE.exec(line.trim()) ?? []
  const ref = parseEventRef(place)
  if (!ref || ref.epoch === 0 || ref.seq === 0) return null
  return { ...ref, hash, at_ms: Number(at), public_key, signature }
}
