/**
 * Rows that this desk changes whole: they lie in the journal's transaction, are seen at once, and are settled into the
 * reference file by one copy for every table. What that file does not take stays where the desk sees it.
 */
import { expect, test } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { settle } from '../../../main/journal/settle.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { elsewhere, rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

/** Dana has a note and a message, and says that she returned a book. */
async function desk(): Promise<TestDesk> {
  const at = await workingDesk()
  await at.scan(CARDS.dana)
  await at.scan(ITEMS.warmth)
  const write = (kind: 'note' | 'message', text: string) =>
    at.ok('note.write', { commandId: at.id(), kind, text, until_on: null })
  await write('note', 'Asks for large print')
  await write('message', 'Glasses found')
  const claim = { claim: 'returned', item_barcode: ITEMS.warmth, claimed_on: null } as const
  await at.ok('claim.make', { commandId: at.id(), ...claim })
  return at
}

type Rows = { readonly seen: unknown; readonly settled: unknown; readonly waiting_count: unknown }

function rowsIn(store: Store): Rows {
  const read = (schema: string) => [
    store.db.db.prepare(`SELECT note_ref, text, initials, written_on, is_message FROM ${schema}patron_note`).all(),
    store.db.db.prepare(`SELECT claim_ref, patron_id, item_id, claim, status FROM ${schema}patron_claim`).all(),
  ]
  const waiting_count = store.db.db.prepare('SELECT count(*) FROM overlay_row').pluck().get()
  return { seen: read(''), settled: read('ref.'), waiting_count }
}

async function withStore<T>(at: TestDesk, work: (store: Store) => T): Promise<T> {
  await at.station.close()
  const store = openStore(at.folder, KEY)
  try {
    return work(store)
  } finally {
    store.close()
  }
}

function settled(store: Store): Rows {
  settle(openJournal(store, TUESDAY, seededRandom(3), false))
  expect(verifyJournal(store.db).problems).toEqual([])
  return rowsIn(store)
}

test('settled, they read the same, and nothing waits', async () => {
  await withStore(await desk(), (store) => {
    const before = rowsIn(store)
    expect(before).toMatchObject({ settled: [[], []], waiting_count: 3 })
    expect(before.seen).toMatchObject([
      [
        { text: 'Asks for large print', initials: 'RO', written_on: '2026-11-24' },
        { text: 'Glasses found', is_message: 1 },
      ],
      [{ patron_id: 1, item_id: 1, claim: 'returned', status: 'open' }],
    ])
    const after = settled(store)
    expect(after).toEqual({ seen: before.seen, settled: before.seen, waiting_count: 0 })
  })
})

test('what names a patron who is gone from the library’s data waits where the desk sees it', async () => {
  const at = await desk()
  elsewhere(
    at,
    'CREATE TABLE aside AS SELECT * FROM patron WHERE patron_id = 1; DELETE FROM patron WHERE patron_id = 1',
  )
  const seen = await withStore(at, (store) => {
    const before = rowsIn(store)
    expect(settled(store)).toEqual({ seen: before.seen, settled: [[], []], waiting_count: 3 })
    return before.seen
  })
  elsewhere(at, 'INSERT INTO patron SELECT * FROM aside; DROP TABLE aside')
  await withStore(at, (store) => expect(settled(store)).toEqual({ seen, settled: seen, waiting_count: 0 }))
})

test('a note that is taken off after it was settled is gone right away, and after settling again', async () => {
  const at = await desk()
  const note_ref = await withStore(at, (store) => {
    settled(store)
    return String(store.db.db.prepare(`SELECT note_ref FROM patron_note WHERE is_message = 0`).pluck().get())
  })
  const again = await at.reopen()
  await rosaAt(again)
  await again.scan(CARDS.dana)
  await again.ok('note.remove', { commandId: again.id(), note_ref })
  await withStore(again, (store) => {
    const gone = rowsIn(store)
    expect(gone.seen).toMatchObject([[{ text: 'Glasses found' }], [{}]])
    expect(settled(store)).toEqual({ seen: gone.seen, settled: gone.seen, waiting_count: 0 })
  })
})

test('a PIN that was set holds right away, lies beside the seal, and is settled with who has it', async () => {
  const at = await workingDesk()
  await at.ok('staff.set-pin', { commandId: at.id(), staff_code: 'rortiz', new_pin: '864209' })
  const pin = (store: Store, schema: string) =>
    store.db.db.prepare(`SELECT hex(pin_hash), role FROM ${schema}staff WHERE staff_code = 'rortiz'`).raw().get()
  await withStore(at, (store) => {
    const sealed = store.db.db.prepare('SELECT group_concat(content) FROM event').pluck().get()
    const [hash] = pin(store, '') as [string]
    expect(pin(store, 'ref.')).not.toEqual(pin(store, ''))
    expect(String(sealed).toUpperCase()).not.toContain(hash)
    settled(store)
    expect(pin(store, 'ref.')).toEqual([hash, 'manager'])
    expect(pin(store, '')).toEqual([hash, 'manager'])
  })
  const again = await at.reopen()
  const sign = (pin_text: string) =>
    again.call('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: pin_text })
  expect(await sign('471108')).toMatchObject({ code: 'sign-in-failed' })
  expect(await sign('864209')).toMatchObject({ kind: 'ok' })
})
