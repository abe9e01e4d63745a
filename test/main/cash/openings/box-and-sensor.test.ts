/**
 * From an entry of the desk to the drawer and back: the spooler, the real driver of a box on a terminal of the kernel,
 * and a drawer at its other end that opens when it is told to, and says so.
 */
import { expect, onTestFinished, test } from 'vitest'
import { DevicesHost } from '../../../../main/devices/host.ts'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import type { ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { makePty, type Pty } from '../../../support/devices/pty.ts'
import { ENGLISH } from '../../../support/said.ts'
import type { TestDesk } from '../../support/desk.ts'
import { openDesk } from '../../support/desk.ts'
import { pulsesOn } from '../../support/drawer-desk.ts'
import { moneyFiles } from '../../support/money-desk.ts'
import { PIN } from '../../support/small-library.ts'
import { recorded, signInAs } from '../../support/staff.ts'

const { drawers: says } = ENGLISH.words.screen.strip
const [ESC, OPENS, ASKS] = [0x1b, 0x34, 0x3a]

/** A drawer at a Glancetron box. */
class Drawer {
  is_open = false
  pulses_count = 0
  readonly #pty: Pty
  #escaped = false

  constructor(pty: Pty) {
    this.#pty = pty
    pty.listen((bytes) => {
      for (const byte of bytes) this.#take(byte)
    })
  }

  #take(byte: number): void {
    const isCommand = this.#escaped
    this.#escaped = byte === ESC
    if (!isCommand) return
    if (byte === OPENS) {
      this.pulses_count += 1
      this.is_open = true
    }
    if (byte === ASKS) this.#pty.send(Uint8Array.of(ESC, OPENS, this.is_open ? 0x42 : 0x41))
  }
}

/** A desk whose devices process is the real host, in this process. */
async function deskWithBox(): Promise<{ readonly desk: TestDesk; readonly drawer: Drawer }> {
  const pty = await makePty()
  const drawer = new Drawer(pty)
  const early: ToDevicesHost[] = []
  const wires: { desk: TestDesk | null } = { desk: null }
  const host = new DevicesHost({
    monotonic_ms: () => performance.now(),
    say: (said) => wires.desk?.station.devicesSaid(said),
    scan: () => undefined,
    log: () => undefined,
  })
  onTestFinished(async () => {
    wires.desk = null
    await host.close()
    await pty.unplug()
  })
  const ask = (asked: ToDevicesHost): void => {
    if (asked.kind === 'use') void host.use(asked.devices)
    if (asked.kind === 'do') host.do(asked.work_ref, asked.device_code, asked.work)
  }
  const desk = await openDesk(moneyFiles(), {
    askDevices: (asked) => void (wires.desk === null ? early.push(asked) : ask(asked)),
  })
  wires.desk = desk
  for (const asked of early) ask(asked)
  await signInAs(desk, { initials: 'RO', pin: PIN })
  const box = { path: pty.path, trigger_code: 'glancetron-8005u-1', drawer: 'DRAWER-1' }
  await desk.ok('device.add-drawer-port', { commandId: desk.id(), ...box })
  return { desk, drawer }
}

/** The desk's clock goes on as the box is asked. */
async function until(desk: TestDesk, isSo: (snapshot: DeskSnapshot) => boolean): Promise<void> {
  const look = async (): Promise<boolean> => {
    desk.clock.pass(100)
    return isSo((await desk.ok('desk.snapshot', {})).snapshot)
  }
  await expect.poll(look).toBe(true)
}

test('an entry opens the drawer once, its sensor says so, and what opens it later is the key', async () => {
  const { desk, drawer } = await deskWithBox()
  await until(desk, ({ strip }) => strip.drawers.says === says.ready)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await until(desk, ({ strip }) => strip.drawers.says === says.open('Cash drawer'))
  expect([drawer.is_open, drawer.pulses_count]).toEqual([true, 1])
  drawer.is_open = false
  await until(desk, ({ strip }) => strip.drawers.says === says.ready)
  drawer.is_open = true
  await until(desk, ({ strip }) => strip.drawers.says === says.open('Cash drawer'))
  expect(drawer.pulses_count).toBe(1)
  expect(await recorded(desk, 'drawer-key-opened')).toMatchObject([{ drawer_code: 'DRAWER-1', reason: 'key' }])
  expect(await pulsesOn(desk)).toMatchObject([{ kind: 'drawer-opened', status: 'done', reason: '' }])
})
