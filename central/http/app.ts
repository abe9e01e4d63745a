/**
 * The endpoints of central for desks. Every request but the first of an enrollment is of a terminal that has proved its
 * key. What has been answered with "known" is in the log. Logs no name, number or word of a patron.
 */
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { zstdCompressSync } from 'node:zlib'
import type { z } from 'zod'
import { seal } from '../../main/journal/chain.ts'
import { isSignedBy } from '../../main/journal/signing.ts'
import type { EventHead } from '../../shared/journal/event.ts'
import { isNext, type Place } from '../../shared/journal/place.ts'
import { decodeBatch } from '../../shared/protocol/batch.ts'
import {
  chainEndOf,
  enrollAsked,
  enrollText,
  foundingEnd,
  nonceAsked,
  sessionAsked,
  splitParts,
  type AboutSaid,
  type CentralRefusal,
  type ChainEnd,
} from '../../shared/protocol/central.ts'
import type { FeedReader } from '../feed/feed-reader.ts'
import type { Log, Terminal } from '../log/log.ts'
import { unpacked } from '../unpack.ts'
import type { Waiters } from './waiters.ts'
import { Sessions } from './sessions.ts'

/** Packed, of a batch or a piece. */
const BODY_BYTES_MAX = 8 * 1024 * 1024
const WAIT_S_MAX = 25

const STATUS: Readonly<Partial<Record<CentralRefusal, number>>> = {
  'not-enrolled': 401,
  revoked: 403,
  'session-over': 401,
  'too-many-tries': 429,
  'too-large': 413,
  'library-founded': 409,
  'terminal-known': 409,
}

export type AppPorts = {
  readonly log: Log
  readonly feed: FeedReader
  /** Wakes the keeper. */
  readonly onAppended: () => void
  readonly waiters: Waiters
  readonly now_ms: () => number
  readonly logger?: boolean
  readonly https: { readonly cert: Buffer; readonly key: Buffer } | null
}

type Ports = AppPorts & { readonly sessions: Sessions }

export function makeApp(given: AppPorts): FastifyInstance {
  const ports: Ports = { ...given, sessions: new Sessions() }
  const own = {
    bodyLimit: BODY_BYTES_MAX,
    logger: given.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
  }
  const { https } = given
  const app: FastifyInstance = fastify({
    ...own,
    ...(https && { serverFactory: (handler: RequestListener) => createServer(https, handler) }),
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.setErrorHandler((fault: { statusCode?: number; message: string }, request, reply) => {
    if (fault.statusCode === 413) return void refuse(reply, 'too-large')
    if (fault.statusCode !== undefined && fault.statusCode < 500) return void refuse(reply, 'bad-request')
    request.log.error({ reason: fault.message }, 'a request failed')
    // No refusal: nothing is wrong with what was sent, and the desk sends it again.
    void reply.code(500).send({})
  })
  addIdentity(app, ports)
  addFounding(app, ports)
  addJournal(app, ports)
  return app
}

function refuse(reply: FastifyReply, refused: CentralRefusal): FastifyReply {
  return reply.code(STATUS[refused] ?? 400).send({ refused })
}

/** What was asked, or null after it was refused. */
function read<T>(schema: z.ZodType<T>, body: unknown, reply: FastifyReply): T | null {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  void refuse(reply, 'bad-request')
  return null
}

function addIdentity(app: FastifyInstance, { log, sessions, now_ms }: Ports): void {
  app.get('/v1/about', async (): Promise<AboutSaid> => {
    const { library_id, founder_code } = await log.library()
    return { product: 'datestamp-central', library_id, is_founded: founder_code !== null, server_ms: now_ms() }
  })
  app.post('/v1/enroll', async (request, reply) => {
    const asked = read(enrollAsked, request.body, reply)
    if (!asked) return reply
    if (sessions.areTriesUsedUp(now_ms())) return refuse(reply, 'too-many-tries')
    if (!isSignedBy(asked.public_key, enrollText(asked), asked.signature)) return refuse(reply, 'bad-request')
    const refused = await log.enroll(asked, now_ms())
    if (refused === 'code-wrong') sessions.noteTry(now_ms())
    return refused === null ? { library_id: log.library_id } : refuse(reply, refused)
  })
  app.post('/v1/nonce', async (request, reply) => {
    const asked = read(nonceAsked, request.body, reply)
    return asked ? { nonce: sessions.nonce(asked.terminal, now_ms()) } : reply
  })
  app.post('/v1/session', async (request, reply) => {
    const asked = read(sessionAsked, request.body, reply)
    if (!asked) return reply
    const terminal = await log.terminal(asked.terminal)
    if (!terminal) return refuse(reply, 'not-enrolled')
    if (terminal.revoked_at_ms !== null) return refuse(reply, 'revoked')
    const token = sessions.begin(asked, terminal.public_key, now_ms())
    if (token === null) return refuse(reply, 'not-enrolled')
    await log.noteSeen(terminal.terminal_code, now_ms())
    const next_piece = await log.piecesKnown(terminal.terminal_code)
    return { token, known: chainEndOf(terminal), next_piece, server_ms: now_ms() }
  })
}

/** The terminal that asks, or null after it was refused. A revoked one is refused from its next request on. */
async function asking(request: FastifyRequest, reply: FastifyReply, ports: Ports): Promise<Terminal | null> {
  const token = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const terminal_code = ports.sessions.terminalOf(token, ports.now_ms())
  const terminal = terminal_code === null ? null : await ports.log.terminal(terminal_code)
  if (terminal && terminal.revoked_at_ms === null) return terminal
  void refuse(reply, terminal ? 'revoked' : 'session-over')
  return null
}

function addFounding(app: FastifyInstance, ports: Ports): void {
  const { log } = ports
  app.post<{ Params: { number: string } }>('/v1/founding/:number', async (request, reply) => {
    const terminal = await asking(request, reply, ports)
    if (!terminal) return reply
    const number = Number(request.params.number)
    if (!Number.isSafeInteger(number) || number < 0 || !Buffer.isBuffer(request.body))
      return refuse(reply, 'bad-request')
    const refused = await log.appendPiece(terminal.terminal_code, number, request.body)
    if (refused !== null) return refuse(reply, refused)
    return { next_piece: (await log.piecesKnown(terminal.terminal_code)) ?? 0 }
  })
  app.post('/v1/founded', async (request, reply) => {
    const terminal = await asking(request, reply, ports)
    const asked = terminal && read(foundingEnd, request.body, reply)
    if (!terminal || !asked) return reply
    const refused = await log.found(terminal.terminal_code, asked.pieces_count, asked.end)
    if (refused !== null) return refuse(reply, refused)
    ports.onAppended()
    return { known: asked.end, server_ms: ports.now_ms() }
  })
}

const PLACE = /^(\d{1,9})\.(\d{1,9})$/

function addJournal(app: FastifyInstance, ports: Ports): void {
  app.post<{ Querystring: { after?: string } }>('/v1/journal', async (request, reply) => {
    const terminal = await asking(request, reply, ports)
    if (!terminal) return reply
    const [, epoch, seq] = PLACE.exec(request.query.after ?? '') ?? []
    const parts = Buffer.isBuffer(request.body) ? splitParts(request.body) : null
    if (epoch === undefined || !parts) return refuse(reply, 'bad-request')
    const known = chainEndOf(terminal)
    if (known.epoch !== Number(epoch) || known.seq !== Number(seq)) return expects(reply, known)
    const upload = readUpload(terminal, parts, ports.now_ms())
    if (typeof upload === 'string') return refuse(reply, upload)
    const moved = await ports.log.append(known, upload)
    if (moved) return expects(reply, moved)
    ports.onAppended()
    const end = chainEndOf({ epoch: upload.last_epoch, seq: upload.last_seq, hash: upload.hash })
    return { known: end, server_ms: ports.now_ms() }
  })
  app.get<{ Querystring: { from?: string; wait?: string } }>('/v1/feed', async (request, reply) => {
    const terminal = await asking(request, reply, ports)
    if (!terminal) return reply
    const from = Number(request.query.from ?? '')
    const wait_s = Math.min(WAIT_S_MAX, Number(request.query.wait ?? '0'))
    if (!Number.isSafeInteger(from) || from < 0 || !(wait_s >= 0)) return refuse(reply, 'bad-request')
    await ports.waiters.until(from, wait_s * 1000)
    const page = ports.feed.page(terminal.terminal_code, from)
    if (!page) return reply.code(204).send()
    return reply.type('application/octet-stream').send(zstdCompressSync(JSON.stringify(page)))
  })
}

/** The desk goes on from there: it was ahead of what is here, or its former request had come after all. */
function expects(reply: FastifyReply, expect: ChainEnd): FastifyReply {
  return reply.code(409).send({ expect })
}

type Appended = Parameters<Log['append']>[1]

/** Proves the chain before anything is kept. */
function readUpload(
  terminal: Terminal,
  [sealed, beside]: readonly [Uint8Array, Uint8Array],
  received_at_ms: number,
): Appended | CentralRefusal {
  const texts = textsOf([sealed, beside])
  if (!texts) return 'too-large'
  const [sealed_text = '', beside_text = ''] = texts
  const head = Uint8Array.from(terminal.hash)
  const batch = decodeBatch({ sealed: sealed_text, beside: beside_text }, { head, seal })
  if (batch.kind !== 'events') return batch.kind
  const heads = batch.commands.flatMap(({ events }) => events.map(({ event }) => event.head))
  const last = heads.at(-1)
  if (!last || !areNext(heads, terminal)) return 'damaged'
  return {
    terminal_code: terminal.terminal_code,
    last_epoch: last.epoch,
    last_seq: last.seq,
    hash: Buffer.from(batch.head),
    events_count: batch.commands.reduce((sum, { events }) => sum + events.length, 0),
    sealed: Buffer.from(sealed),
    beside: Buffer.from(beside),
    received_at_ms,
  }
}

/** Whether they are this terminal's, numbered on from its end: a chain alone does not say so. */
function areNext(heads: readonly EventHead[], { terminal_code, epoch, seq }: Terminal): boolean {
  let before: Place = { epoch, seq }
  return heads.every((head) => {
    const isItsNext = isNext(head, before) && head.terminal === terminal_code
    before = head
    return isItsNext
  })
}

/** Null when one of them is no zstd, or more than any document is. */
function textsOf(parts: readonly Uint8Array[]): readonly string[] | null {
  try {
    return parts.map(unpacked)
  } catch {
    return null
  }
}
