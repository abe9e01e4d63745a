/** Scans that wait behind a row that asks, on real files: nothing is done before their turn, and nothing is lost. */
import { describe, expect, test } from 'vitest'
import { elsewhere, openDesk, rosaComes, workingDesk, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'
import { says } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

type Shown = Awaited<ReturnType<TestDesk['scan']>>

const now = async (desk: TestDesk): Promise<Shown> => (await desk.ok('desk.snapshot', {})).snapshot
const named = ({ waiting }: Shown): readonly string[] => waiting.scans.map((scan) => scan.says)
const card = en.outcomes.loan.waits.card

/** Flora owes too much, so her first book asks. */
async function floraAsks(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  expect((await desk.scan(ITEMS.warmth)).totals.undecided_count).toBe(1)
  return desk
}

async function answer(desk: TestDesk, key: string, shown?: Shown): Promise<Shown> {
  const { rows } = shown ?? (await now(desk))
  const row_id = rows.find((row) => row.choices.length > 0)?.row_id ?? ''
  return (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key })).snapshot
}

/** Answers, with the reason that an override takes. */
async function override(desk: TestDesk): Promise<Shown> {
  await answer(desk, '1')
  return answer(desk, '1')
}

async function dropLast(desk: TestDesk): Promise<Shown> {
  const waiting_id = (await now(desk)).waiting.scans.at(-1)?.waiting_id ?? desk.id()
  return (await desk.ok('desk.drop-waiting', { waiting_id })).snapshot
}

const out = async (desk: TestDesk, card_barcode: string): Promise<readonly string[]> =>
  (await desk.ok('patron.get', { card_barcode })).loans.map((loan) => loan.barcode)

describe('a card behind a row that asks', () => {
  test('waits in sight, and what is scanned behind it waits too; nothing is opened or recorded', async () => {
    const desk = await floraAsks()
    const waits = await desk.scan(CARDS.omar)
    expect(waits.band).toMatchObject({ outcome: 'decide', weight: 'quiet', heading: card(CARDS.omar) })
    const shown = await desk.scan(ITEMS.educated)
    expect(named(shown)).toEqual([card(CARDS.omar), 'Educated'])
    expect(shown).toMatchObject({ patron: { name: 'Flora Owen' }, rows_count: 1, totals: { undecided_count: 1 } })
    expect(JSON.stringify(shown.waiting)).not.toContain('Omar')
    expect(await desk.call('desk.finish', {})).toMatchObject({ code: 'rows-undecided' })
    const kinds = (await desk.ok('journal.recent', { limit: 50 })).events.map((event) => event.kind)
    expect(kinds).not.toContain('item-checked-out')
  })

  test('opens its account by itself after the answer, and the items go to its patron, in order', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, ITEMS.educated, ITEMS.spirited]) await desk.scan(code)
    const answered = await override(desk)
    expect(answered.band, 'the answer is told first').toMatchObject({
      outcome: 'done',
      heading: 'The Warmth of Other Suns',
    })
    const after = await now(desk)
    expect(after).toMatchObject({ patron: { name: 'Omar Núñez' }, waiting: { scans: [] }, totals: { out_count: 2 } })
    expect(after.rows.map((row) => row.title)).toEqual(['Spirited Away', 'Educated'])
    expect(after.waiting.ran.map(({ outcome, is_opening }) => [outcome, is_opening])).toEqual([
      ['done', true],
      ['done', false],
      ['done', false],
    ])
    expect(after.waiting.ran.at(-1)?.number).toBe(after.band?.number)
    expect(await out(desk, CARDS.owing)).toEqual([ITEMS.warmth])
    expect(await out(desk, CARDS.omar)).toEqual([ITEMS.spirited, ITEMS.educated])
  })

  test('opens its account after Esc too, and nothing is recorded for the item that was left', async () => {
    const desk = await floraAsks()
    await desk.scan(CARDS.omar)
    await answer(desk, '0')
    expect((await now(desk)).patron?.name).toBe('Omar Núñez')
    expect(await out(desk, CARDS.owing)).toEqual([])
  })

  test('lets no other way close the patron, and a badge does not wait', async () => {
    const desk = await floraAsks()
    await desk.scan(CARDS.omar)
    const { waiting, band } = await desk.scan('29999000000019')
    expect(waiting.scans).toHaveLength(1)
    expect(band?.heading).toBe(says('rows-undecided', { count: 1 }))
  })
})

describe('a run', () => {
  test('stops at a scan that asks, and goes on after its answer', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.expired, ITEMS.educated, ITEMS.becoming, CARDS.dana]) await desk.scan(code)
    await answer(desk, '0')
    const asks = await now(desk)
    expect([asks.patron?.name, named(asks)]).toEqual(['Ed Stale', ['Becoming', card(CARDS.dana)]])
    expect(asks.totals.undecided_count).toBe(1)
    await answer(desk, '0')
    const again = await now(desk)
    expect([again.rows[0]?.title, named(again)]).toEqual(['Becoming', [card(CARDS.dana)]])
    await answer(desk, '0')
    expect((await now(desk)).patron?.name).toBe('Dana Miller')
  })

  test('holds the next card back after a stop, until the clerk has finished the patron', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, '31999999999999', ITEMS.educated, CARDS.dana]) await desk.scan(code)
    await answer(desk, '0')
    const held = await now(desk)
    expect(held).toMatchObject({ patron: { name: 'Omar Núñez' }, waiting: { is_held: true }, totals: { out_count: 1 } })
    expect(named(held)).toEqual([card(CARDS.dana)])
    expect(held.rows.map((row) => row.outcome)).toEqual(['done', 'stop'])
    await desk.ok('desk.finish', {})
    expect(await now(desk)).toMatchObject({ patron: { name: 'Dana Miller' }, waiting: { scans: [], is_held: false } })
  })

  test('takes twenty, and a scan that is refused beyond them stays in sight', async () => {
    const desk = await floraAsks()
    for (let at = 0; at < 20; at += 1) await desk.scan(at === 0 ? CARDS.omar : ITEMS.educated)
    const full = await desk.scan(ITEMS.becoming)
    expect(full.waiting.scans).toHaveLength(20)
    expect(full.rows[0]).toMatchObject({ barcode: ITEMS.becoming, outcome: 'stop' })
    expect(full.band?.heading).toBe(says('waiting-full', { count: 20 }))
    await answer(desk, '0')
    expect(await now(desk), 'the refused scan stays in sight').toMatchObject({
      patron: { name: 'Flora Owen' },
      waiting: { is_held: true },
    })
    await desk.ok('desk.finish', {})
    expect((await now(desk)).patron?.name).toBe('Omar Núñez')
  })

  test('gives nobody the items behind a card that is gone', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, ITEMS.educated, ITEMS.becoming, CARDS.dana, ITEMS.spirited]) await desk.scan(code)
    elsewhere(desk, `DELETE FROM card WHERE barcode = '${CARDS.omar}'`)
    await answer(desk, '0')
    const lost = await now(desk)
    expect([lost.patron?.name, named(lost)]).toEqual(['Flora Owen', [card(CARDS.dana), 'Spirited Away']])
    expect(lost.rows.slice(0, 3).map(({ barcode, outcome }) => [barcode, outcome])).toEqual([
      [ITEMS.becoming, 'stop'],
      [ITEMS.educated, 'stop'],
      [CARDS.omar, 'stop'],
    ])
    await desk.ok('desk.finish', {})
    expect((await now(desk)).patron?.name).toBe('Dana Miller')
    expect(await out(desk, CARDS.dana)).toEqual([ITEMS.spirited])
    expect(await out(desk, CARDS.owing)).toEqual([])
  })

  test('gives nobody the items behind a card that nobody here has', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, ITEMS.educated, '21999000009994', ITEMS.becoming]) await desk.scan(code)
    await answer(desk, '0')
    const lost = await now(desk)
    expect([lost.patron?.name, named(lost)]).toEqual(['Omar Núñez', []])
    expect(lost.rows.map(({ barcode, outcome }) => [barcode, outcome])).toEqual([
      [ITEMS.becoming, 'stop'],
      ['21999000009994', 'stop'],
      [ITEMS.educated, 'done'],
    ])
    expect(await out(desk, CARDS.omar)).toEqual([ITEMS.educated])
  })

  test('gives nobody the items behind a number that could have been a card', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, '7700123', ITEMS.educated]) await desk.scan(code)
    await answer(desk, '0')
    const lost = await now(desk)
    expect(lost.rows.map(({ barcode, outcome }) => [barcode, outcome])).toEqual([
      [ITEMS.educated, 'stop'],
      ['7700123', 'stop'],
    ])
    expect(await out(desk, CARDS.omar)).toEqual([])
  })

  test('gives nobody the items behind a number of card and item that nobody chose from', async () => {
    const desk = await floraAsks()
    elsewhere(desk, `UPDATE item SET barcode = '${CARDS.dana}' WHERE barcode = '${ITEMS.becoming}'`)
    for (const code of [CARDS.omar, CARDS.dana, ITEMS.educated]) await desk.scan(code)
    await answer(desk, '0')
    expect(named(await now(desk)), 'the number asks').toEqual(['Educated'])
    await answer(desk, '0')
    const left = await now(desk)
    expect(named(left)).toEqual([])
    expect(left.rows[0]).toMatchObject({ barcode: ITEMS.educated, outcome: 'stop' })
    expect(await out(desk, CARDS.omar)).toEqual([])
  })
})

describe('taking a waiting scan away', () => {
  test('takes the last one, says so, and records nothing', async () => {
    const desk = await floraAsks()
    await desk.scan(CARDS.omar)
    const first = (await now(desk)).waiting.scans[0]?.waiting_id ?? ''
    await desk.scan(ITEMS.educated)
    const same = await desk.ok('desk.drop-waiting', { waiting_id: first })
    expect(named(same.snapshot), 'only the last').toEqual([card(CARDS.omar), 'Educated'])
    const dropped = await dropLast(desk)
    expect(named(dropped)).toEqual([card(CARDS.omar)])
    expect(dropped.band).toMatchObject({ heading: 'Educated', weight: 'silent' })
    expect(dropped.totals.undecided_count).toBe(1)
    expect(named(await dropLast(desk))).toEqual([])
    expect((await desk.scan(ITEMS.educated)).rows[0]?.barcode, 'nothing waits: it is scanned as always').toBe(
      ITEMS.educated,
    )
  })
})

describe('who sees it', () => {
  test('a locked desk shows nothing of it, and the same person finds it as it was', async () => {
    const desk = await floraAsks()
    await desk.scan(CARDS.omar)
    const { snapshot } = await desk.ok('desk.lock', {})
    expect(JSON.stringify(snapshot)).not.toContain(CARDS.omar)
    expect(await desk.call('desk.drop-waiting', { waiting_id: desk.id() })).toMatchObject({ code: 'desk-locked' })
    expect(named(await rosaComes(desk))).toEqual([card(CARDS.omar)])
  })

  test('another clerk at the locked desk, and whoever comes after signing out, finds none', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    expect(named(await desk.scan(CARDS.omar))).toHaveLength(1)
    await desk.ok('desk.lock', {})
    await signInAs(desk, WEI)
    expect(await now(desk)).toMatchObject({ patron: null, waiting: { scans: [] } })
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    await desk.scan(CARDS.omar)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    await rosaComes(desk)
    expect(await now(desk)).toMatchObject({ patron: null, waiting: { scans: [] } })
  })
})

describe('a restart of the station', () => {
  test('keeps what waits, and the run goes on in the next process', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, ITEMS.educated]) await desk.scan(code)
    const resume = desk.station.sessionState()
    await desk.station.close()
    const next = await openDesk(desk.folder, { resume }, desk.clock)
    expect(named(await now(next))).toEqual([card(CARDS.omar), 'Educated'])
    await answer(next, '0')
    expect(await now(next)).toMatchObject({ patron: { name: 'Omar Núñez' }, totals: { out_count: 1 } })
  })

  test('between record and answer does nothing twice: the run is shown from the record', async () => {
    const desk = await floraAsks()
    for (const code of [CARDS.omar, ITEMS.educated]) await desk.scan(code)
    const resume = desk.station.sessionState()
    await answer(desk, '0')
    expect(await out(desk, CARDS.omar)).toEqual([ITEMS.educated])
    await desk.station.close()
    const next = await openDesk(desk.folder, { resume }, desk.clock)
    await answer(next, '0')
    expect(await now(next)).toMatchObject({ patron: { name: 'Omar Núñez' }, rows: [{ barcode: ITEMS.educated }] })
    expect((await now(next)).rows).toHaveLength(1)
    expect(await recorded(next, 'item-checked-out')).toHaveLength(1)
  })
})
