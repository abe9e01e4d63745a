/**
 * Recalls: what is out is asked back for somebody who waits. Dana borrowed a book on Tue November 24 for three weeks;
 * the library promises two weeks whoever waits, and gives a week to bring it back. The branch is closed on Sundays and
 * on Thanksgiving, Thu November 26.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { decideRecall, type RecallAsk } from '../../shared/circulation/loans/recall.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { layoutText } from '../support/layout-text.ts'
import { must } from '../../shared/kernel/assert.ts'
import { localDate, MS_PER_DAY } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { settle } from '../../main/journal/settle.ts'
import { bareDesk } from '../main/support/bare-desk.ts'
import { elsewhere, rosaAt } from '../main/support/desk.ts'
import { reopenedWith, TITLES, withHolds, type HoldDesk } from '../main/support/hold-desk.ts'
import { days, moneyDesk, pageOf, tableOf, type Policy } from '../main/support/money-desk.ts'
import { pageFaults } from '../main/support/page-acts.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../main/support/staff.ts'
import { closing, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'
import { PAGES, says, wayOut } from '../support/said.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const calendar = prepareCalendar({
  zone: CHICAGO,
  week: [[], DAY, DAY, DAY, DAY, DAY, DAY],
  closed: [{ ...closing('2026-11-26'), reason: 'Thanksgiving' }],
})
const due = (on: string) => endOfDay(localDate(on), CHICAGO)

const SETTINGS = { recall_guaranteed_days_count: 14, recall_return_days_count: 7 }
const ASK: RecallAsk = {
  now: momentOf('2026-11-24T14:15', CHICAGO),
  out_at: momentOf('2026-11-24T10:00', CHICAGO),
  due_at: due('2026-12-15'),
  loan_status: 'out',
  is_recalled: false,
  is_waited_for: true,
  settings: SETTINGS,
  rule: { days_mode: 'next-open' },
  calendar,
}
const on = (day: string): Pick<RecallAsk, 'now'> => ({ now: momentOf(`${day}T14:15`, CHICAGO) })

describe('when it is due once it is recalled', () => {
  test.each<[string, Partial<RecallAsk>, string, readonly object[]]>([
    [
      'on the day it was lent: two weeks are promised',
      {},
      '2026-12-08',
      [{ code: 'recall-promised', days_count: 14, from_on: '2026-11-24', to_on: '2026-12-08' }],
    ],
    [
      'eleven days later: a week is left',
      on('2026-12-05'),
      '2026-12-12',
      [{ code: 'recall-return', days_count: 7, from_on: '2026-12-05', to_on: '2026-12-12' }],
    ],
    [
      'the week ends on a Sunday: the next open day',
      on('2026-12-06'),
      '2026-12-14',
      [
        { code: 'recall-return', days_count: 7, from_on: '2026-12-06' },
        { code: 'closed-day', closed_on: '2026-12-13', is_weekly: true, to_on: '2026-12-14' },
      ],
    ],
    [
      'never back to the open day before, whatever the rule does with closed days',
      { ...on('2026-12-06'), rule: { days_mode: 'previous-open' } },
      '2026-12-14',
      [{ code: 'recall-return' }, { code: 'closed-day', to_on: '2026-12-14' }],
    ],
    [
      'a Sunday, where closed days count',
      { ...on('2026-12-06'), rule: { days_mode: 'ignore-closed' } },
      '2026-12-13',
      [{ code: 'recall-return', days_count: 7 }],
    ],
    [
      'Thanksgiving, with nothing promised and two days to bring it back',
      { settings: { recall_guaranteed_days_count: 0, recall_return_days_count: 2 } },
      '2026-11-27',
      [
        { code: 'recall-return', days_count: 2 },
        { code: 'closed-day', closed_on: '2026-11-26', is_weekly: false, reason: 'Thanksgiving', to_on: '2026-11-27' },
      ],
    ],
    [
      'no rule holds for it any more',
      { rule: null, ...on('2026-12-06') },
      '2026-12-14',
      [{ code: 'recall-return', days_count: 7 }, { code: 'closed-day' }],
    ],
  ])('%s', (_name, change, expected, steps) => {
    const decision = decideRecall({ ...ASK, ...change })
    if ('code' in decision) throw new Error(decision.code)
    expect(decision.due_at).toBe(due(expected))
    expect(decision.steps).toMatchObject(steps)
  })

  test.each<[string, Partial<RecallAsk>, Refusal]>([
    ['nobody waits', { is_waited_for: false }, refuse('recall-nobody-waits')],
    ['due as early already', on('2026-12-08'), refuse('recall-no-gain', { due: due('2026-12-15') })],
    ['late already', on('2026-12-20'), refuse('recall-no-gain', { due: due('2026-12-15') })],
    [
      'a loan by the hour',
      { due_at: momentOf('2026-11-24T16:00', CHICAGO) },
      refuse('recall-no-gain', { due: momentOf('2026-11-24T16:00', CHICAGO) }),
    ],
    ['recalled before', { is_recalled: true }, refuse('recall-twice', { due: due('2026-12-15') })],
    ['billed as lost', { loan_status: 'lost' }, refuse('due-date-stands')],
  ])('not: %s', (_name, change, refusal) => {
    expect(decideRecall({ ...ASK, ...change })).toEqual(refusal)
  })
})

const DUE = { due: endOfDay(localDate('2026-12-08'), CHICAGO) }

/** Dana has "The Warmth of Other Suns"; Omar waits for it. Late, a recalled book costs $2.00 a day. */
async function waitedFor(policy: Policy = {}): Promise<HoldDesk> {
  const desk = withHolds(
    await moneyDesk({ fine: { recall_amount_cents: 200, recall_fine_cents_max: 1000 }, ...policy }),
  )
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.placed(CARDS.omar, TITLES.warmth)
  return desk
}

const recall = (desk: HoldDesk, item_barcode: string = ITEMS.warmth) =>
  desk.call('desk.recall', { commandId: desk.id(), item_barcode })

async function dueOnAccount(desk: HoldDesk): Promise<string | undefined> {
  await desk.scan(CARDS.dana)
  return tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]
}

async function sentenceOf(desk: HoldDesk): Promise<string> {
  const { band } = await desk.snapshot()
  return `${band?.heading}: ${band?.sentence}`
}

describe('at the desk', () => {
  test('it is due earlier, said wherever the loan is told of, and undone', async () => {
    const desk = await waitedFor()
    expect(await recall(desk)).toMatchObject({ kind: 'ok' })
    expect(await sentenceOf(desk)).toBe(
      'The Warmth of Other Suns: Recalled, due Tue, Dec 8. It was due Tue, Dec 15. ' +
        'The notice for the patron who has it is {place:papers}: hand it over, or mail it.',
    )
    expect(JSON.stringify(await pageOf(desk, 'item', ITEMS.warmth))).toContain('Recalled, due Tue, Dec 8')
    expect(JSON.stringify(await pageOf(desk, 'title', '1'))).toContain('Recalled, due Tue, Dec 8')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Tue, Dec 15')
    expect(JSON.stringify(await desk.snapshot())).not.toContain('Recalled')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(desk.log).toEqual([])
  })

  test('the bottom bar says the earlier date while the patron who has it is here, and none of others', async () => {
    const desk = await waitedFor()
    await recall(desk)
    expect((await desk.snapshot()).totals.due_range_text).toBe('')
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.scan(CARDS.dana)
    await recall(desk)
    expect((await desk.snapshot()).totals.due_range_text).toBe('Due Tue, Dec 8')
  })

  test('the patron who has it is told when their account opens', async () => {
    const desk = await waitedFor()
    await recall(desk)
    expect(await dueOnAccount(desk)).toBe('Recalled, due Tue, Dec 8')
    const { patron } = await desk.snapshot()
    expect(patron?.loans[0]?.due_text).toBe('Tue, Dec 8, recalled')
    expect(patron?.notices.find((one) => one.heading === 'Recalled, due Tue, Dec 8')?.detail).toBe(
      'The Warmth of Other Suns. On hold for another patron: no renewals.',
    )
    days(desk, 15)
    const { loans } = PAGES.account
    expect(await dueOnAccount(desk)).toBe(`Recalled, due Tue, Dec 8, ${loans.overdue}, ${loans.accruing('$2.00')}`)
  })

  test('the notice names the patron who has it and the day, and never who waits', async () => {
    const sql = `INSERT INTO patron_address VALUES (1, 1, 'home', '7 Elm Street', 'Maplewood', 'IL', '60001', 1)`
    const desk = await waitedFor({ also: [sql] })
    await recall(desk)
    const [notice] = (await desk.snapshot()).papers
    const lines = layoutText(must(notice ?? null, 'the notice'), 42)
    expect(lines.filter((line) => line.trim() !== '')).toMatchObject(
      expect.arrayContaining([
        'RECALL NOTICE',
        'Dana Miller',
        '7 Elm Street',
        'Maplewood, IL 60001',
        'It cannot be renewed.',
      ]),
    )
    const text = lines.join(' ').replaceAll('\u00a0', ' ')
    expect(text).toContain('Tue, Dec 8')
    expect(text).not.toMatch(/Omar|Núñez/)
  })

  test('the notice is had again on another day, a copy once it was seen; none of what is not recalled', async () => {
    const desk = await waitedFor()
    const notice = () => desk.call('paper.recall-notice', { item_barcode: ITEMS.warmth })
    expect(await notice()).toMatchObject({ kind: 'refused', code: 'recall-none' })
    await recall(desk)
    await desk.ok('desk.finish', {})
    days(desk, 1)
    const shown = async () => {
      expect(await notice()).toMatchObject({ kind: 'ok' })
      const [section] = (await desk.snapshot()).page?.sections ?? []
      return section?.kind === 'paper' ? section.document : null
    }
    const first = await shown()
    expect(JSON.stringify(first)).toMatch(/Dana Miller.*Tue,.Dec.8/)
    expect(JSON.stringify(first)).not.toMatch(/Omar|Núñez|until now/)
    expect([first?.is_copy, (await shown())?.is_copy]).toEqual([false, true])
  })

  test('it is not renewed; a second person may renew it even so, and then it is recalled no more', async () => {
    const desk = await waitedFor()
    await recall(desk)
    days(desk, 1)
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect((await desk.snapshot()).band?.sentence).toBe(
      [
        `${says('renewal-recalled', DUE)} Nothing recorded.`,
        `${wayOut('renewal-recalled', DUE)} 1 = override and renew.`,
      ].join(' '),
    )
    await answer(desk, '1')
    await answer(desk, '1')
    expect(await dueOnAccount(desk)).toBe('Wed, Dec 16')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Recalled, due Tue, Dec 8')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('a receipt says why it was not renewed', async () => {
    const desk = await waitedFor()
    await recall(desk)
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    const { snapshot } = await desk.ok('paper.make', { what: 'now' })
    expect(JSON.stringify(snapshot.page)).toContain('The library has recalled it.')
  })

  test('back late it costs what a recall costs, and the return says that it was recalled', async () => {
    const desk = await waitedFor()
    await recall(desk)
    days(desk, 16)
    const { band } = await desk.takeBack(ITEMS.warmth)
    expect(band?.sentence).toContain('Recalled, due Tue, Dec 8')
    await desk.scan(CARDS.dana)
    expect((await desk.snapshot()).patron?.owed_text).toBe('$4.00')
  })

  test('the same late return without a recall costs the ordinary fine', async () => {
    const desk = await waitedFor()
    days(desk, 23)
    const { band } = await desk.takeBack(ITEMS.warmth)
    expect(band?.sentence).not.toContain('Recalled')
    await desk.scan(CARDS.dana)
    expect((await desk.snapshot()).patron?.owed_text).toBe('$0.50')
  })

  test('what was promised with the loan holds, though the rule is changed since', async () => {
    const desk = await waitedFor()
    desk.clock.pass(1000)
    const changed = { table: 'library_setting', key: 'recall_guaranteed_days_count', values: { value: 0 } } as const
    await desk.ok('policy.edit', { commandId: desk.id(), ...changed })
    await recall(desk)
    expect(await dueOnAccount(desk)).toBe('Recalled, due Tue, Dec 8')
  })

  test('it outlives the settling of the journal, a return that is undone, and a restart', async () => {
    const desk = await waitedFor()
    await recall(desk)
    await desk.takeBack(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Recalled, due Tue, Dec 8')
    await desk.ok('desk.finish', {})
    await desk.station.close()
    const bare = bareDesk(desk.folder)
    settle(bare.library.journal)
    bare.library.journal.writes.close()
    days(desk, 2)
    const later = withHolds(await desk.reopen())
    await rosaAt(later)
    expect(await dueOnAccount(later)).toBe('Recalled, due Tue, Dec 8')
    expect(await recall(later)).toMatchObject({ kind: 'refused', code: 'recall-twice' })
  })

  test('a desk that shows it otherwise than the journal has it is found out', async () => {
    const desk = await waitedFor()
    await recall(desk)
    const changed = await reopenedWith(desk, { journal: 'UPDATE overlay_loan SET recalled_at_ms = NULL' })
    const { problems } = await changed.ok('journal.verify', {})
    expect(problems.map((one) => one.says)).toEqual([
      `the desk shows something else of item ${ITEMS.warmth} than the journal`,
    ])
  })

  test('sent again after the desk stopped, it is recorded once and its row can be undone', async () => {
    const desk = await waitedFor()
    const commandId = desk.id()
    await desk.ok('desk.recall', { commandId, item_barcode: ITEMS.warmth })
    const again = withHolds(await desk.reopen())
    await rosaAt(again)
    const { snapshot } = await again.ok('desk.recall', { commandId, item_barcode: ITEMS.warmth })
    expect(snapshot.rows[0]).toMatchObject({ happened: 'Recalled', title: 'The Warmth of Other Suns' })
    await again.ok('desk.undo', { commandId: again.id() })
    expect(await dueOnAccount(again)).toBe('Tue, Dec 15')
  })

  test.each([
    ['what is not out', ITEMS.educated, '', 'recall-not-out'],
    ['a number that nobody knows', '31234000009998', '', 'item-unknown'],
    ['where who has it is gone', ITEMS.warmth, 'DELETE FROM patron WHERE patron_id = 1', 'patron-gone'],
    ['where who waits is gone', ITEMS.warmth, 'DELETE FROM patron WHERE patron_id = 2', 'recall-nobody-waits'],
    [
      'what another library lent',
      ITEMS.warmth,
      `INSERT INTO item_lender VALUES (1, 'Springfield', NULL)`,
      'recall-nobody-waits',
    ],
  ])('refused, and nothing recorded: %s', async (_name, item_barcode, sql, code) => {
    const desk = await waitedFor()
    elsewhere(desk, sql)
    expect(await recall(desk, item_barcode)).toMatchObject({ kind: 'refused', code })
    expect(await recorded(desk, 'loan-recalled')).toEqual([])
  })

  test('refused while the only one who waits is put off, or has it', async () => {
    const desk = await waitedFor()
    const [hold] = await desk.holdsOf(CARDS.omar)
    await desk.scan(CARDS.omar)
    await desk.ok('hold.suspend', { commandId: desk.id(), hold_ref: hold?.hold_ref ?? '', until_on: '2026-12-30' })
    expect(await recall(desk)).toMatchObject({ kind: 'refused', code: 'recall-nobody-waits' })
    await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref: hold?.hold_ref ?? '' })
    await desk.scan(CARDS.dana)
    expect(await recall(desk)).toMatchObject({ kind: 'refused', code: 'recall-nobody-waits' })
  })

  test('without the grant a second person is asked; the entry names both, and nobody who waits', async () => {
    const desk = await waitedFor()
    await benAtDesk(desk)
    await recall(desk)
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).due_at_ms).toBe(due('2026-12-15'))
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await dueOnAccount(desk)).toBe('Recalled, due Tue, Dec 8')
    const [entry] = await recorded(desk, 'loan-recalled')
    expect(entry).toMatchObject({ staff: 'BC-1', approved_by: 'WZ-1', item_barcode: ITEMS.warmth })
    expect(Object.keys(entry ?? {})).not.toContain('party')
  })

  test('that the notice names somebody is noted as a look at their record, where the library keeps that', async () => {
    const desk = await waitedFor({ settings: { is_view_audited: 'yes' } })
    await recall(desk)
    expect(await recorded(desk, 'record-viewed')).toMatchObject([{ place: 'name', reason: 'hold' }, { place: 'card' }])
  })
})

describe('B recalls it', () => {
  test.each(['item', 'title'] as const)('on the page: %s', async (place) => {
    const desk = await waitedFor()
    const page = await pageOf(desk, place, place === 'item' ? ITEMS.warmth : '1')
    expect(pageFaults(page)).toEqual([])
    const rows = page.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
    const acts = [...page.acts, ...rows.flatMap((row) => row.acts)].filter((one) => one.key === 'B')
    expect(acts).toMatchObject([{ call: { method: 'desk.recall', input: { item_barcode: ITEMS.warmth } } }])
    await recall(desk)
    const after = await pageOf(desk, place, page.ref.about)
    expect(pageFaults(after)).toEqual([])
    expect(JSON.stringify(after)).not.toContain('desk.recall')
    expect(JSON.stringify(after)).toContain('paper.recall-notice')
  })

  test('in the row of the hold: first the copy lent longest ago of those that a recall brings sooner', async () => {
    const second = `INSERT INTO item VALUES (9, '31234000000098', 1, 'BOOK', 'NORTH', 'NORTH', '304 WIL', '',
      'available', 2000, '')`
    const desk = await waitedFor({ also: [second] })
    days(desk, 5)
    await desk.scan(CARDS.expired)
    await desk.scan('31234000000098')
    await answer(desk, '1')
    await answer(desk, '1')
    await desk.scan(CARDS.omar)
    const page = await pageOf(desk, 'account')
    expect(pageFaults(page)).toEqual([])
    const holds = page.sections.find((one) => one.section_id === 'holds')
    const acts = holds?.kind === 'table' ? holds.rows.flatMap((row) => row.acts) : []
    const act = acts.find((one) => one.key === 'B')
    expect(act?.asks[0]?.options).toEqual([
      { value: ITEMS.warmth, label: `due Tue, Dec 15, Maple Street, ${ITEMS.warmth}` },
      { value: '31234000000098', label: 'due Mon, Dec 21, North Branch, 31234000000098' },
    ])
    expect(act?.asks[0]?.value).toBe(ITEMS.warmth)
    // Due within the week that a recall gives, the older one would not be back any sooner.
    days(desk, 9)
    const later = (await pageOf(desk, 'account')).sections.find((one) => one.section_id === 'holds')
    const again = later?.kind === 'table' ? later.rows.flatMap((row) => row.acts).find((one) => one.key === 'B') : null
    expect(again?.asks[0]?.value).toBe('31234000000098')
  })

  test('nothing is offered where no copy is out', async () => {
    const desk = await waitedFor()
    await desk.placed(CARDS.omar, TITLES.educated)
    await desk.takeBack(ITEMS.warmth)
    await desk.scan(CARDS.omar)
    expect(JSON.stringify(await pageOf(desk, 'account'))).not.toContain('desk.recall')
  })
})

test('a changed rule leaves a recalled loan where it is, and says so', async () => {
  const desk = await waitedFor()
  await recall(desk)
  desk.clock.pass(MS_PER_DAY)
  const rules = await desk.ok('policy.look-at-loans', { rule_code: 'REGULAR', is_shortening: true })
  expect(JSON.stringify(rules.snapshot.page)).toContain(PAGES.policy.loans.recalled)
})
