/** What stands in the live regions: never what belongs to whoever was here before. */
import { afterEach, expect, it } from 'vitest'
import type { BandWeight, DeskSnapshot } from '../../shared/desk/screen.ts'
import { QUIET_MS } from '../../renderer/sound/speech.ts'
import { en } from '../../shared/words/en/en.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { titlePage } from './support/pages.ts'
import { CART, DANA, EMPTY, FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const region = (part: 'status' | 'alert'): string =>
  document.querySelector(`[data-part="${part}"]`)?.textContent?.trim() ?? '?'
const OMAR = { ...DANA, patron_id: DANA.patron_id + 1, name: 'Omar Núñez' }
let number = 100

/** The station shows this, with a band that says it. */
async function show(
  scene: DeskSnapshot,
  spoken: string | null,
  outcome: 'done' | 'stop' = 'done',
  weight: BandWeight = 'full',
): Promise<void> {
  number += 1
  const said = { number, outcome, weight, kind: null, heading: '', sentence: '', fact: null }
  const band = spoken === null ? null : { ...said, spoken }
  desk.wire.show({ ...scene, version: number, band })
  await desk.settle(20)
}

it('another patron is said right away, and the one before stands nowhere', async () => {
  desk = await mountScene({ ...FIVE_OUT, patron: DANA })
  await show({ ...FIVE_OUT, patron: DANA }, 'Anna Karenina.')
  await show({ ...FIVE_OUT, patron: DANA }, 'Emma is on hold.', 'stop')
  await show({ ...FIVE_OUT, patron: OMAR }, 'Omar Núñez.')
  expect([region('status'), region('alert')]).toEqual(['Done. Omar Núñez.', ''])
})

it('another patron without a word empties both regions, and nothing of the one before comes later', async () => {
  desk = await mountScene({ ...FIVE_OUT, patron: DANA })
  await show({ ...FIVE_OUT, patron: DANA }, 'Emma is on hold.', 'stop')
  await show({ ...FIVE_OUT, patron: DANA }, 'Ulysses is on hold.', 'stop')
  const { band } = desk.wire.snapshot()
  desk.wire.show({ ...FIVE_OUT, patron: OMAR, version: (number += 1), band })
  await desk.settle(10_000)
  expect([region('status'), region('alert')]).toEqual(['', ''])
})

it('an act is said however soon it comes', async () => {
  desk = await mountScene({ ...FIVE_OUT, patron: DANA })
  await show({ ...FIVE_OUT, patron: DANA }, 'Anna Karenina.')
  await show({ ...FIVE_OUT, patron: DANA }, '3 renewed.')
  await desk.settle(1_000)
  expect(region('status')).toBe('Done. 3 renewed.')
})

it('a locked desk says nothing and keeps nothing', async () => {
  desk = await mountScene({ ...FIVE_OUT, patron: DANA })
  await show({ ...FIVE_OUT, patron: DANA }, 'Emma is on hold.', 'stop')
  await show({ ...EMPTY, stage: 'locked', patron: null }, null)
  await desk.settle(10_000)
  expect([region('status'), region('alert')]).toEqual(['', ''])
})

it('what is no outcome is said once, without the word of one and without the edge', async () => {
  desk = await mountScene(EMPTY)
  await show(EMPTY, 'Hello, Rosa Ortiz.', 'done', 'silent')
  expect(region('status')).toBe('Hello, Rosa Ortiz.')
  expect(document.querySelector('[data-part="edge"]')).toBeNull()
  await show({ ...EMPTY, patron: DANA }, 'Dana Miller.', 'done', 'quiet')
  await desk.settle(3_000)
  expect(region('status')).toBe('Dana Miller.')
  expect(document.querySelector('[data-part="edge"]')).not.toBeNull()
})

it('the edge of what is done and over or short is marked as its band is', async () => {
  desk = await mountScene(EMPTY)
  await show(EMPTY, null)
  const said = { outcome: 'done', weight: 'full', kind: null, heading: '', sentence: '', fact: null } as const
  const band = { ...said, number: (number += 1), spoken: 'Closed.', is_off: true }
  desk.wire.show({ ...EMPTY, version: number, band })
  await desk.settle(20)
  const marks = ['edge', 'band'].map((part) =>
    document.querySelector(`[data-part="${part}"]`)?.getAttribute('data-off'),
  )
  expect(marks).toEqual(['true', 'true'])
  // What is short comes first, and it is not called done.
  expect(region('status')).toBe('Closed.')
})

it('where the clerk is now is said once: another page, its end, another meaning of a scan', async () => {
  desk = await mountScene(EMPTY)
  const page = titlePage('7')
  desk.wire.show({ ...EMPTY, version: (number += 1), page })
  await desk.settle(20)
  expect(region('status')).toContain(page.heading)
  expect(document.querySelector('[data-part="edge"]')).toBeNull()
  desk.wire.show({ ...EMPTY, version: (number += 1), page: { ...page, lead: 'As before.' } })
  await desk.settle(5_000)
  expect(region('status')).not.toContain('As before.')
  desk.wire.show({ ...EMPTY, version: (number += 1) })
  await desk.settle(20)
  const closed = region('status')
  await desk.settle(5_000)
  desk.wire.show({ ...EMPTY, version: (number += 1), mode: CART.mode })
  await desk.settle(20)
  const scans_mean = region('status')
  expect(new Set(['', page.heading, closed, scans_mean]).size).toBe(4)
  await desk.settle(5_000)
  expect(region('status')).toBe('')
})

it('where the clerk is now is heard to its end: a snapshot that changes nothing cuts nothing off', async () => {
  desk = await mountScene(EMPTY)
  const page = { ...EMPTY, page: titlePage('7') }
  desk.wire.show({ ...page, version: (number += 1) })
  await desk.settle(20)
  const cart = { ...EMPTY, version: (number += 1), mode: CART.mode }
  desk.wire.show(cart)
  await desk.settle(20)
  desk.wire.show({ ...cart, version: (number += 1) })
  await desk.settle(QUIET_MS)
  expect(region('status')).toBe(en.screen.band.idle.in.heading)
  await desk.settle(5_000)
  expect(region('status')).toBe('')
})

it('what waiting scans did is said in order, each once, and the patron before stands nowhere', async () => {
  desk = await mountScene({ ...FIVE_OUT, patron: DANA })
  await show({ ...FIVE_OUT, patron: DANA }, 'Anna Karenina.')
  const ran = (at: number, spoken: string, outcome: 'done' | 'stop'): DeskSnapshot['waiting']['ran'][number] => {
    const spoken_of = { weight: 'full', kind: null, heading: '', fact: null, spoken } as const
    return { number: number + at, outcome, ...spoken_of, is_opening: at === 1 }
  }
  const waiting = {
    scans: [],
    is_held: false,
    ran: [ran(1, 'Omar Núñez.', 'done'), ran(2, 'Do not lend.', 'stop'), ran(3, 'Emma.', 'done')],
  }
  const band = {
    number: number + 3,
    outcome: 'done',
    weight: 'full',
    kind: null,
    heading: '',
    sentence: '',
    fact: null,
  } as const
  const after = { ...FIVE_OUT, patron: OMAR, waiting, band: { ...band, spoken: 'Emma.' } }
  const heard: unknown[] = []
  desk.desk.onHeard(({ spoken, weight, from }) => heard.push([spoken, weight, from]))
  desk.wire.show({ ...after, version: number + 3 })
  await desk.settle(20)
  desk.wire.show({ ...after, version: number + 4 })
  await desk.settle(20)
  expect(heard).toEqual([
    ['Omar Núñez.', 'silent', 'act'],
    ['Do not lend.', 'full', 'scan'],
    ['Emma.', 'silent', 'scan'],
  ])
  expect(region('status')).toBe('Omar Núñez.')
  number += 10
})
