/** A pole display at a real desk: setting it up, what it is sent and when, and that nothing waits for it. */
import { expect, test } from 'vitest'
import { USUAL_LINE } from '../../../../shared/devices/setup.ts'
import type { DeviceNow, FromDevicesHost, ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { wiredDesk } from '../../support/wired-desk.ts'

const USB = { vendor_id: 0x067b, product_id: 0x2303, serial_number: '' }
const PORT = { via: 'serial', usb: USB, path: '/dev/ttyUSB0', line: USUAL_LINE } as const

type Wired = {
  readonly desk: TestDesk
  readonly asked: ToDevicesHost[]
  readonly say: (said: FromDevicesHost) => void
  readonly isNow: (state: DeviceNow['state']) => void
  readonly shows: () => readonly string[]
  /** Answers the work that was sent last. */
  readonly ends: (end: 'done' | 'may-be-done') => void
}

async function wired(): Promise<Wired> {
  const { desk, asked, say } = await wiredDesk()
  const works = () => asked.flatMap((one) => (one.kind === 'do' && one.work.kind === 'show' ? [one] : []))
  return {
    desk,
    asked,
    say,
    isNow: (state) => say({ kind: 'now', device: { device_code: 'DISPLAY-1', state, is_twin: false, detail: '' } }),
    shows: () =>
      works().map(({ work }) => (work.kind === 'show' ? work.lines.map((line) => line.trim()).join('|') : '')),
    ends: (end) => {
      const { work_ref, device_code } = must(works().at(-1), 'work')
      say({ kind: 'ended', work_ref, device_code, end, detail: end === 'done' ? '' : 'not-taken' })
    },
  }
}

async function ready(): Promise<Wired> {
  const at = await wired()
  await at.desk.ok('display.add', { commandId: at.desk.id(), place: PORT, language: 'cd5220' })
  at.isNow('ready')
  at.ends('done')
  return at
}

test('added from what was found, changed, and gone', async () => {
  const { desk, asked } = await wired()
  const used = () => asked.flatMap((one) => (one.kind === 'use' ? [one.devices] : [])).at(-1)
  await desk.ok('display.add', { commandId: desk.id(), place: PORT, language: 'cd5220', speed: '19200' })
  const set = {
    device_code: 'DISPLAY-1',
    role: 'display',
    place: { ...PORT, line: { ...USUAL_LINE, baud_count: 19_200 } },
  }
  expect(used()).toEqual([{ ...set, language: 'cd5220' }])
  const again = await desk.call('display.add', { commandId: desk.id(), place: PORT, language: 'cd5220' })
  expect(again).toMatchObject({ kind: 'refused', code: 'device-known' })
  await desk.ok('display.set', { commandId: desk.id(), device_code: 'DISPLAY-1', language: 'esc-pos' })
  expect(used()).toEqual([{ ...set, language: 'esc-pos' }])
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  expect(pageFaults(must(snapshot.page, 'the page'))).toEqual([])
  await desk.ok('device.remove', { commandId: desk.id(), device_code: 'DISPLAY-1' })
  expect(used()).toEqual([])
  expect(await desk.call('display.test', { device_code: 'DISPLAY-1' })).toMatchObject({ code: 'no-such-device' })
})

test('it is greeted once it is ready, and follows the desk; a screen hears nothing of it', async () => {
  const { desk, shows, ends } = await ready()
  expect(shows()).toEqual(['Maple Street|Welcome'])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  expect(shows().at(-1)).toBe('Checked out        1|Due      Tue, Dec 15')
  // What the last answer changed is told a moment after it.
  await new Promise((done) => setImmediate(done))
  const pushes_count = desk.pushes.length
  ends('done')
  expect(desk.pushes.length).toBe(pushes_count)
})

test('while it has not taken its lines only the newest wait for it, and the desk for nothing', async () => {
  const { desk, shows, ends } = await ready()
  await desk.scan(CARDS.dana)
  for (const item of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) await desk.scan(item)
  expect(shows().length).toBe(2)
  ends('done')
  expect(shows().slice(2)).toEqual(['Checked out        3|Due      Tue, Dec 15'])
})

test('one that hangs is sent the newest lines after half a minute, and not before', async () => {
  const { desk, shows, ends } = await ready()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  ends('may-be-done')
  await desk.ok('desk.clear', {})
  desk.clock.pass(29_000)
  await desk.ok('desk.snapshot', {})
  // Somebody sets the clock, and no time passes.
  desk.clock.set(instant(desk.clock.now() + 3_600_000))
  await desk.ok('desk.snapshot', {})
  expect(shows().length).toBe(2)
  desk.clock.pass(2_000)
  await desk.ok('desk.snapshot', {})
  expect(shows().slice(2)).toEqual(['Maple Street|Welcome'])
})

test('the devices process ended, or the display was unplugged: it is told again what to show', async () => {
  const { say, isNow, shows, ends } = await ready()
  say({ kind: 'host', state: 'restarting' })
  say({ kind: 'host', state: 'up' })
  isNow('ready')
  ends('done')
  isNow('waiting')
  isNow('ready')
  expect(shows()).toEqual(Array.from({ length: 3 }, () => 'Maple Street|Welcome'))
})

test('a test text stays ten seconds, unless something happens', async () => {
  const { desk, shows, ends } = await ready()
  await desk.ok('display.test', { device_code: 'DISPLAY-1' })
  expect(shows().at(-1)).toMatch(/^<.{18}>\|<1234567890 \$0\.00 {2}>$/)
  ends('done')
  desk.clock.pass(11_000)
  await desk.ok('desk.snapshot', {})
  expect(shows().at(-1)).toBe('Maple Street|Welcome')
})
