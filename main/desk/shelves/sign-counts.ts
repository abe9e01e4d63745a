/**
 * Counts the items under each sign: a few hundred at a time, so that a desk with a million items keeps scanning. Reads
 * only. Must never delay the answer to a scan.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { SignCounter, type SignTally } from '../../../shared/catalog/shelf/sign-tally.ts'
import type { PreparedPolicy } from '../../../shared/policy/policy-index.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { newestItem, shelvedAfter } from '../../store/circulation/shelved-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import type { Desk } from '../desk.ts'
import { findSign, type SignRules } from '../../circulation/shelves/order.ts'
import type { Library } from '../../library/library.ts'

const ITEMS_A_TURN = 400
/** How far a page counts before it is shown: enough for a small library. */
const TURNS_AT_ONCE = 10
/** A count this old is redone when the page is viewed. */
const KEPT_MS = 10 * 60_000

type Walk = Generator<void, SignTally, void>

function* walk(library: Library, rules: SignRules, connection: ReadHandle): Walk {
  const signs = rules.shelf_signs
  const counter = new SignCounter(signs, findSign(library, rules))
  let last: ItemId | 0 = 0
  for (;;) {
    const some: readonly { item_id: ItemId; branch_code: string; location: string; call_number: string }[] =
      signs.length === 0 ? [] : connection.all(shelvedAfter, { item_id: last, limit: ITEMS_A_TURN })
    for (const item of some) counter.add(item)
    const end = some.at(-1)
    if (!end || some.length < ITEMS_A_TURN) return counter.tally()
    last = end.item_id
    yield
  }
}

async function toItsEnd(going: Walk): Promise<SignTally> {
  for (;;) {
    const step = going.next()
    if (step.done) return step.value
    await nextTurn()
  }
}

/** Counts all items under the signs of these rules, as of now. */
export function countSigns(library: Library, rules: SignRules, connection = library.db): Promise<SignTally> {
  return toItsEnd(walk(library, rules, connection))
}

type Known = {
  readonly policy: PreparedPolicy
  readonly newest: ItemId | null
  readonly began_at: Instant
  /** Null while counting. */
  tally: SignTally | null
}
const known = new WeakMap<Library, Known>()

/** The counts for a page; null while counting, and then the page is shown again. */
export function signCounts(desk: Desk): SignTally | null {
  const policy = desk.library.policy()
  const newest = desk.library.db.get(newestItem, {})?.item_id ?? null
  const now = desk.library.clock.now()
  const before = known.get(desk.library)
  const isOf = before?.policy === policy && (before.tally === null || before.newest === newest)
  if (before && isOf && now - before.began_at < KEPT_MS) return before.tally
  const count: Known = { policy, newest, began_at: now, tally: null }
  known.set(desk.library, count)
  const going = walk(desk.library, policy.source, desk.library.db)
  for (let turn = 0; turn < TURNS_AT_ONCE; turn += 1) {
    const step = going.next()
    if (step.done) return (count.tally = step.value)
  }
  void goOn(desk, count, going)
  return null
}

/** The rest of a long count. A desk that was closed meanwhile shows nothing, and counts again when asked. */
async function goOn(desk: Desk, count: Known, going: Walk): Promise<void> {
  try {
    const tally = await toItsEnd(going)
    if (known.get(desk.library) !== count) return
    count.tally = tally
    desk.session = changed(desk.session)
  } catch {
    known.delete(desk.library)
  }
}
