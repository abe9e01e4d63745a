/**
 * A receipt printer of the USB printer class, with the kernel's own driver for it, and a desk that prints on it. What
 * the printer got is read at its own end and obeyed by the printer in software.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { setUpDevices } from '../main/support/printers.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { printing } from '../support/devices/printer-setup.ts'
import type { CameOut } from './guest/gadget-printer.ts'
import { Guest } from './host/guest.ts'
import { USB_PRINTER, USB_PRINTER_MODEL, usbPrinter } from './host/setups.ts'

/** Where a program finds it, and its other end. */
const [PATH, ITSELF] = ['/dev/usb/lp0', '/dev/g_printer0']
const REPRINT = '*** REPRINT ***'
/** Into the paper, not through it. */
const HALF_BYTES = 250

let guest: Guest

beforeAll(async () => {
  guest = await Guest.boot()
  await guest.act('makeUsb', 'printer', { is: 'printer', ...USB_PRINTER })
})
afterAll(() => guest?.end())
afterEach(async () => {
  guest.station = null
  await guest.act('unplugAll')
  await guest.act('endDevices')
})

/** @param reads_max_count see `startPrinter` */
async function plug(reads_max_count: number | null = null): Promise<void> {
  await guest.act('plugUsb', 'printer')
  // Its own end opens once the kernel has greeted it.
  await expect.poll(() => guest.act('isThere', PATH)).toBe(true)
  await guest.act('startPrinter', ITSELF, USB_PRINTER_MODEL, reads_max_count)
}

/** @returns what had come out of it */
async function pullOut(): Promise<readonly CameOut[]> {
  const papers = await guest.act('papersOf', ITSELF)
  await guest.act('unplug', 'printer')
  await guest.act('endPrinter', ITSELF)
  await expect.poll(() => guest.act('isThere', PATH)).toBe(false)
  await expect.poll(() => guest.state('PRINTER-1')).not.toBe('ready')
  return papers
}

const isReady = (): boolean => guest.state('PRINTER-1') === 'ready'

/** A desk with this printer, whose devices process is the one in the guest. */
async function deskInGuest(): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  setUpDevices(folder, [usbPrinter('PRINTER-1')])
  await guest.startDevices()
  let asking = Promise.resolve()
  const desk = await openDesk(folder, {
    askDevices: (asked) => {
      asking = asking.then(() => guest.ask(asked))
    },
  })
  guest.station = desk.station
  return rosaAt(desk)
}

async function leaves(desk: TestDesk, card: string, item: string): Promise<void> {
  await desk.scan(card)
  await desk.scan(item)
  await desk.ok('desk.finish', {})
}

async function jobsWaiting(desk: TestDesk): Promise<string> {
  return (await desk.ok('desk.snapshot', {})).snapshot.strip.jobs.says
}

const isMarked = ({ lines }: CameOut): boolean => lines.includes(REPRINT)
const of = (title: string, papers: readonly CameOut[]): readonly CameOut[] =>
  papers.filter(({ lines }) => lines.some((line) => line.includes(title)))

/** Until a whole paper of each title came: where the emulated printer answers late, it is asked again. */
async function untilWhole(desk: TestDesk, ...titles: readonly string[]): Promise<readonly CameOut[]> {
  const isWhole = async (): Promise<boolean> => {
    desk.clock.pass(100)
    const papers = await guest.act('papersOf', ITSELF)
    return titles.every((title) => of(title, papers).some(({ is_whole }) => is_whole))
  }
  await expect.poll(isWhole).toBe(true)
  await expect.poll(async () => (desk.clock.pass(100), jobsWaiting(desk))).toBe('')
  return guest.act('papersOf', ITSELF)
}

test('it is found by what it says of itself, and a receipt of the desk comes out of it', async () => {
  const desk = await deskInGuest()
  await expect.poll(() => guest.state('PRINTER-1')).toBe('absent')
  await plug()
  await expect.poll(isReady).toBe(true)
  const found = async (): Promise<unknown> =>
    (await guest.look()).find(({ device_code }) => device_code === 'PRINTER-1')
  await expect.poll(found).toMatchObject({ place: usbPrinter('').place, looks_like: 'printer' })
  await leaves(desk, CARDS.dana, ITEMS.educated)
  const papers = await untilWhole(desk, 'Educated')
  expect(papers.filter((paper) => !isMarked(paper))).toMatchObject([{ is_whole: true }])
})

test('pulled out in the middle of a receipt: it comes again, marked, and what waited comes once', async () => {
  const desk = await deskInGuest()
  await plug(HALF_BYTES)
  await expect.poll(isReady).toBe(true)
  await leaves(desk, CARDS.dana, ITEMS.educated)
  await expect.poll(() => guest.act('isPrinterStopped', ITSELF)).toBe(true)
  // The desk goes on meanwhile.
  await leaves(desk, CARDS.omar, ITEMS.becoming)
  const half = await pullOut()
  expect(half).toMatchObject([{ is_whole: false }])
  await expect.poll(() => guest.ends().at(-1)).toBe('may-be-done')

  await plug()
  const papers = await untilWhole(desk, 'Educated', 'Becoming')
  expect(of('Educated', papers).every(isMarked)).toBe(true)
  expect(of('Becoming', papers).filter((paper) => !isMarked(paper))).toMatchObject([{ is_whole: true }])
})

/** Asks until work ends like this: a printer that answers late is sent nothing, and may be asked again. */
async function printUntil(isOver: () => Promise<boolean>, ...lines: readonly string[]): Promise<void> {
  for (let count = guest.ends().length; !(await isOver()); count += 1) {
    await guest.ask({ kind: 'do', work_ref: `R${count}`, device_code: 'PRINTER-1', work: printing(...lines) })
    await expect.poll(async () => guest.ends().length > count || (await isOver())).toBe(true)
  }
}

test('pulled out while the kernel still holds a part of a long paper: nobody takes that for printed', async () => {
  await guest.startDevices()
  await plug(HALF_BYTES)
  await guest.use([usbPrinter('PRINTER-1')])
  await expect.poll(isReady).toBe(true)
  // More than the printer, the gadget and the kernel's driver hold together.
  const lines = Array.from({ length: 1_000 }, (_, n) => `${n} `.padEnd(40, 'x'))
  await printUntil(() => guest.act('isPrinterStopped', ITSELF), ...lines)
  await pullOut()
  await expect.poll(() => guest.ends().at(-1)).toBe('may-be-done')
  await plug()
  await expect.poll(isReady).toBe(true)
  await printUntil(async () => guest.ends().at(-1) === 'done', 'Emma')
  expect(of('Emma', await guest.act('papersOf', ITSELF))).not.toEqual([])
  expect(guest.ends().filter((end) => end === 'done')).toHaveLength(1)
})
