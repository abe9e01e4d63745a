/**
 * What the sensor of a drawer tells a real desk: the key is an entry, once an opening, and a drawer that is left open
 * is said once.
 */
import { describe, expect, test } from 'vitest'
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { TestDesk } from '../../support/desk.ts'
import { BOX, drawerDesk, type DrawerDesk } from '../../support/drawer-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { PIN } from '../../support/small-library.ts'
import { recorded, signInAs } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'

const told = ENGLISH.words.outcomes.devices.drawer
const READY: FromDevicesHost = {
  kind: 'now',
  device: { device_code: BOX, state: 'ready', is_twin: false, detail: '' },
}
const level = (is_open: boolean | null): FromDevicesHost => ({ kind: 'drawer', device_code: BOX, is_open })

/** The box is ready, and its drawer shut; no session of the drawer is open yet. */
async function watched(policy: Parameters<typeof drawerDesk>[0] = {}): Promise<DrawerDesk & Hands> {
  const made = await drawerDesk(policy)
  const { desk, say } = made
  say(READY)
  say(level(false))
  const after = (ms: number, said: FromDevicesHost = READY): void => {
    desk.clock.pass(ms)
    say(said)
  }
  after(500)
  return { ...made, after }
}
type Hands = { readonly after: (ms: number, said?: FromDevicesHost) => void }

const open = (desk: TestDesk) =>
  desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })

const band = async (desk: TestDesk): Promise<string> => {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return snapshot.band?.sentence ?? ''
}
const strip = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.strip.drawers
async function drawerPage(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'drawer', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

describe('the key', () => {
  test('is an entry once an opening, whatever its contacts do, by nobody', async () => {
    const { desk, after } = await watched()
    after(100, level(true))
    after(4, level(false))
    after(3, level(true))
    after(900)
    after(5_000, level(false))
    after(900, level(true))
    after(900)
    expect(await recorded(desk, 'drawer-key-opened')).toMatchObject([
      { staff: '', drawer_code: 'DRAWER-1', session_ref: null, reason: 'key' },
      { reason: 'key' },
    ])
  })

  test('is on the X and the page of the drawer', async () => {
    const { desk, after } = await watched({ settings: { drawer_left_open_seconds_count: '0' } })
    await open(desk)
    after(9_000, level(true))
    after(900)
    const { report } = await desk.ok('drawer.x', { drawer_code: '' })
    expect(report.counts.key_openings_count).toBe(1)
    expect(JSON.stringify(await drawerPage(desk))).toContain(ENGLISH.words.outcomes.drawer.key_opened.key)
  })

  test('one that opens again and again is said once, counted, and a few entries', async () => {
    const { desk, after } = await watched({ settings: { drawer_left_open_seconds_count: '0' } })
    await open(desk)
    for (let times = 0; times < 200; times += 1) {
      after(1_000, level(true))
      after(1_000, level(false))
    }
    expect(await band(desk)).toContain(told.restless.says)
    after(61_000)
    await signInAs(desk, { initials: 'RO', pin: PIN })
    expect((await desk.ok('drawer.x', { drawer_code: '' })).report.counts.key_openings_count).toBe(200)
    expect(JSON.stringify(await drawerPage(desk))).toContain(ENGLISH.words.outcomes.drawer.times(192))
    const entries = await recorded(desk, 'drawer-key-opened')
    expect(entries).toHaveLength(9)
    expect(entries).toContainEqual(expect.objectContaining({ reason: 'key', openings_count: 192 }))
  })

  test('a sensor that says nonsense is told once, and fills no journal', async () => {
    const { desk, after } = await watched()
    for (let times = 0; times < 500; times += 1) after(7, level(times % 2 === 0))
    expect(await band(desk)).toContain(told.nonsense.says)
    expect(await recorded(desk, 'drawer-key-opened')).toEqual([])
  })
})

describe('a drawer that is left open', () => {
  test('is said after a minute, once, and the strip says so until it is shut', async () => {
    const { desk, after } = await watched()
    const { drawers } = ENGLISH.words.screen.strip
    expect(await strip(desk)).toEqual({ tone: 'ok', says: drawers.ready })
    after(40, level(true))
    after(500)
    expect(await strip(desk)).toEqual({ tone: 'ok', says: drawers.open('Cash drawer') })
    after(59_000)
    expect(await band(desk)).not.toContain(told.left_open.says)
    after(1_500)
    expect(await band(desk)).toContain(told.left_open.says)
    expect(await strip(desk)).toEqual({ tone: 'warn', says: drawers.left_open('Cash drawer') })
    await open(desk)
    expect(await band(desk)).not.toContain(told.left_open.says)
    after(90_000)
    expect(await band(desk)).not.toContain(told.left_open.says)
    after(10, level(false))
    after(900)
    expect(await strip(desk)).toEqual({ tone: 'ok', says: drawers.ready })
  })

  test('is never said where the library set it so', async () => {
    const { desk, after } = await watched({ settings: { drawer_left_open_seconds_count: '0' } })
    after(40, level(true))
    after(500_000)
    expect(await band(desk)).not.toContain(told.left_open.says)
  })
})
