/**
 * A practice desk at work on its training devices: what a clerk does to them is what the desk says of them, what the
 * spooler does shows, and the drawer is opened and heard.
 */
import { describe, expect, test } from 'vitest'
import { isTrainingPlace } from '../../../../shared/devices/training/places.ts'
import { PRACTICE_TRAY } from '../../../../shared/desk/session/practice-tray.ts'
import { ENGLISH } from '../../../support/said.ts'
import { trainingDesk, type TrainingDesk } from '../../support/training-desk.ts'
import { openDesk, rosaAt, workingDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

const DANA = '21234000123455'
const [SUNS = '', DIARY = ''] = PRACTICE_TRAY.filter(({ kind }) => kind === 'item').map(({ text }) => text)
const TRAINING = '*** TRAINING ***'
const REPRINT = '*** REPRINT ***'
const { paper: says } = ENGLISH.words.pages.jobs

/** Dana takes a book, as the scanner of the tray has it. */
async function danaTakes({ desk, until }: TrainingDesk, item: string): Promise<void> {
  await desk.ok('training.scan', { barcode: DANA })
  await until(({ patron }) => patron !== null)
  await desk.ok('training.scan', { barcode: item })
  await until(({ rows }) => rows.some(({ barcode }) => barcode === item))
}

const states = async ({ snapshot }: TrainingDesk): Promise<readonly string[]> =>
  (await snapshot()).training?.jobs.map(({ state }) => state) ?? []

describe('a practice desk', () => {
  test('checks out and prints with TRAINING; a paper that waited for a roll has no other mark', async () => {
    const wire = await trainingDesk()
    const { desk, sheets, until } = wire
    await danaTakes(wire, SUNS)
    await desk.ok('desk.finish', {})
    await expect.poll(() => states(wire)).toEqual([says.done])
    const [first = []] = await sheets()
    expect([first[0], first.at(-1)]).toEqual([TRAINING, TRAINING])

    await desk.ok('training.printer', { paper: 'out' })
    await until(({ strip }) => strip.devices.says === ENGLISH.words.screen.strip.printers['paper-out'])
    await danaTakes(wire, DIARY)
    await desk.ok('desk.finish', {})
    await expect.poll(() => states(wire)).toEqual([says.queued, says.done])
    expect(await sheets()).toHaveLength(1)
    await desk.ok('training.printer', { paper: 'enough' })
    await expect.poll(() => states(wire)).toEqual([says.done, says.done])
    const [, second = []] = await sheets()
    expect(second).toContain(TRAINING)
    expect(second).not.toContain(REPRINT)
  })

  test('whose printer is lost in the middle prints the paper again, marked REPRINT', async () => {
    const wire = await trainingDesk()
    const { desk, sheets, until } = wire
    await danaTakes(wire, SUNS)
    await desk.ok('desk.finish', {})
    await until(({ training }) => training?.now?.printer.is_printing === true)
    await desk.ok('training.printer', { is_plugged: false })
    await expect.poll(() => states(wire)).toEqual([says['queued-again']])
    await desk.ok('training.printer', { is_plugged: true })
    await expect.poll(() => states(wire)).toEqual([says.done])
    const marked = (await sheets()).filter((texts) => texts.includes(REPRINT))
    expect(marked).toHaveLength(1)
    expect(marked[0]).toContain(TRAINING)
  })

  test('opens the drawer with an entry of the journal, hears it shut, and notes a key', async () => {
    const wire = await trainingDesk()
    const { desk, until, snapshot } = wire
    const isOpen = async (is: boolean): Promise<void> => {
      await until(({ training }) => training?.now?.is_drawer_open === is)
    }
    const opened = { commandId: desk.id(), drawer_code: 'MAPLE-1', pieces: null, total_cents: 10_000 }
    await desk.ok('drawer.open', opened)
    await isOpen(true)
    await expect.poll(() => states(wire)).toContain(ENGLISH.words.pages.jobs.opening.done)
    const strip = ENGLISH.words.screen.strip.drawers
    const saidOfDrawer = async (is: boolean): Promise<void> => {
      // A level of the sensor counts once it has stayed for a moment.
      const now = async (): Promise<string> => {
        desk.clock.pass(200)
        return (await snapshot()).strip.drawers.says
      }
      await expect.poll(now, { timeout: 20_000 }).toBe(is ? strip.open('Maple Street, main desk') : strip.ready)
    }
    await saidOfDrawer(true)
    await desk.ok('training.drawer', { is_open: false })
    await saidOfDrawer(false)
    const { events_count } = await desk.ok('journal.verify', {})
    await desk.ok('training.drawer', { is_open: true })
    await saidOfDrawer(true)
    expect((await desk.ok('journal.verify', {})).events_count).toBe(events_count + 1)
  })

  test('has its devices from the first start, once, and no real one', async () => {
    const { desk, snapshot } = await trainingDesk()
    expect((await snapshot()).strip.receipt_printer).toBe(ENGLISH.words.pages.printers.name('1'))
    const network = { commandId: desk.id(), host: '127.0.0.1', port_number: 9100 }
    expect(await desk.call('device.add-network-printer', network)).toMatchObject({ code: 'training-devices-only' })
    const port = { commandId: desk.id(), path: '/dev/ttyS0' }
    expect(await desk.call('device.add-printer-port', port)).toMatchObject({ code: 'training-devices-only' })
    await desk.ok('training.begin', { commandId: desk.id() })
    expect((await snapshot()).strip.receipt_printer).toBe(ENGLISH.words.pages.printers.name('1'))
  })

  test('gives the dots of a sheet from a row on', async () => {
    const wire = await trainingDesk()
    const { desk, snapshot } = wire
    await danaTakes(wire, SUNS)
    await desk.ok('desk.finish', {})
    await expect.poll(() => states(wire)).toEqual([says.done])
    const [sheet] = (await snapshot()).training?.now?.sheets ?? []
    const of = async (from_dots: number): Promise<number> => {
      const { rows } = await desk.ok('training.sheet', { sheet_number: sheet?.sheet_number ?? 0, from_dots })
      return Buffer.from(rows?.rows ?? '', 'base64').length
    }
    expect(await of(0)).toBe((sheet?.height_dots ?? 0) * 48)
    expect(await of(10)).toBe(((sheet?.height_dots ?? 0) - 10) * 48)
    await desk.ok('training.tear-off', {})
    await expect.poll(async () => (await snapshot()).training?.now?.sheets).toEqual([])
    expect(await desk.ok('training.sheet', { sheet_number: sheet?.sheet_number ?? 0, from_dots: 0 })).toEqual({
      rows: null,
    })
  })
})

test('a desk at work has no training devices, and a practice desk without a devices process says so', async () => {
  const working = await rosaAt(await (await workingDesk()).reopen({ askDevices: () => undefined }))
  expect(await working.call('training.show', { is_shown: true })).toMatchObject({ code: 'practice-only' })
  expect(await working.call('training.begin', { commandId: working.id() })).toMatchObject({ code: 'practice-only' })
  expect((await working.ok('desk.snapshot', {})).snapshot.training).toBeNull()
  expect(isTrainingPlace({ via: 'tcp', host: '127.0.0.1', port_number: 9100 })).toBe(false)
  const alone = await openDesk(testFolder(), { is_practice: true })
  expect(await alone.call('training.begin', { commandId: alone.id() })).toMatchObject({ kind: 'refused' })
})
