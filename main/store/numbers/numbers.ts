/**
 * Gives a patron, a title or an item the number it goes by at this desk, for good: the one it had before, or the next
 * of a block. A desk without a central server leases the blocks to itself. Must never give a number twice, nor let one
 * be used before the journal file knows of it.
 */
import {
  blockAfter,
  leasedBeyond,
  reserveOf,
  takeNumber,
  wantsBlock,
  withBlock,
  type Leased,
  type NumberBlock,
} from '../../../shared/kernel/number-block.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemId, PatronId, Random, TitleId } from '../../../shared/kernel/ids.ts'
import type { WriteHandle } from '../sql.ts'
import * as rows from './number-rows.ts'

type Ids = { readonly patron: PatronId; readonly title: TitleId; readonly item: ItemId }
type Kind = rows.NumberedKind

/** New numbers that wait to be written: a folder of a million rows is not written one by one. */
const WAITING_MAX = 500

type Stock = { leased: Leased; readonly fresh: Map<string, number> }

export class Numbers {
  readonly #db: WriteHandle
  readonly #reference: WriteHandle
  readonly #stocks = new Map<Kind, Stock>()

  constructor(db: WriteHandle, reference: WriteHandle) {
    this.#db = db
    this.#reference = reference
  }

  /** The number of what the library's data knows by this id; null when it never had one. */
  find<K extends Kind>(kind: K, external_id: string): Ids[K] | null {
    const waiting = this.#stocks.get(kind)?.fresh.get(external_id)
    return (waiting ?? this.#db.get(rows.readIdentity, { kind, external_id })?.record_id ?? null) as Ids[K] | null
  }

  /** Its number, a new one if it had none. `keep` before that number is committed anywhere. */
  of<K extends Kind>(kind: K, external_id: string): Ids[K] {
    const known = this.find(kind, external_id)
    if (known !== null) return known
    const stock = this.#stockOf(kind)
    const taken = must(takeNumber(stock.leased), 'a number is left')
    stock.leased = taken.left
    stock.fresh.set(external_id, taken.number)
    if (stock.fresh.size >= WAITING_MAX) this.keep()
    return taken.number as Ids[K]
  }

  /** Writes what was given since: part of a transaction, or one of its own. */
  keep(): void {
    const given = [...this.#stocks].filter(([, { fresh }]) => fresh.size > 0)
    if (given.length === 0) return
    const write = (): void => {
      for (const [kind, stock] of given) this.#write(kind, stock)
    }
    if (this.#db.db.inTransaction) write()
    else this.#db.transact(write)
    for (const [, { fresh }] of given) fresh.clear()
  }

  /** Leaves every block and the reserve: these files are older than what was given out. Part of a transaction. */
  leaveAll(random: Random): void {
    for (const kind of rows.NUMBERED_KINDS) {
      const leased = leasedBeyond(this.#highest(kind, this.#readLeased(kind)), random)
      this.#db.run(rows.dropBlocks, { kind })
      this.#putLeased(kind, leased)
    }
    this.#stocks.clear()
  }

  #write(kind: Kind, { leased, fresh }: Stock): void {
    for (const [external_id, record_id] of fresh) this.#db.run(rows.insertIdentity, { kind, external_id, record_id })
    this.#putLeased(kind, leased)
  }

  #putLeased(kind: Kind, { blocks, reserve }: Leased): void {
    for (const { next, end } of blocks) {
      this.#db.run(rows.putBlock, { kind, next_id: next, end_id: end, is_reserve: 0 })
    }
    const [first] = blocks
    if (first) this.#db.run(rows.dropBlocksBefore, { kind, end_id: first.end })
    this.#db.run(rows.putBlock, { kind, next_id: reserve.next, end_id: reserve.end, is_reserve: 1 })
  }

  #stockOf(kind: Kind): Stock {
    const known = this.#stocks.get(kind)
    const stock = known ?? { leased: this.#readLeased(kind), fresh: new Map<string, number>() }
    this.#stocks.set(kind, stock)
    if (wantsBlock(stock.leased)) stock.leased = withBlock(stock.leased, this.#ownBlock(kind, stock.leased))
    return stock
  }

  #readLeased(kind: Kind): Leased {
    const read = this.#db.all(rows.readBlocks, { kind })
    const blockOf = ({ next_id, end_id }: (typeof read)[number]) => ({ next: next_id, end: end_id })
    const own = read.find((row) => row.is_reserve === 1)
    const reserve = own ? blockOf(own) : reserveOf(0)
    return { blocks: read.filter((row) => row.is_reserve === 0).map(blockOf), reserve }
  }

  /** This desk is its own authority. What the data holds under numbers from elsewhere is in use as well. */
  #ownBlock(kind: Kind, leased: Leased): NumberBlock {
    return blockAfter(this.#highest(kind, leased))
  }

  #highest(kind: Kind, { blocks }: Leased): number {
    const in_use = this.#reference.get(rows.HIGHEST[kind], {})?.number ?? 0
    const named = kind === 'title' ? 0 : (this.#db.get(rows.HIGHEST_NAMED[kind], {})?.number ?? 0)
    return Math.max(in_use, named, ...blocks.map(({ end }) => end - 1))
  }
}
