/** A hold on one copy alone: volume 2 of a set, asked for by the copy in the hand, on the title's page, by a script. */
import { describe, expect, test } from 'vitest'
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { EDUCATED_NORTH, holdDesk, setting, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES } from '../../../support/said.ts'

const VOLUME_2 = EDUCATED_NORTH
const BY_VOLUME = `UPDATE item SET call_number = 'B WESTOVER v.' || (CASE item_id WHEN 9 THEN 2 ELSE 1 END)
  WHERE title_id = 2`

async function goTo(desk: HoldDesk, place: 'hold-new' | 'title' | 'account', about: string): Promise<PageView> {
  const { page } = (await desk.ok('desk.go', { page: { place, about } })).snapshot
  if (!page) throw new Error(`no page ${place}`)
  expect(pageFaults(page)).toEqual([])
  return page
}

function actBy(acts: readonly Act[], key: string): Act {
  const found = acts.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} among ${acts.map((one) => one.key).join(' ')}`)
  return found
}

/** What Enter sends. */
async function enter(desk: HoldDesk, page: PageView | null): Promise<void> {
  await desk.ok('hold.place', { commandId: desk.id(), ...page?.enter?.call.input } as never)
}

const words = PAGES.holds.place

const askedFor = (page: PageView | null): string => {
  const section = page?.sections[0]
  return (section?.kind === 'facts' && section.facts.find((one) => one.label === words.asked)?.text) || ''
}

/** Volume 1 comes in, then volume 2: which of them is kept. */
async function kept(desk: HoldDesk): Promise<readonly boolean[]> {
  await desk.ok('desk.finish', {})
  const isKept: boolean[] = []
  for (const barcode of [ITEMS.educated, VOLUME_2]) {
    isKept.push((await desk.takeBack(barcode)).band?.fact?.label === 'hold shelf')
  }
  return isKept
}

describe('the library means any copy, and they want volume 2', () => {
  test('scanned, C asks for this copy alone, and C again for any', async () => {
    const desk = await holdDesk([BY_VOLUME])
    await desk.scan(CARDS.dana)
    await goTo(desk, 'hold-new', '')
    const { page: scanned } = await desk.scan(VOLUME_2)
    expect(askedFor(scanned)).toBe(words.any_copy)
    const alone = await goTo(desk, 'hold-new', `copy ${VOLUME_2}`)
    expect(actBy(scanned?.acts ?? [], 'C').call.input).toEqual({ page: alone.ref })
    expect(askedFor(alone)).toBe(`${words.this_item}, B WESTOVER v.2, ${VOLUME_2}`)
    expect(actBy(alone.acts, 'C').label).toBe(words.any_copy)
    await enter(desk, alone)
    const account = await goTo(desk, 'account', '')
    expect(JSON.stringify(account.sections)).toContain(PAGES.account.holds.this_item(VOLUME_2))
    expect(await kept(desk)).toEqual([false, true])
  })

  test('in the form it is a tick, offered as the page has it', async () => {
    const desk = await holdDesk([BY_VOLUME])
    await desk.scan(CARDS.dana)
    for (const [about, value] of [
      [`item ${VOLUME_2}`, ''],
      [`copy ${VOLUME_2}`, 'yes'],
    ] as const) {
      const form = actBy((await goTo(desk, 'hold-new', about)).acts, 'P')
      expect(form.asks.find((one) => one.name === 'is_item_hold')).toMatchObject({ kind: 'tick', value })
    }
    const form = actBy((await goTo(desk, 'hold-new', `item ${VOLUME_2}`)).acts, 'P')
    const filled = { is_item_hold: true, pickup_branch: 'MAPLE', expires_on: null }
    await desk.ok('hold.place', { commandId: desk.id(), ...form.call.input, ...filled } as never)
    expect(await kept(desk)).toEqual([false, true])
  })

  test('on the page of the title each copy can be asked for, though it is out', async () => {
    const desk = await holdDesk([BY_VOLUME])
    await desk.scan(CARDS.omar)
    await desk.scan(VOLUME_2)
    await desk.scan(CARDS.dana)
    const title = await goTo(desk, 'title', String(TITLES.educated))
    const items = title.sections.find((one) => one.section_id === 'copies')
    const row = items?.kind === 'table' ? items.rows.find((one) => one.row_id === `copy ${VOLUME_2}`) : undefined
    const { snapshot } = await desk.ok('desk.go', actBy(row?.acts ?? [], 'C').call.input as never)
    await enter(desk, snapshot.page)
    expect(await kept(desk)).toEqual([false, true])
  })

  test('volume 1 and volume 2 are two holds; volume 2 twice is one too many', async () => {
    const desk = await holdDesk([BY_VOLUME])
    const ask = (item_barcode: string) =>
      desk.call('hold.place-for', {
        commandId: desk.id(),
        card_barcode: CARDS.dana,
        item_barcode,
        is_item_hold: true,
      } as never)
    expect(await ask(ITEMS.educated)).toMatchObject({ kind: 'ok' })
    expect(await ask(VOLUME_2)).toMatchObject({ kind: 'ok' })
    expect(await ask(VOLUME_2)).toMatchObject({ kind: 'refused', code: 'hold-twice' })
    expect(await kept(desk)).toEqual([true, true])
  })

  test('a copy alone that nobody named is refused', async () => {
    const desk = await holdDesk()
    const asked = { card_barcode: CARDS.dana, title_id: TITLES.educated, item_barcode: null, is_item_hold: true }
    const refused = await desk.call('hold.place-for', { commandId: desk.id(), ...asked })
    expect(refused).toMatchObject({ kind: 'refused', code: 'hold-copy-unnamed' })
  })
})

test('the library means this copy, and they say any will do', async () => {
  const desk = await holdDesk([BY_VOLUME, setting('is_title_hold', 'no')])
  await desk.scan(CARDS.dana)
  const scanned = await goTo(desk, 'hold-new', `item ${VOLUME_2}`)
  expect(askedFor(scanned)).toContain(words.this_item)
  const { snapshot } = await desk.ok('desk.go', actBy(scanned.acts, 'C').call.input as never)
  expect(askedFor(snapshot.page)).toBe(words.any_copy)
  await enter(desk, snapshot.page)
  expect(await kept(desk)).toEqual([true, false])
})
