/** A scanner that types at a real desk: measured by three scans on its page, kept, known after a restart, forgotten. */
import { describe, expect, test } from 'vitest'
import type { HeardScan, WedgeSetup } from '../../../../shared/devices/scan/wedge-setup.ts'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import type { PageView } from '../../../../shared/desk/page.ts'
import { ENGLISH } from '../../../support/said.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { BADGE, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'
import { wiredDesk } from '../../support/wired-desk.ts'

const says = ENGLISH.words.pages.keyboard_scanner
const scanOf = (text: string, ends: HeardScan['ends'] = 'enter'): HeardScan => ({
  ends,
  strokes: Array.from(text, (key) => ({ key, code: `Digit${key}`, is_shift: false, is_caps: false, gap_ms: 4 })),
})
const SETUP: WedgeSetup = { reads: 'keys', prefix: '*', suffix: '', ends: 'enter', gap_ms_max: 60 }
const THREE = [ITEMS.educated, ITEMS.becoming, ITEMS.warmth].map((item) => scanOf(`*${item}`))

async function pageOf(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: 'keyboard' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

async function hear(desk: TestDesk, scans: readonly HeardScan[]): Promise<DeskSnapshot> {
  for (const scan of scans) await desk.ok('keyboard-scanner.heard', scan)
  return (await desk.ok('desk.snapshot', {})).snapshot
}

const keep = (desk: TestDesk) => desk.call('keyboard-scanner.keep', { commandId: desk.id() })

describe('three scans on the page', () => {
  test('are shown, and what they have in common is kept, also after a restart', async () => {
    const { desk } = await wiredDesk()
    await pageOf(desk)
    const before = (await desk.ok('journal.verify', {})).events_count
    await hear(desk, THREE)
    const page = await pageOf(desk)
    expect((await desk.ok('journal.verify', {})).events_count).toBe(before)
    expect(page.enter?.call.method).toBe('keyboard-scanner.keep')
    expect(JSON.stringify(page)).toContain(ITEMS.educated)
    expect(await keep(desk)).toMatchObject({ kind: 'ok', output: { snapshot: { wedge: SETUP } } })
    expect((await desk.ok('journal.verify', {})).events_count).toBe(before + 1)
    const again = await desk.reopen()
    expect((await again.ok('desk.snapshot', {})).snapshot.wedge).toEqual(SETUP)
  })

  test('can be forgotten: then any scanner is told by its pace', async () => {
    const { desk } = await wiredDesk()
    await hear(desk, THREE)
    await keep(desk)
    const forget = { commandId: desk.id() }
    expect(await desk.ok('keyboard-scanner.forget', forget)).toMatchObject({ snapshot: { wedge: null } })
    expect(await desk.call('keyboard-scanner.forget', { commandId: desk.id() })).toMatchObject({
      code: 'no-such-device',
    })
  })

  test('that do not agree are not kept, and can be begun again', async () => {
    const { desk } = await wiredDesk()
    await hear(desk, [...THREE.slice(0, 2), scanOf(ITEMS.warmth)])
    const page = await pageOf(desk)
    expect(JSON.stringify(page.sections)).toContain(says.differ)
    expect(page.enter).toBeNull()
    expect(await keep(desk)).toMatchObject({ kind: 'refused', code: 'scans-do-not-agree' })
    await desk.ok('keyboard-scanner.again', {})
    expect(JSON.stringify((await pageOf(desk)).sections)).toContain(says.begin)
  })

  test('show no badge', async () => {
    const { desk } = await wiredDesk()
    await hear(
      desk,
      [1, 2, 3].map(() => scanOf(BADGE)),
    )
    const text = JSON.stringify(await pageOf(desk))
    expect(text).toContain(says.badge)
    expect(text).not.toContain(BADGE)
  })

  test('are for who looks after the desk', async () => {
    const { desk } = await wiredDesk()
    await hear(desk, THREE)
    await benAtDesk(desk)
    expect(await keep(desk)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  })
})
