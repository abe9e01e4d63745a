/**
 * The cost of a check-in: beside a check-out through the same service in the same run, beside the same on a library a
 * tenth of the size, and a cart of a hundred from its first scan to its last record beside bare commits, and beside its
 * own statements as bare prepared SQLite.
 */
import { randomUUID } from 'node:crypto'
import { findItem } from '../main/library/here.ts'
import { checkIn } from '../main/circulation/loans/take-back.ts'
import { commandOf } from '../main/library/command.ts'
import { openStore } from '../main/store/store.ts'
import { must } from '../shared/kernel/assert.ts'
import { commandId } from '../shared/kernel/ids.ts'
import { deskOf, lend } from './commit.ts'
import { BareAppend } from './support/bare-append.ts'
import { BenchDesk, benchClock, KEY } from './support/bench-desk.ts'
import { countText, median, msText, quantile, timed, type Figure } from './support/figures.ts'
import {
  copyLibrary,
  CROWD,
  crowdedItems,
  freeItems,
  freePatron,
  isWaitedFor,
  itemOf,
  libraryFolder,
  outItems,
} from './support/made-library.ts'
import { OwnStatements } from './support/own-statements.ts'
import { seeded } from './support/seeded.ts'
import { QUICK, TENTH, type Size } from './support/sizes.ts'
import type { Actor } from '../main/library/actor.ts'
import type { Library } from '../main/library/library.ts'
import { actorOf } from '../main/desk/desk.ts'

const CART_ITEMS = 100

const random = seeded(47)

function takeBack(library: Library, actor: Actor, item: number): void {
  const command = commandOf('loan.check-in', { commandId: commandId(benchClock.now(), random) })
  checkIn(library, actor, command, must(findItem(library, itemOf(item)), 'an item of the library'))
}

type Rounds = {
  readonly back_ms: readonly number[]
  readonly out_ms: readonly number[]
  /** For an item with a long hold queue. */
  readonly crowded_ms: readonly number[]
  readonly waited_share: number
}

/** Milliseconds for each return and each check-out, one value a round; the first round warms up. */
function rounds(size: Size): Rounds {
  const store = openStore(copyLibrary(size, 'returns'), KEY)
  try {
    const desk = deskOf(store)
    const each = Math.min(size.commits, 100)
    const free = freeItems(size, (size.rounds + 1) * each, 71)
    const out = outItems(size, (size.rounds + 1) * each, 73)
    const waited_share = out.filter((item) => isWaitedFor(item, size)).length / out.length
    const times = { back_ms: [] as number[], out_ms: [] as number[], crowded_ms: [] as number[], waited_share }
    for (let round = 0; round <= size.rounds; round += 1) {
      const lent = free.splice(0, each)
      const back = out.splice(0, each)
      const out_ms =
        timed(() => lent.forEach((item) => lend(desk.library, actorOf(desk), freePatron(size, random), itemOf(item)))) /
        lent.length
      const back_ms = timed(() => back.forEach((item) => takeBack(desk.library, actorOf(desk), item))) / back.length
      if (round === 0) continue
      times.out_ms.push(out_ms)
      times.back_ms.push(back_ms)
    }
    for (const item of crowdedItems(size))
      times.crowded_ms.push(timed(() => takeBack(desk.library, actorOf(desk), item)))
    return times
  } finally {
    store.close()
  }
}

type Cart = {
  readonly cart_ms: number[]
  readonly bare_ms: number[]
  /** Its own statements alone, and how many there were. */
  readonly own_ms: number[]
  statements_count: number
}

/** A cart through the router, as a clerk scans it: each reply is waited for. */
async function cart(size: Size): Promise<Cart> {
  const folder = copyLibrary(size, 'cart')
  const bareStore = openStore(copyLibrary(size, 'cart-bare'), KEY)
  const desk = await BenchDesk.open(folder)
  const own = new OwnStatements(bareStore)
  const bare = new BareAppend(folder)
  try {
    await desk.signIn()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_book_drop: true })
    const items = outItems(size, (size.runs + 1) * CART_ITEMS, 79)
    const times: Cart = { cart_ms: [], bare_ms: [], own_ms: [], statements_count: 0 }
    for (let run = 0; run <= size.runs; run += 1) {
      own.runAgain()
      const began = performance.now()
      for (const item of items.splice(0, CART_ITEMS)) await desk.scan(itemOf(item))
      const cart_ms = performance.now() - began
      const own_ms = timed(() => (times.statements_count = own.runAgain()))
      const line = `${JSON.stringify({ id: randomUUID(), line: 'x'.repeat(400) })}\n`
      const bare_ms = timed(() => Array.from({ length: CART_ITEMS }, () => bare.append(line)))
      await desk.ok('desk.finish', {})
      // The first warms up.
      if (run === 0) continue
      times.cart_ms.push(cart_ms)
      times.own_ms.push(own_ms)
      times.bare_ms.push(bare_ms)
    }
    return times
  } finally {
    own.close()
    bare.close()
    await desk.close()
    bareStore.close()
  }
}

export async function benchReturns(size: Size): Promise<Figure[]> {
  const small = size.name === 'full' ? TENTH : { ...QUICK, loans: 500, holds: 250 }
  libraryFolder(small)
  const tenth = rounds(small)
  const full = rounds(size)
  const { cart_ms, bare_ms, own_ms, statements_count } = await cart(size)
  const overLending = median(full.back_ms.map((ms, round) => ms / must(full.out_ms[round], 'the same round')))
  const overCrowd = median(full.crowded_ms) / median(full.out_ms)
  const overBare = median(cart_ms.map((ms, run) => ms / must(bare_ms[run], 'the same run')))
  const overOwn = median(cart_ms.map((ms, run) => ms / must(own_ms[run], 'the same run')))
  const overTenth = median(full.back_ms) / median(tenth.back_ms)
  const waited = `${Math.round(full.waited_share * 100)} % of them fill a hold`
  return [
    {
      what: `Check-in with ${countText(size.holds)} holds and ${countText(size.loans)} loans, time against a check-out`,
      measured: `${overLending.toFixed(2)} × (${msText(median(full.back_ms))} each)`,
      target: 'at most 1.5 ×',
      isMet: overLending <= 1.5,
      beside: `check-out ${msText(median(full.out_ms))}; ${waited}`,
    },
    {
      what: `The same where ${CROWD} wait for the title`,
      measured: `${overCrowd.toFixed(2)} × (${msText(median(full.crowded_ms))} each)`,
      target: 'at most 1.5 ×',
      isMet: overCrowd <= 1.5,
      beside: `${full.crowded_ms.length} of them, p95 ${msText(quantile(full.crowded_ms, 0.95))}`,
    },
    {
      what: 'The same, against a library of a tenth of the size',
      measured: `${overTenth.toFixed(2)} ×`,
      target: 'at most 1.3 ×',
      isMet: overTenth <= 1.3,
      beside: `${msText(median(tenth.back_ms))} each there`,
    },
    {
      what: `A book drop cart of ${CART_ITEMS}, first scan to last durable record, through the router`,
      measured: `${msText(median(cart_ms))}, ${overBare.toFixed(2)} × the bare commits`,
      target: 'at most 2 ×',
      isMet: overBare <= 2,
      beside: `${CART_ITEMS} bare appends with fdatasync: ${msText(median(bare_ms))}`,
    },
    {
      what: 'The same, time against its own statements as bare prepared SQLite',
      measured: `${overOwn.toFixed(2)} ×`,
      target: 'at most 2.5 ×',
      isMet: overOwn <= 2.5,
      beside: `${msText(median(own_ms))}; ${(statements_count / CART_ITEMS).toFixed(1)} statements a return`,
    },
  ]
}
