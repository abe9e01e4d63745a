/**
 * A due date set by hand: which day can be meant, and what is said of one that cannot. Dana's card expires on Thu 31
 * December; the branch is closed on Sundays and on Thanksgiving. Today is Tue November 24.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { decideSetDue, type SetDueAsk } from '../../shared/circulation/loans/set-due.ts'
import { must } from '../../shared/kernel/assert.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { settle } from '../../main/journal/settle.ts'
import { bareDesk } from '../main/support/bare-desk.ts'
import { elsewhere, rosaAt, type TestDesk, workingDesk } from '../main/support/desk.ts'
import { days, pageOf, tableOf } from '../main/support/money-desk.ts'
import { pageFaults } from '../main/support/page-acts.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../main/support/staff.ts'
import { closing, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const calendar = prepareCalendar({
  zone: CHICAGO,
  week: [[], DAY, DAY, DAY, DAY, DAY, DAY],
  closed: [{ ...closing('2026-11-26'), reason: 'Thanksgiving' }],
})

const RULE = { days_mode: 'next-open', is_capped_at_expiry: true } as const
const NO_LIMIT = { due_by_hand_days_count_max: null }
const FAR = endOfDay(localDate('2029-01-05'), CHICAGO)
const ASK: SetDueAsk = {
  due_on: localDate('2026-12-04'),
  now: momentOf('2026-11-24T14:15', CHICAGO),
  due_at: endOfDay(localDate('2026-12-15'), CHICAGO),
  loan_status: 'out',
  card_expires_on: localDate('2026-12-31'),
  rule: RULE,
  calendar,
  settings: DEFAULT_SETTINGS,
}

function closed(on: string, when: 'once' | 'weekly', reason: string, open: string): Refusal {
  return refuse('due-date-closed', { on: localDate(on), when, reason, open: localDate(open) })
}

describe('which day can be meant', () => {
  test.each<[string, string, Partial<SetDueAsk>, sealed_on?: string]>([
    ['earlier', '2026-12-04', {}],
    ['later', '2026-12-29', {}],
    ['today', '2026-11-24', {}],
    ['the day the card expires: the seal says the next open day', '2026-12-31', {}, '2027-01-01'],
    ['after it, where no rule cuts back', '2027-01-04', { rule: { ...RULE, is_capped_at_expiry: false } }],
    ['a year ahead, as far as it may be', '2027-11-24', { card_expires_on: null }],
    ['further, where the library sets no limit', '2031-11-24', { card_expires_on: null, settings: NO_LIMIT }],
    ['further, where it is due later already', '2028-11-24', { card_expires_on: null, due_at: FAR }],
    ['a Sunday, where closed days count', '2026-12-06', { rule: { ...RULE, days_mode: 'ignore-closed' } }],
  ])('%s: %s', (_name, due_on, change, sealed_on = due_on) => {
    const on = localDate(due_on)
    const sealed_due_at = endOfDay(localDate(sealed_on), CHICAGO)
    const set = { kind: 'set', due_at: endOfDay(on, CHICAGO), sealed_due_at }
    expect(decideSetDue({ ...ASK, ...change, due_on: on })).toEqual(set)
  })

  test.each<[string, Partial<SetDueAsk>, Refusal]>([
    ['2026-11-23', {}, refuse('due-date-past', { on: localDate('2026-11-23') })],
    ['2026-12-15', {}, refuse('due-date-same', { on: localDate('2026-12-15') })],
    ['2027-01-02', {}, refuse('due-date-after-expiry', { on: localDate('2026-12-31') })],
    ['2026-12-06', {}, closed('2026-12-06', 'weekly', '', '2026-12-07')],
    ['2027-11-26', { card_expires_on: null }, refuse('due-date-too-far', { limit: localDate('2027-11-24') })],
    ['2026-11-26', { rule: null }, closed('2026-11-26', 'once', 'Thanksgiving', '2026-11-27')],
    ['2026-12-04', { loan_status: 'lost' }, refuse('due-date-stands')],
  ])('not %s', (due_on, change, refusal) => {
    expect(decideSetDue({ ...ASK, ...change, due_on: localDate(due_on) })).toEqual(refusal)
  })
})

/** What the journal's overlay held goes into the reference file, as upkeep does it at night. */
function settled(folder: string): void {
  const bare = bareDesk(folder)
  settle(bare.library.journal)
  bare.library.journal.writes.close()
}

async function lentDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  return desk
}

const set = (desk: TestDesk, due_on: string, item_barcode: string = ITEMS.warmth) =>
  desk.call('desk.set-due', { commandId: desk.id(), item_barcode, due_on })

const dueOnAccount = async (desk: TestDesk): Promise<string | undefined> =>
  tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]

describe('at the desk', () => {
  test('further ahead than the library allows is refused, and changes nothing', async () => {
    const desk = await lentDesk()
    elsewhere(desk, `UPDATE patron SET expires_on = NULL WHERE patron_id = 1`)
    expect(await set(desk, '2027-11-26')).toMatchObject({ kind: 'refused', code: 'due-date-too-far' })
    expect(await dueOnAccount(desk)).toBe('Tue, Dec 15')
  })

  test('it is set, said, explained with who set it, and undone', async () => {
    const desk = await lentDesk()
    expect(await set(desk, '2026-12-04')).toMatchObject({ kind: 'ok' })
    const { band, rows } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(band?.sentence).toBe('Due date set Fri, Dec 4. It was due Tue, Dec 15.')
    expect(rows[0]).toMatchObject({ happened: 'Due date set', fact: 'Fri, Dec 4' })
    expect(await dueOnAccount(desk)).toBe('Fri, Dec 4')
    for (const place of ['explain', 'item'] as const) {
      expect(JSON.stringify(await pageOf(desk, place, ITEMS.warmth))).toContain('set by hand by RO')
    }
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Tue, Dec 15')
    expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).not.toContain('set by hand')
  })

  test.each(['account', 'item', 'explain'] as const)('D asks for it on the page: %s', async (place) => {
    const desk = await lentDesk()
    const page = await pageOf(desk, place, place === 'account' ? '' : ITEMS.warmth)
    expect(pageFaults(page)).toEqual([])
    const rows = page.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
    const acts = [...page.acts, ...rows.flatMap((row) => row.acts)]
    expect(acts.find((one) => one.key === 'D')).toMatchObject({
      call: { method: 'desk.set-due', input: { item_barcode: ITEMS.warmth } },
      asks: [{ name: 'due_on', kind: 'date', value: '2026-12-15' }],
    })
  })

  test('set twice, undone twice: each undoing gives back what was before', async () => {
    const desk = await lentDesk()
    await set(desk, '2026-12-04')
    await set(desk, '2026-12-18')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Fri, Dec 4')
    expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('set by hand by RO')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await dueOnAccount(desk)).toBe('Tue, Dec 15')
  })

  test('it outlives the settling of the journal, and a renewal makes it a rule’s date again', async () => {
    const desk = await lentDesk()
    await set(desk, '2026-12-04')
    await desk.ok('desk.finish', {})
    await desk.station.close()
    settled(desk.folder)
    days(desk, 2)
    const later = await desk.reopen()
    await rosaAt(later)
    await later.scan(CARDS.dana)
    expect(JSON.stringify(await pageOf(later, 'explain', ITEMS.warmth))).toContain('set by hand by RO')
    await later.ok('desk.renew', { commandId: later.id(), item_barcode: ITEMS.warmth })
    expect(JSON.stringify(await pageOf(later, 'explain', ITEMS.warmth))).not.toContain('set by hand')
  })

  test('a return that is undone keeps who set it', async () => {
    const desk = await lentDesk()
    await set(desk, '2026-12-04')
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.scan(CARDS.dana)
    expect(await dueOnAccount(desk)).toBe('Fri, Dec 4')
    expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('set by hand by RO')
  })

  test.each([
    ['a day that has passed', '2026-11-20', ITEMS.warmth, 'due-date-past'],
    ['a Sunday', '2026-12-06', ITEMS.warmth, 'due-date-closed'],
    ['a day after the card expires', '2027-09-01', ITEMS.warmth, 'due-date-after-expiry'],
    ['what is not out', '2026-12-04', ITEMS.educated, 'due-date-not-theirs'],
  ])('refused, and nothing recorded: %s', async (_name, due_on, item_barcode, code) => {
    const desk = await lentDesk()
    expect(await set(desk, due_on, item_barcode)).toMatchObject({ kind: 'refused', code })
    expect(await recorded(desk, 'due-date-set')).toEqual([])
  })

  test('only a loan of the open patron', async () => {
    const desk = await lentDesk()
    await desk.scan(CARDS.omar)
    expect(await set(desk, '2026-12-04')).toMatchObject({ kind: 'refused', code: 'due-date-not-theirs' })
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 2')
    expect(await set(desk, '2026-12-04')).toMatchObject({ kind: 'refused', code: 'patron-gone' })
  })

  test('without the grant a second person is asked; the entry names both', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await set(desk, '2026-12-04')
    expect(await dueOnAccount(desk)).toBe('Tue, Dec 15')
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await dueOnAccount(desk)).toBe('Fri, Dec 4')
    expect(await recorded(desk, 'due-date-set')).toMatchObject([
      { staff: 'BC-1', reason: 'hand', set_by: 'BC-1', set_by_before: '', approved_by: 'WZ-1' },
    ])
  })
})
