/**
 * The reference file is exchanged while the desk serves: whoever is open stays open, what was scanned stands, own work
 * lies over what other desks did, no sum is counted twice, and a file that is not to be taken changes nothing.
 */
import fc from 'fast-check'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOG_TAIL, REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { ofMany } from '../../support/of-many.ts'
import type { TestDesk } from '../support/desk.ts'
import { momentOf } from '../support/facts.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { settled, start } from '../support/reference-files.ts'
import { doAct, shiftActs } from '../support/shift-acts.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { freshDesk, goOn, signedIn, work } from '../support/worked-desk.ts'

/** The file as it is now, beside the desk that has it open; `sql`: what others did. */
function copyNow({ folder }: Pick<TestDesk, 'folder'>, sql = ''): string {
  const copy = join(testFolder(), REFERENCE_FILE)
  for (const tail of ['', LOG_TAIL]) {
    if (existsSync(join(folder, REFERENCE_FILE + tail))) copyFileSync(join(folder, REFERENCE_FILE + tail), copy + tail)
  }
  const db = openFile(copy, KEY)
  db.exec(sql)
  db.close()
  return copy
}

/** A file can be taken once: it is moved. */
function again(copy: string): string {
  const other = join(testFolder(), REFERENCE_FILE)
  copyFileSync(copy, other)
  return other
}

async function shownRows(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const { version: _version, ...shown } = snapshot
  return shown
}

const owed = async (desk: TestDesk, card_barcode: string): Promise<number> =>
  (await desk.ok('patron.get', { card_barcode })).owed_cents

/** A morning that was settled, and a desk that goes on with Dana. */
async function workedOn(): Promise<TestDesk> {
  const desk = await signedIn(await freshDesk())
  await work(desk)
  await settled(desk)
  return goOn(desk)
}

describe('in the middle of a check-out', () => {
  test('patron, rows and answers stay, and the next scan lends', async () => {
    const desk = await signedIn(await freshDesk())
    const older = copyNow(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const before = await shownRows(desk)
    expect([before.patron?.card_barcode, before.rows.length]).toEqual([CARDS.dana, 1])
    await desk.station.swapReference(again(older))
    expect(await shownRows(desk)).toEqual(before)
    const [asks] = before.rows
    expect(asks?.outcome).toBe('decide')
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: asks?.row_id ?? '', key: '1' })
    const { rows } = await desk.scan(ITEMS.educated)
    expect(rows.map((row) => row.outcome)).toEqual(['done', 'done', 'decide'])
    await desk.station.swapReference(older)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.dana })).loans.length).toBe(2)
    const shown = await start(desk)
    expect(shown['loans']?.length).toBe(4)
  })

  test('an account that is gone from the new file says so at the next scan', async () => {
    const desk = await signedIn(await freshDesk())
    await desk.scan(CARDS.owing)
    const gone = 'DELETE FROM charge WHERE patron_id = 5; DELETE FROM card WHERE patron_id = 5;'
    await desk.station.swapReference(
      copyNow(desk, `PRAGMA foreign_keys = OFF; ${gone} DELETE FROM patron WHERE patron_id = 5`),
    )
    const { rows } = await desk.scan(ITEMS.warmth)
    expect(rows.map((row) => row.outcome)).toEqual(['stop'])
    expect((await desk.scan(CARDS.omar)).patron?.card_barcode).toBe(CARDS.omar)
  })
})

describe('what others did', () => {
  test('is seen, and own work that the file lacks lies over it, once', async () => {
    const desk = await workedOn()
    // The library's charge of $1.75: $0.50 waived and settled, $0.25 waived since. Another desk takes $0.75 meanwhile.
    const loan = `UPDATE loan SET due_at_ms = due_at_ms + 86400000, renewals_count = renewals_count + 1
      WHERE item_id = (SELECT item_id FROM item WHERE barcode = '${ITEMS.spirited}')`
    const charge = `UPDATE charge SET owed_cents = owed_cents - 75 WHERE external_id = 'C001'`
    const name = `UPDATE patron SET phone = '217-555-0166' WHERE patron_id = 2`
    const [dana, omar] = [await owed(desk, CARDS.dana), await desk.ok('patron.get', { card_barcode: CARDS.omar })]
    const copy = copyNow(desk, `${loan}; ${charge}; ${name}`)
    await desk.station.swapReference(again(copy))
    expect(await owed(desk, CARDS.dana)).toBe(dana - 75)
    const now = await desk.ok('patron.get', { card_barcode: CARDS.omar })
    const due = (one: typeof omar) => one.loans.find((each) => each.barcode === ITEMS.spirited)?.due_at_ms
    expect((due(now) ?? 0) - (due(omar) ?? 0)).toBe(86_400_000)
    await desk.station.swapReference(copy)
    expect(await owed(desk, CARDS.dana)).toBe(dana - 75)
    expect((await start(desk))['charges']?.length).toBeGreaterThan(1)
  })

  test('a charge that another desk took whole owes nothing, whatever was waived here', async () => {
    const desk = await workedOn()
    await desk.station.swapReference(copyNow(desk, `UPDATE charge SET owed_cents = 0 WHERE external_id = 'C001'`))
    const { charges } = JSON.parse(JSON.stringify(await start(desk))) as { charges: string[] }
    const charge = charges.map((one) => JSON.parse(one) as { charge_ref: string; owed_cents: number })
    expect(charge.find((one) => one.charge_ref === 'C001')?.owed_cents ?? 0).toBe(0)
  })
})

describe('a file that is not to be taken', () => {
  test.each([
    ['none is there', 'file-missing', () => join(testFolder(), REFERENCE_FILE)],
    ['it is torn', 'file-damaged', (desk: TestDesk) => torn(copyNow(desk))],
    [
      'another desk numbered it',
      'other-library',
      (desk: TestDesk) => copyNow(desk, `UPDATE meta SET value = 'ZZZZZZ' WHERE name = 'numbers_of'`),
    ],
  ])('%s: %s, and the desk goes on with its own', async (_why, code, make) => {
    const desk = await signedIn(await freshDesk())
    await desk.scan(CARDS.dana)
    const path = make(desk)
    await expect(desk.station.swapReference(path)).rejects.toMatchObject({ code })
    const { rows } = await desk.scan(ITEMS.educated)
    expect(rows.map((row) => row.outcome)).toEqual(['done'])
    await start(desk)
  })
})

function torn(path: string): string {
  writeFileSync(path, Buffer.alloc(5000, 1))
  return path
}

test('random histories with the file exchanged at any act: the desk shows the same', { timeout: 900_000 }, async () => {
  const steps = fc.array(
    fc.record({ act: shiftActs, does: fc.constantFrom('keep', 'copy', 'swap', 'swap', 'settle') }),
    {
      minLength: 4,
      maxLength: 14,
      size: 'max',
    },
  )
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (history, pick) => {
      let desk = await moneyDesk()
      const copies = [copyNow(desk)]
      for (const { act, does } of history) {
        await doAct(desk, act)
        if (does === 'copy') copies.push(copyNow(desk))
        if (does === 'settle') {
          await settled(desk)
          desk = await signedIn(desk)
        }
        if (does !== 'swap') continue
        const before = momentOf(desk)
        await desk.station.swapReference(again(copies[pick % copies.length] ?? ''))
        expect(momentOf(desk)).toEqual(before)
      }
      expect(momentOf(desk).problems).toEqual([])
    }),
    { numRuns: ofMany(6, 300) },
  )
})
