/** The calls to a central server: what is sent, what comes back, and why not. Holds no state. */
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { promisify } from 'node:util'
import type { z } from 'zod'
import {
  enrollSaid,
  expectSaid,
  feedPage,
  journalSaid,
  joinParts,
  nonceSaid,
  pieceSaid,
  refusalSaid,
  sessionSaid,
  type CentralRefusal,
  type ChainEnd,
  type EnrollAsked,
  type FeedPage,
  type SessionSaid,
} from '../../shared/protocol/central.ts'
import type { Documents } from '../../shared/protocol/batch.ts'
import { placeText, type Place } from '../../shared/journal/place.ts'

const packed = promisify(zstdCompress)
const unpacked = promisify(zstdDecompress)

const ANSWERED_WITHIN_MS = 30_000
/** `signal` ends whatever is asked just then. */
export type Session = { readonly url: string; readonly token: string; readonly signal: AbortSignal }

/** A long poll waits so long by itself. */
export const WAIT_S = 25
const PAGE_BYTES_MAX = 64 * 1024 * 1024

/** The server does not do it: a person or the engine has to know why. */
export class CentralRefused extends Error {
  override name = 'CentralRefused'
  readonly refused: CentralRefusal

  constructor(refused: CentralRefusal) {
    super(`central refuses: ${refused}`)
    this.refused = refused
  }
}

/** Whatever answers there is no central server, or nobody answers. */
export class NoCentral extends Error {
  override name = 'NoCentral'
}

type Asked = {
  readonly url: string
  readonly token?: string
  readonly body?: Uint8Array | object
  readonly within_ms?: number
  readonly signal?: AbortSignal
}

async function ask(path: string, { url, token, body, within_ms = ANSWERED_WITHIN_MS, signal }: Asked) {
  const isBytes = body instanceof Uint8Array
  const timeout = AbortSignal.timeout(within_ms)
  try {
    const response = await fetch(new URL(path, url), {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'error',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault)
    throw new NoCentral(cause)
  }
}

type Answer = Awaited<ReturnType<typeof ask>>

function jsonOf({ bytes }: Answer): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** @throws CentralRefused, NoCentral */
function read<T>(schema: z.ZodType<T>, answer: Answer): T {
  const json = jsonOf(answer)
  if (answer.status === 200) {
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    throw new NoCentral('the answer is none of a central server')
  }
  const refused = refusalSaid.safeParse(json)
  if (refused.success) throw new CentralRefused(refused.data.refused)
  throw new NoCentral(`status ${answer.status}`)
}

export async function enroll(url: string, asked: EnrollAsked): Promise<{ readonly library_id: string }> {
  return read(enrollSaid, await ask('/v1/enroll', { url, body: asked }))
}

/** @param signOf signs the text of this nonce */
export async function beginSession(
  asked: Pick<Session, 'url' | 'signal'>,
  terminal: string,
  signOf: (nonce: string) => string,
): Promise<SessionSaid> {
  const { nonce } = read(nonceSaid, await ask('/v1/nonce', { ...asked, body: { terminal } }))
  const body = { terminal, nonce, signature: signOf(nonce) }
  return read(sessionSaid, await ask('/v1/session', { ...asked, body }))
}

export async function sendPiece(session: Session, number: number, text: string): Promise<number> {
  const body = new Uint8Array(await packed(text))
  return read(pieceSaid, await ask(`/v1/founding/${number}`, { ...session, body })).next_piece
}

export async function endFounding(session: Session, pieces_count: number, end: ChainEnd): Promise<ChainEnd> {
  return read(journalSaid, await ask('/v1/founded', { ...session, body: { pieces_count, end } })).known
}

/** @returns how far central has this journal now, also where that is another place than `after` */
export async function sendBatch(session: Session, after: Place, { sealed, beside }: Documents): Promise<ChainEnd> {
  const body = joinParts(new Uint8Array(await packed(sealed)), new Uint8Array(await packed(beside)))
  const answer = await ask(`/v1/journal?after=${placeText(after)}`, { ...session, body })
  if (answer.status === 409) return expectSaid.parse(jsonOf(answer)).expect
  return read(journalSaid, answer).known
}

/** @returns null: the library's file is not made there yet */
export async function nextPage(session: Session, from: number, wait_s: number): Promise<FeedPage | null> {
  const within_ms = ANSWERED_WITHIN_MS + wait_s * 1000
  const answer = await ask(`/v1/feed?from=${from}&wait=${wait_s}`, { ...session, within_ms })
  if (answer.status === 204) return null
  if (answer.status !== 200) return read(feedPage, answer)
  const bytes = await unpacked(answer.bytes, { maxOutputLength: PAGE_BYTES_MAX })
  return feedPage.parse(JSON.parse(bytes.toString('utf8')))
}
