/**
 * Slips at a desk with a receipt printer: which of them come out at the return by themselves, by the library's setting,
 * and what becomes of one whose return is undone. The devices process is played by the test.
 */
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../../main/store/store.ts'
import type { DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { ENGLISH } from '../../../support/said.ts'
import { makeFiles, openDesk, rosaAt } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { setting, TITLES, withHolds, type HoldDesk } from '../../support/hold-desk.ts'
import { wired, type Do, type PrinterDesk } from '../../support/printer-desk.ts'
import { printerAt, setUpDevices } from '../../support/printers.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

type SlipDesk = { readonly wire: PrinterDesk; readonly desk: HoldDesk }

/** Dana waits for Educated at Maple, and Omar for Becoming at North. */
async function slipDesk(sql: readonly string[] = [], devices?: readonly DeviceSetup[]): Promise<SlipDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  for (const one of sql) store.reference.db.exec(one)
  store.close()
  setUpDevices(folder, devices ?? [printerAt('PRINTER-1', 9100)])
  const asked: ToDevicesHost[] = []
  const open = await rosaAt(await openDesk(folder, { askDevices: (one) => asked.push(one) }))
  const desk = withHolds(open)
  await desk.placed(CARDS.dana, TITLES.educated)
  await desk.placed(CARDS.omar, TITLES.becoming, 'NORTH')
  return { desk, wire: wired(open, asked) }
}

const kindOf = (work: Do | undefined): string | undefined =>
  work?.work.kind === 'print' ? work.work.document.kind : undefined
const { printing } = ENGLISH.words.outcomes.devices

describe('the slip of a return', () => {
  test.each([
    ['holds', undefined, ['hold-slip']],
    ['none', 'none', []],
    ['both', 'holds-and-transits', ['hold-slip', 'transit-slip']],
  ])('comes out by itself where the library prints %s', async (_what, value, kinds) => {
    const { desk, wire } = await slipDesk(value === undefined ? [] : [setting('slips_printed', value)])
    wire.ready()
    const came: (string | undefined)[] = []
    for (const item of [ITEMS.educated, ITEMS.becoming]) {
      const { band, papers } = await desk.takeBack(item)
      const [work] = (await wire.begun()).slice(came.length)
      const says = printing.slip('Printer 1')
      expect([band?.sentence.includes(says), papers.length]).toEqual(work ? [true, 0] : [false, 1])
      if (!work) continue
      came.push(kindOf(work))
      wire.ends(work, 'done')
    }
    expect(came).toEqual(kinds)
  })

  test('waits for a printer that is off, and says so', async () => {
    const { desk, wire } = await slipDesk()
    expect((await desk.takeBack(ITEMS.educated)).band?.sentence).toContain(printing.slip_waits('Printer 1'))
    expect(await wire.begun()).toEqual([])
    wire.ready()
    expect((await wire.begun()).map(kindOf)).toEqual(['hold-slip'])
  })

  test('is a copy when it is asked for again', async () => {
    const { desk, wire } = await slipDesk()
    wire.ready()
    await desk.takeBack(ITEMS.educated)
    wire.ends((await wire.begun())[0], 'done')
    await desk.ok('paper.again', { paper_id: '' })
    await desk.ok('paper.print', { commandId: desk.id() })
    const [, again] = await wire.begun()
    expect(kindOf(again)).toBe('hold-slip')
    expect(JSON.stringify(again?.work)).toContain('*** COPY 1 ***')
  })

  test('is not printed any more once its return is undone', async () => {
    const { desk, wire } = await slipDesk()
    await desk.takeBack(ITEMS.educated)
    await desk.ok('desk.undo', { commandId: desk.id() })
    wire.ready()
    expect(await wire.begun()).toEqual([])
  })

  test('without a printer lies beside the work', async () => {
    const { desk } = await slipDesk([], [])
    const { papers, band } = await desk.takeBack(ITEMS.educated)
    expect(papers.map(({ kind }) => kind)).toEqual(['hold-slip'])
    expect(band?.sentence).not.toContain('Printer')
  })
})

test('the page of a paper says what Print does at this desk', async () => {
  const { paper } = ENGLISH.words.pages.this_desk
  const leadOf = async (devices?: readonly DeviceSetup[]): Promise<string | undefined> => {
    const { desk } = await slipDesk([], devices)
    const input = { page: { place: 'receipt', about: 'list pull' } } as const
    return (await desk.ok('desk.go', input)).snapshot.page?.lead
  }
  expect(await leadOf()).toBe(paper.by_printer('Printer 1'))
  expect(await leadOf([])).toBe(paper.by_dialog)
})

test('it goes to the first printer that would print now', async () => {
  const { desk, wire } = await slipDesk([], [printerAt('PRINTER-1', 9100), printerAt('PRINTER-2', 9101)])
  wire.ready('PRINTER-2')
  const { band } = await desk.takeBack(ITEMS.educated)
  expect(band?.sentence).toContain(printing.slip('Printer 2'))
  const [first] = await wire.begun()
  expect(first?.device_code).toBe('PRINTER-2')
  wire.ends(first, 'done')
  wire.ready('PRINTER-1')
  await desk.ok('hold.place-for', {
    commandId: desk.id(),
    card_barcode: CARDS.dana,
    title_id: TITLES.warmth,
    item_barcode: null,
    pickup_branch: 'MAPLE',
  })
  await desk.takeBack(ITEMS.warmth)
  expect((await wire.begun())[1]?.device_code).toBe('PRINTER-1')
})
