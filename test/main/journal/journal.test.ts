/** The journal: sealed, append-only, once per command, undone by further entries, private. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { forgetOver } from '../../../main/journal/forget.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { settle } from '../../../main/journal/settle.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { rosaAt, workingDesk } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { loansOver } from '../support/loans-over.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

describe('a command is carried out once', () => {
  test('the same id again gives the same answer and records nothing new', async () => {
    const desk = await workingDesk()
    const input = { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }
    const first = await desk.ok('loan.check-out', input)
    desk.clock.pass(5 * 86_400_000)
    const again = await desk.reopen()
    await rosaAt(again)
    expect(await again.ok('loan.check-out', input)).toEqual(first)
    const kinds = (await again.ok('journal.recent', { limit: 50 })).events.map((event) => event.kind)
    expect(kinds.filter((kind) => kind === 'item-checked-out')).toHaveLength(1)
  })

  test('the same id with other content is refused', async () => {
    const desk = await workingDesk()
    const commandId = desk.id()
    await desk.ok('loan.check-out', { commandId, card_barcode: CARDS.dana, item_barcode: ITEMS.warmth })
    const other = await desk.call('loan.check-out', {
      commandId,
      card_barcode: CARDS.omar,
      item_barcode: ITEMS.educated,
    })
    expect(other).toMatchObject({ kind: 'refused', code: 'command-changed' })
  })

  test('a scan that is sent twice is one loan and one row', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const input = { commandId: desk.id(), text: ITEMS.warmth, source: 'scan' as const }
    await desk.ok('desk.scan', input)
    const { snapshot } = await desk.ok('desk.scan', input)
    expect(snapshot.rows).toHaveLength(1)
    expect(snapshot.patron?.out_count).toBe(1)
  })
})

describe('the seal', () => {
  test('an event can be neither changed nor taken away', async () => {
    const desk = await workingDesk()
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    try {
      expect(() => store.db.db.exec(`UPDATE event SET content = '{}'`)).toThrow(/append-only/)
      expect(() => store.db.db.exec('DELETE FROM event')).toThrow(/append-only/)
    } finally {
      store.close()
    }
  })

  test('a change that goes around the triggers is found out', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    try {
      store.db.db.exec('DROP TRIGGER event_never_changes; DROP TRIGGER event_never_goes')
      store.db.db.exec(`UPDATE event SET content = replace(content, 'rortiz', 'nobody') WHERE seq = 2`)
      expect(verifyJournal(store.db).problems[0]?.says).toContain('its seal does not match')
      store.db.db.exec('DELETE FROM event WHERE seq = 2')
      expect(verifyJournal(store.db).problems[0]?.says).toContain('missing')
    } finally {
      store.close()
    }
  })

  test('an overlay row that no event made is found out', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    try {
      store.db.db.exec('UPDATE overlay_loan SET due_at_ms = due_at_ms + 1')
      expect(verifyJournal(store.db).problems[0]?.says).toContain('something else')
    } finally {
      store.close()
    }
  })

  test('an export is checked by a program of its own, and holds no patron', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const file = join(testFolder(), 'journal.jsonl')
    const { head } = await desk.ok('journal.export', { to_file: file })
    const check = (path: string): { status: number | null; out: string } => {
      const done = spawnSync(process.execPath, ['tools/verify.mjs', path, head.split(':')[1] ?? ''], {
        encoding: 'utf8',
      })
      return { status: done.status, out: done.stdout }
    }
    const done = check(file)
    expect([done.status, done.out]).toEqual([0, expect.stringContaining('0 problems')])
    const text = readFileSync(file, 'utf8')
    for (const word of ['Dana', 'Miller', CARDS.dana]) expect(text).not.toContain(word)
    const changed = join(desk.folder, 'changed.jsonl')
    writeFileSync(changed, text.replace('rortiz', 'mallory'))
    expect(check(changed).status).toBe(1)
  })
})

describe('settling and forgetting', () => {
  test('settled changes read the same, and can be settled again after a stop between the two steps', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan(ITEMS.educated)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    const before = await desk.ok('patron.get', { card_barcode: CARDS.dana })
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    const journal = openJournal(store, TUESDAY, seededRandom(3), false)
    const overlay = store.db.db.prepare('SELECT count(*) FROM overlay_loan').pluck()
    expect(overlay.get()).toBe(2)
    settle(journal)
    expect(overlay.get()).toBe(0)
    expect(verifyJournal(store.db).problems).toEqual([])
    store.close()
    const again = await desk.reopen()
    await rosaAt(again)
    expect(await again.ok('patron.get', { card_barcode: CARDS.dana })).toEqual(before)
  })

  test('after its return a loan can no longer be traced to a patron, and the chain is whole', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan(ITEMS.educated)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    try {
      const parties = store.db.db.prepare('SELECT count(*) FROM party').pluck()
      // The loan that is open says itself whose it is.
      expect(parties.get()).toBe(1)
      expect(forgetOver({ writes: store }, loansOver(TUESDAY)).count).toBe(0)
      expect(forgetOver({ writes: store }, loansOver(instant(TUESDAY + 1))).count).toBe(1)
      expect(parties.get()).toBe(0)
      expect(
        store.db.db
          .prepare('SELECT count(*) FROM overlay_loan WHERE is_open = 0 AND patron_id IS NOT NULL')
          .pluck()
          .get(),
      ).toBe(0)
      expect(verifyJournal(store.db).problems).toEqual([])
    } finally {
      store.close()
    }
  })
})
