/** What is forgotten when, where a central server exists: after its acknowledgement, or after the longest age. */
import { expect, test } from 'vitest'
import { acknowledge, alreadyForgotten } from '../../../main/journal/acknowledged.ts'
import { forgetOver, forgetPatron } from '../../../main/journal/forget.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { instant, MS_PER_DAY, type Instant } from '../../../shared/kernel/time.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { workingDesk, type TestDesk } from '../support/desk.ts'
import { KEY, TUESDAY } from '../support/fakes.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const AFTER = instant(TUESDAY + 1)
const LONG_AGO = instant(TUESDAY - 14 * MS_PER_DAY)
const DANA = 1 as PatronId

/** Dana had a book and brought it back, all at one moment. */
async function returned(): Promise<{ desk: TestDesk; lent_seq: number; returned_seq: number; store: Store }> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.educated)
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const seqOf = (kind: string): number =>
    store.db.db.prepare(`SELECT seq FROM event WHERE json_extract(content, '$.kind') = ?`).pluck().get(kind) as number
  return { desk, store, lent_seq: seqOf('item-checked-out'), returned_seq: seqOf('item-checked-in') }
}

const over = (store: Store, before: Instant, unsent: Instant): number =>
  forgetOver({ writes: store }, { loans: before, holds: before, acts: before, unsent }).count
const parties = (store: Store): unknown => store.db.db.prepare('SELECT count(*) FROM party').pluck().get()

type Server = 'none' | 'has nothing' | 'has the loan' | 'has the return'

test.each<[Server, string, Instant, number, 'marked' | 'not marked']>([
  ['none', 'just over', LONG_AGO, 0, 'not marked'],
  ['has nothing', 'just over', LONG_AGO, 1, 'not marked'],
  ['has the loan', 'just over', LONG_AGO, 1, 'not marked'],
  ['has the return', 'just over', LONG_AGO, 0, 'not marked'],
  ['has nothing', 'longest age over', AFTER, 0, 'marked'],
  ['has the loan', 'longest age over', AFTER, 0, 'not marked'],
  ['has the return', 'longest age over', AFTER, 0, 'not marked'],
  ['none', 'longest age over', AFTER, 0, 'not marked'],
])('a server: %s, %s', async (server, _, unsent, left, mark) => {
  const { store, lent_seq, returned_seq } = await returned()
  try {
    const seq = { none: null, 'has nothing': 0, 'has the loan': lent_seq, 'has the return': returned_seq }[server]
    if (seq !== null) acknowledge(store.db, { epoch: 1, seq })
    over(store, AFTER, unsent)
    expect(parties(store)).toBe(left)
    expect(alreadyForgotten(store.db, 1, 1, 99)).toEqual(mark === 'marked' ? [lent_seq] : [])
  } finally {
    store.close()
  }
})

test('what waited goes with the acknowledgement, and its mark with the next', async () => {
  const { store, lent_seq, returned_seq } = await returned()
  try {
    acknowledge(store.db, { epoch: 1, seq: 0 })
    expect(over(store, AFTER, LONG_AGO)).toBe(0)
    acknowledge(store.db, { epoch: 1, seq: returned_seq })
    expect(over(store, AFTER, LONG_AGO)).toBeGreaterThan(0)
    expect([parties(store), alreadyForgotten(store.db, 1, 1, 99)]).toEqual([0, []])
    expect(() => acknowledge(store.db, { epoch: 1, seq: lent_seq })).toThrow(/never taken back/)
  } finally {
    store.close()
  }
})

test('an erasure waits for no server, and goes out as forgotten until the server has heard it', async () => {
  const { store, lent_seq, returned_seq } = await returned()
  try {
    acknowledge(store.db, { epoch: 1, seq: 0 })
    forgetPatron({ writes: store }, DANA)
    expect([parties(store), alreadyForgotten(store.db, 1, 1, 99)]).toEqual([0, [lent_seq]])
    acknowledge(store.db, { epoch: 1, seq: returned_seq })
    expect(alreadyForgotten(store.db, 1, 1, 99)).toEqual([])
  } finally {
    store.close()
  }
})
