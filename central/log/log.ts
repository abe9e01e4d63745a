/**
 * The log: what desks sent, in one order a library, and what was decided of it. It decides nothing itself. Everything
 * else that central has can be made again from here. Every method is one transaction; what has returned is on disk.
 */
import { sql, type Transaction } from 'kysely'
import { createHash, randomBytes } from 'node:crypto'
import { chainEndOf, type CentralRefusal, type ChainEnd, type EnrollAsked } from '../../shared/protocol/central.ts'
import { must } from '../../shared/kernel/assert.ts'
import { openLog, type LogPlace, type OpenLog } from './open-log.ts'
import type { LogTables } from './tables.ts'

/** Letters that are not mistaken for one another when read aloud. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 8
const CODE_LIVES_MS = 15 * 60_000
const LIBRARY_ID_BYTES = 8

const LIBRARY = ['library_id', 'log_pos', 'made_at_ms', 'founder_code'] as const
const CODE = ['code_hash', 'expires_at_ms', 'used_at_ms'] as const
const TERMINAL = [
  ...(['library_id', 'terminal_code', 'public_key', 'desk_name', 'branch_code'] as const),
  ...(['epoch', 'seq', 'hash', 'events_count', 'enrolled_at_ms', 'seen_at_ms', 'revoked_at_ms'] as const),
] as const

export type Terminal = LogTables['terminal']
export type Upload = Omit<LogTables['upload'], 'library_id'> & { readonly beside: Uint8Array | null }
export type Outcome = Omit<LogTables['outcome'], 'library_id'>

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export class Log {
  readonly library_id: string
  readonly #open: OpenLog

  private constructor(open: OpenLog, library_id: string) {
    this.#open = open
    this.library_id = library_id
  }

  /** Opens the log, and the one library of it; the first start makes both. */
  static async open(place: LogPlace, now_ms: number): Promise<Log> {
    const open = await openLog(place, now_ms)
    const known = await open.db.selectFrom('library').select('library_id').executeTakeFirst()
    if (known) return new Log(open, known.library_id)
    const library_id = randomBytes(LIBRARY_ID_BYTES).toString('hex')
    const row = { library_id, log_pos: 0, made_at_ms: now_ms, founder_code: null }
    await open.db.insertInto('library').values(row).execute()
    return new Log(open, library_id)
  }

  close(): Promise<void> {
    return this.#open.close()
  }

  async library(): Promise<LogTables['library']> {
    const { library_id } = this
    const all = this.#open.db.selectFrom('library').select(LIBRARY).where('library_id', '=', library_id)
    return all.executeTakeFirstOrThrow()
  }

  /** A new code, said once: the log keeps its hash. */
  async newCode(now_ms: number): Promise<string> {
    const code = Array.from(randomBytes(CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
    const row = { code_hash: hashOf(code), expires_at_ms: now_ms + CODE_LIVES_MS, used_at_ms: null }
    await this.#open.db
      .insertInto('enroll_code')
      .values({ library_id: this.library_id, ...row })
      .execute()
    return code
  }

  /** Whose signature fits was checked before. @returns null: enrolled */
  async enroll(asked: EnrollAsked, now_ms: number): Promise<CentralRefusal | null> {
    const { library_id } = this
    return this.#locked(async (trx) => {
      const codes = trx.selectFrom('enroll_code').select(CODE).where('library_id', '=', library_id)
      const code = await codes.where('code_hash', '=', hashOf(asked.code)).executeTakeFirst()
      if (!code) return 'code-wrong'
      const known = await terminalIn(trx, library_id, asked.terminal)
      const isSame = known?.public_key === asked.public_key && known.revoked_at_ms === null
      // A desk that did not hear the answer asks again.
      if (code.used_at_ms !== null) return isSame ? null : 'code-used'
      if (code.expires_at_ms < now_ms) return 'code-expired'
      if (known && !isSame) return known.revoked_at_ms === null ? 'terminal-known' : 'revoked'
      const others = trx.selectFrom('terminal').select('terminal_code').where('library_id', '=', library_id)
      const other = await others.where('terminal_code', '<>', asked.terminal).limit(1).executeTakeFirst()
      if (other) return 'library-founded'
      const used = trx.updateTable('enroll_code').set({ used_at_ms: now_ms }).where('library_id', '=', library_id)
      await used.where('code_hash', '=', code.code_hash).execute()
      if (known) return null
      const { terminal: terminal_code, public_key, desk_name, branch_code } = asked
      const start = { epoch: 0, seq: 0, hash: Buffer.alloc(32), events_count: 0 }
      const times = { enrolled_at_ms: now_ms, seen_at_ms: now_ms, revoked_at_ms: null }
      const row = { library_id, terminal_code, public_key, desk_name, branch_code, ...start, ...times }
      await trx.insertInto('terminal').values(row).execute()
      return null
    })
  }

  async terminal(terminal_code: string): Promise<Terminal | null> {
    return terminalIn(this.#open.db, this.library_id, terminal_code)
  }

  async terminals(): Promise<readonly Terminal[]> {
    const all = this.#open.db.selectFrom('terminal').select(TERMINAL).where('library_id', '=', this.library_id)
    return all.orderBy('terminal_code').execute()
  }

  async noteSeen(terminal_code: string, now_ms: number): Promise<void> {
    const own = this.#open.db.updateTable('terminal').set({ seen_at_ms: now_ms })
    await own.where('library_id', '=', this.library_id).where('terminal_code', '=', terminal_code).execute()
  }

  /** @returns whether there is such a terminal */
  async revoke(terminal_code: string, now_ms: number): Promise<boolean> {
    const own = this.#open.db.updateTable('terminal').set({ revoked_at_ms: now_ms })
    const done = await own
      .where('library_id', '=', this.library_id)
      .where('terminal_code', '=', terminal_code)
      .executeTakeFirst()
    return Number(done.numUpdatedRows) === 1
  }

  /** How many pieces of the library its first desk has sent; null: all of them. */
  async piecesKnown(terminal_code: string): Promise<number | null> {
    const { founder_code } = await this.library()
    if (founder_code !== null) return null
    return piecesIn(this.#open.db, this.library_id, terminal_code)
  }

  /** The first piece begins again: what was sent of another copy goes. A piece that is known changes nothing. */
  async appendPiece(terminal_code: string, piece_number: number, content: Uint8Array): Promise<CentralRefusal | null> {
    const { library_id } = this
    return this.#locked(async (trx) => {
      const library = trx.selectFrom('library').select('founder_code').where('library_id', '=', library_id)
      if ((await library.executeTakeFirstOrThrow()).founder_code !== null) return 'library-founded'
      const of = { library_id, terminal_code }
      if (piece_number === 0) await trx.deleteFrom('base_piece').where('library_id', '=', library_id).execute()
      const pieces_count = await piecesIn(trx, library_id, terminal_code)
      if (piece_number !== pieces_count) return piece_number < pieces_count ? null : 'bad-request'
      await trx
        .insertInto('base_piece')
        .values({ ...of, piece_number, content })
        .execute()
      return null
    })
  }

  /** The library is here, its founder's journal up to `end`: position 0. */
  async found(terminal_code: string, pieces_count: number, end: ChainEnd): Promise<CentralRefusal | null> {
    const { library_id } = this
    const known = await this.piecesKnown(terminal_code)
    if (known === null) return (await this.library()).founder_code === terminal_code ? null : 'library-founded'
    if (known !== pieces_count) return 'bad-request'
    return this.#locked(async (trx) => {
      const { epoch, seq } = end
      const own = trx.updateTable('terminal').set({ epoch, seq, hash: Buffer.from(end.hash, 'hex') })
      await own.where('library_id', '=', library_id).where('terminal_code', '=', terminal_code).execute()
      const library = trx.updateTable('library').set({ founder_code: terminal_code })
      await library.where('library_id', '=', library_id).execute()
      return null
    })
  }

  async piece(terminal_code: string, piece_number: number): Promise<Uint8Array | null> {
    const pieces = this.#open.db.selectFrom('base_piece').select('content').where('library_id', '=', this.library_id)
    const one = pieces.where('terminal_code', '=', terminal_code).where('piece_number', '=', piece_number)
    return (await one.executeTakeFirst())?.content ?? null
  }

  /**
   * Appends what follows the terminal's known end, at the next position: from here on it is acknowledged.
   *
   * @returns the end that is known instead, where it is another one by now
   */
  async append(
    after: ChainEnd,
    upload: Omit<Upload, 'log_pos' | 'after_epoch' | 'after_seq'>,
  ): Promise<ChainEnd | null> {
    const { library_id } = this
    const { beside, ...sent } = upload
    const { terminal_code, last_epoch, last_seq, hash, received_at_ms } = sent
    return this.#locked(async (trx, log_pos) => {
      const own = trx
        .updateTable('terminal')
        .set({ epoch: last_epoch, seq: last_seq, hash, seen_at_ms: received_at_ms })
        .set((eb) => ({ events_count: eb('events_count', '+', sent.events_count) }))
        .where('library_id', '=', library_id)
        .where('terminal_code', '=', terminal_code)
        .where('epoch', '=', after.epoch)
        .where('seq', '=', after.seq)
      const moved = await own.executeTakeFirst()
      if (Number(moved.numUpdatedRows) !== 1)
        return chainEndOf(must(await terminalIn(trx, library_id, terminal_code), 'a terminal'))
      const place = { library_id, log_pos }
      const follows = { after_epoch: after.epoch, after_seq: after.seq }
      await trx
        .insertInto('upload')
        .values({ ...place, ...follows, ...sent })
        .execute()
      if (beside !== null)
        await trx
          .insertInto('beside')
          .values({ ...place, content: beside })
          .execute()
      const library = trx.updateTable('library').set({ log_pos })
      await library.where('library_id', '=', library_id).execute()
      return null
    })
  }

  /** Uploads after a position, oldest first. */
  async uploads(after_pos: number, limit: number): Promise<readonly Upload[]> {
    const all = this.#open.db
      .selectFrom('upload')
      .leftJoin('beside', (join) =>
        join.onRef('beside.library_id', '=', 'upload.library_id').onRef('beside.log_pos', '=', 'upload.log_pos'),
      )
      .select(['upload.log_pos', 'terminal_code', 'after_epoch', 'after_seq', 'last_epoch', 'last_seq', 'hash'])
      .select(['events_count', 'sealed', 'received_at_ms', 'beside.content as beside'])
      .where('upload.library_id', '=', this.library_id)
      .where('upload.log_pos', '>', after_pos)
    return all.orderBy('upload.log_pos').limit(limit).execute()
  }

  async outcomes(terminal_code: string | null = null): Promise<readonly Outcome[]> {
    const all = this.#open.db
      .selectFrom('outcome')
      .select(['log_pos', 'terminal_code', 'epoch', 'seq', 'outcome_code', 'reason'])
      .where('library_id', '=', this.library_id)
    const own = terminal_code === null ? all : all.where('terminal_code', '=', terminal_code)
    return own.orderBy('log_pos').orderBy('epoch').orderBy('seq').execute()
  }

  /** What was decided is written once; a second decision of the same command changes nothing. */
  async decide(outcome: Outcome): Promise<void> {
    const row = { library_id: this.library_id, ...outcome }
    await this.#open.db
      .insertInto('outcome')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute()
  }

  /** Takes the library's lock first: positions have one order, and no gap. */
  #locked<T>(work: (trx: Transaction<LogTables>, next_pos: number) => Promise<T>): Promise<T> {
    return this.#open.db.transaction().execute(async (trx) => {
      const own = trx.updateTable('library').set({ log_pos: sql<number>`log_pos` })
      const { log_pos } = await own
        .where('library_id', '=', this.library_id)
        .returning('log_pos')
        .executeTakeFirstOrThrow()
      return work(trx, log_pos + 1)
    })
  }
}

async function terminalIn(
  db: Pick<OpenLog['db'], 'selectFrom'>,
  library_id: string,
  terminal_code: string,
): Promise<Terminal | null> {
  const all = db.selectFrom('terminal').select(TERMINAL).where('library_id', '=', library_id)
  return (await all.where('terminal_code', '=', terminal_code).executeTakeFirst()) ?? null
}

async function piecesIn(
  db: Pick<OpenLog['db'], 'selectFrom'>,
  library_id: string,
  terminal_code: string,
): Promise<number> {
  const all = db.selectFrom('base_piece').select((eb) => eb.fn.countAll().as('pieces_count'))
  const own = all.where('library_id', '=', library_id).where('terminal_code', '=', terminal_code)
  return Number((await own.executeTakeFirstOrThrow()).pieces_count)
}
