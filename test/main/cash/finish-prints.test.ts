/**
 * A payment and a refund at a desk with a receipt printer: Enter on the finished act prints its receipt, once, and says
 * so before and after. Without a printer it shows the receipt, and the label of the key says that.
 */
import { expect, test } from 'vitest'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { ENGLISH } from '../../support/said.ts'
import type { TestDesk } from '../support/desk.ts'
import { withDevices } from '../support/drawer-desk.ts'
import { printerAt } from '../support/printers.ts'
import { wired, type Do } from '../support/printer-desk.ts'
import { CARDS } from '../support/small-library.ts'

const { finish } = ENGLISH.words.screen.bottom
const { pay } = ENGLISH.words.pages
const PRINTER = [printerAt('PRINTER-1', 9100)]

async function open(devices: readonly DeviceSetup[]) {
  const { desk, asked } = await withDevices(devices)
  const wire = wired(desk, asked)
  wire.ready()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  /** The kinds of papers that the printer was given, oldest first. */
  const printed = async (): Promise<readonly string[]> => {
    const kinds: string[] = []
    for (let ended_count = 0; ; ended_count += 1) {
      const work: Do | undefined = (await wire.begun())[ended_count]
      if (!work) return kinds
      if (work.work.kind === 'print') kinds.push(work.work.document.kind)
      wire.ends(work, 'done')
    }
  }
  return { desk, printed }
}

/** Four dollars of a charge are paid; the patron who is open, or nobody, pays them. */
const payment = (desk: TestDesk) =>
  desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [{ charge_ref: 'c1', amount_cents: 400 }],
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: 400 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })

async function danaPays(desk: TestDesk): Promise<DeskSnapshot> {
  await desk.scan(CARDS.dana)
  return (await payment(desk)).snapshot
}

const enter = async (desk: TestDesk): Promise<DeskSnapshot> => (await desk.ok('desk.finish', {})).snapshot

test('Enter on a finished payment prints the receipt, once', async () => {
  const { desk, printed } = await open(PRINTER)
  const paid = await danaPays(desk)
  expect(paid.finish_label).toBe(finish.print.wanted)
  expect(paid.band?.sentence).toContain(pay.receipt_printed)
  expect(await printed()).toEqual([])
  const after = await enter(desk)
  expect(after.patron).toBeNull()
  expect(after.band?.sentence).toContain('Printer 1')
  expect(await printed()).toEqual(['payment'])
  await enter(desk)
  expect(await printed()).toEqual(['payment'])
})

test('what a patron without paper pays is printed by nobody but who asks', async () => {
  const { desk, printed } = await open(PRINTER)
  await desk.scan(CARDS.dana)
  await desk.ok('patron.set-preference', { commandId: desk.id(), receipt: 'none', is_large_print: false, language: '' })
  const paid = await danaPays(desk)
  expect(paid.finish_label).toBe(finish.no_receipt)
  await enter(desk)
  expect(await printed()).toEqual([])
})

test('what nobody who is open paid is printed by the Enter that clears the screen', async () => {
  const { desk, printed } = await open(PRINTER)
  const { snapshot } = await payment(desk)
  expect(snapshot.finish_label).toBe(finish.print.wanted)
  await enter(desk)
  expect(await printed()).toEqual(['payment'])
})

test('a receipt that was voided before Enter is not printed', async () => {
  const { desk, printed } = await open(PRINTER)
  await desk.scan(CARDS.dana)
  const { done } = await payment(desk)
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' })
  await enter(desk)
  expect(await printed()).toEqual([])
})

test('without a printer Enter shows the receipt', async () => {
  const { desk } = await open([])
  const paid = await danaPays(desk)
  expect(paid.finish_label).toBe(finish.show.wanted)
  expect(paid.band?.sentence).toContain(pay.receipt_shown)
  expect((await enter(desk)).papers.map(({ kind }) => kind)).toEqual(['payment'])
})
