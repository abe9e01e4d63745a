/** Papers made once more: each counts its own copies, and at a practice desk all say that they are training. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preparePractice } from '../../../main/practice-start.ts'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { FakeClock, seededRandom } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { cashFor, pageOf, safeCounted, safeDesk } from '../support/money-desk.ts'

const { cash } = wordsIn('en')
const SAMPLE = join(import.meta.dirname, '../../../demo/library')

async function opened(desk: TestDesk): Promise<void> {
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: 'MAIN', pieces: null, total_cents: 10_000 })
}

/** What is printed of an entry, as one text. */
async function printed(desk: TestDesk, entry_ref: string): Promise<string> {
  return JSON.stringify((await pageOf(desk, 'drawer', `paper ${entry_ref}`)).sections)
}

async function paid(desk: TestDesk, amount_cents: number): Promise<string> {
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor('c1', amount_cents) })
  return done?.entry_ref ?? ''
}

test('a receipt counts its own copies, whatever else of the session was printed once more', async () => {
  const desk = await safeDesk({ also: [`INSERT INTO cash_drawer VALUES ('MAIN', 'Main desk', '*')`] })
  await opened(desk)
  const [one, other] = [await paid(desk, 100), await paid(desk, 200)]
  await desk.ok('report.copy', { commandId: desk.id(), of_ref: one })
  expect(await printed(desk, one)).toContain(cash.copy_number(2))
  expect(await printed(desk, other)).toContain(cash.copy_number(1))
})

test('at a practice desk a receipt that is made once more, a slip and the X say so', async () => {
  const folder = testFolder()
  const clock = new FakeClock()
  const desk = await openDesk(folder, { is_practice: true }, clock)
  const ports = { sampleFolder: SAMPLE, copyFolder: join(folder, 'library'), clock, random: seededRandom(5) }
  await preparePractice(desk.station, ports)
  const drawer_code = 'MAPLE-1'
  const count = { drawer_code, pieces: null, total_cents: 10_000 }
  const opened = await desk.ok('drawer.open', { commandId: desk.id(), ...count })
  expect(opened.snapshot.band?.heading).toBe('Maple Street, main desk')
  const sold = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code,
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'COPY', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 10 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  await safeCounted(desk)
  const placed = { way: 'out', place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
  const dropped = await desk.ok('drawer.place', {
    commandId: desk.id(),
    drawer_code,
    ...placed,
    pieces: null,
    total_cents: 2000,
  })
  const entries = [sold.done, dropped.done].map((done) => `paper ${done?.entry_ref ?? ''}`)
  const papers = [...entries, `sheet ${drawer_code}`, `x ${drawer_code}`]
  const texts = await Promise.all(papers.map(async (about) => JSON.stringify(await pageOf(desk, 'drawer', about))))
  expect(texts.map((text) => text.includes(cash.training))).toEqual([true, true, true, true])
})
