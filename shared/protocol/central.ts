/**
 * What a desk and its central server say to each other, besides batches: every request and answer with its shape. A
 * desk is a terminal, known by the key that signs its journal. Pure.
 */
import { z } from 'zod'
import type { Place } from '../journal/place.ts'
import { hex } from '../kernel/ids.ts'

const word = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const signature = z.string().regex(/^[0-9a-f]{128}$/)
const count = z.int().nonnegative()

/** Where a journal ends; 0.0 and zeros before the first entry. */
export const chainEnd = z.strictObject({ epoch: count, seq: count, hash })
export type ChainEnd = z.infer<typeof chainEnd>

/** As it travels. */
export function chainEndOf({ epoch, seq, hash: sealed }: Place & { readonly hash: Uint8Array }): ChainEnd {
  return { epoch, seq, hash: hex(sealed) }
}

/** What central says of itself to anybody, so that a person can see which server this is. */
export const aboutSaid = z.strictObject({
  product: z.literal('datestamp-central'),
  library_id: word,
  /** Whether a desk has brought its library; until then the first desk does. */
  is_founded: z.boolean(),
  server_ms: count,
})
export type AboutSaid = z.infer<typeof aboutSaid>

export const enrollAsked = z.strictObject({
  /** Eight letters that central made, good for one desk. */
  code: z.string().max(32),
  terminal: word,
  /** Ed25519, 32 bytes in hex. */
  public_key: hash,
  /** Over `enrollText`. */
  signature,
  desk_name: z.string().max(200),
  branch_code: z.string().max(64),
})
export type EnrollAsked = z.infer<typeof enrollAsked>
export const enrollSaid = z.strictObject({ library_id: word })

export const nonceAsked = z.strictObject({ terminal: word })
export const nonceSaid = z.strictObject({ nonce: hash })

export const sessionAsked = z.strictObject({
  terminal: word,
  nonce: hash,
  /** Over `sessionText`. */
  signature,
})
export const sessionSaid = z.strictObject({
  token: hash,
  /** How far central has this journal. */
  known: chainEnd,
  /** Which piece of the library central wants next; null: it has all of them. */
  next_piece: count.nullable(),
  server_ms: count,
})
export type SessionSaid = z.infer<typeof sessionSaid>

export const pieceSaid = z.strictObject({ next_piece: count })
export const foundingEnd = z.strictObject({ pieces_count: z.int().positive(), end: chainEnd })

export const journalSaid = z.strictObject({ known: chainEnd, server_ms: count })

/** Central has the journal up to another place than the desk thought. */
export const expectSaid = z.strictObject({ expect: chainEnd })

/** Rows of one table, as they are now: the values in the order of the columns. Bytes are hex. */
export const tableRows = z.strictObject({
  table: word,
  columns: z.array(word),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type TableRows = z.infer<typeof tableRows>

/**
 * What changed in the library's file after a position. `included`: the last event of the asking terminal that these
 * rows contain, "epoch.seq"; null where more pages follow, of which rows may be newer than `to`.
 */
export const feedPage = z.strictObject({
  from: count,
  to: count,
  included: z.string().nullable(),
  /** Whether the asking terminal's own events made all of it. */
  is_own: z.boolean(),
  rows: z.array(tableRows),
  /** Keys of rows that are there no more: the values of the key's columns. */
  gone: z.array(tableRows),
})
export type FeedPage = z.infer<typeof feedPage>

/** Why central does not do what a desk asks: each has its words at the desk. */
export const CENTRAL_REFUSALS = [
  'code-wrong',
  'code-used',
  'code-expired',
  'too-many-tries',
  'terminal-known',
  'library-founded',
  'not-enrolled',
  'revoked',
  'session-over',
  'bad-request',
  'damaged',
  'newer',
  'elsewhere',
  'too-large',
] as const
export type CentralRefusal = (typeof CENTRAL_REFUSALS)[number]
export const refusalSaid = z.strictObject({ refused: z.enum(CENTRAL_REFUSALS) })

/** What a terminal signs when it enrolls: no other program's message looks like it. */
export function enrollText({
  terminal,
  public_key,
  code,
}: Pick<EnrollAsked, 'terminal' | 'public_key' | 'code'>): string {
  return `datestamp-enroll 1 ${terminal} ${public_key} ${code}`
}

/** What a terminal signs to begin a session. */
export function sessionText({ terminal, nonce }: { readonly terminal: string; readonly nonce: string }): string {
  return `datestamp-session 1 ${terminal} ${nonce}`
}

/** A request's body in two parts: the length of the first in four bytes, then both. */
export function joinParts(first: Uint8Array, second: Uint8Array): Uint8Array {
  const body = new Uint8Array(4 + first.length + second.length)
  new DataView(body.buffer).setUint32(0, first.length)
  body.set(first, 4)
  body.set(second, 4 + first.length)
  return body
}

/** @returns null when it is no such body */
export function splitParts(body: Uint8Array): readonly [first: Uint8Array, second: Uint8Array] | null {
  if (body.length < 4) return null
  const length = new DataView(body.buffer, body.byteOffset).getUint32(0)
  if (4 + length > body.length) return null
  return [body.subarray(4, 4 + length), body.subarray(4 + length)]
}
