/** The library's rules changed at the desk, on real files: checked first, recorded, undone, kept after a restart. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONTRACT, type Input } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { askedFor, benAtDesk, recorded } from '../../support/staff.ts'
import { rosaAt } from '../../support/desk.ts'
import { PAGES } from '../../../support/said.ts'

type Change = Omit<Input<'policy.change'>, 'commandId'>
type Values = NonNullable<Change['after']>

async function rowOf(desk: TestDesk, table: Change['table'], key: string): Promise<Values> {
  const { rows } = await desk.ok('policy.get', { table })
  const row = rows.find((one) => one.key === key)
  if (!row) throw new Error(`no ${table} ${key}`)
  return row.values
}

/** The row as it is, with this instead. */
async function withChange(desk: TestDesk, table: Change['table'], key: string, change: Values): Promise<Change> {
  return { table, key, after: { ...(await rowOf(desk, table, key)), ...change }, accept_findings: [] }
}

const change = (desk: TestDesk, input: Change): ReturnType<TestDesk['call']> =>
  desk.call('policy.change', { commandId: desk.id(), ...input })
const undo = (desk: TestDesk): ReturnType<TestDesk['call']> => desk.call('policy.undo-last', { commandId: desk.id() })
const setting = (key: string, value: string | number | boolean | null): Change => {
  return { table: 'library_setting', key, after: { value }, accept_findings: [] }
}

describe('a change of the rules', () => {
  test('holds right away, is recorded whole, and is told in words', async () => {
    const desk = await moneyDesk()
    const input = await withChange(desk, 'fine_rule', 'BOOKS', { amount_cents: 40 })
    expect(await change(desk, input)).toMatchObject({ kind: 'ok' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.band).toMatchObject({ heading: 'Fine rule BOOKS' })
    expect(snapshot.band?.sentence).toContain('Everyone, everything: $0.40 a day, at most $5.00')
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ amount_cents: 40, is_partial_unit_charged: false })
    const { entries } = await desk.ok('policy.history', { limit: 10 })
    expect(entries).toMatchObject([
      { initials: 'RO', what: 'Fine rule BOOKS changed', notes: ['Amount: $0.25, now $0.40'] },
    ])
    const [event] = await recorded(desk, 'policy-changed')
    expect(event).toMatchObject({
      table: 'fine_rule',
      key: 'BOOKS',
      before: { amount_cents: 25, is_partial_unit_charged: 0, rule_code: 'BOOKS' },
      after: { amount_cents: 40, is_partial_unit_charged: 0, rule_code: 'BOOKS' },
    })
  })

  test('is there after the desk starts again, and the same command changes nothing twice', async () => {
    const desk = await moneyDesk()
    const commandId = desk.id()
    const input = { commandId, ...(await withChange(desk, 'loan_rule', 'FILM', { period_count: 3 })) }
    await desk.ok('policy.change', input)
    await desk.ok('policy.change', input)
    const again = await desk.reopen()
    await rosaAt(again)
    expect(await rowOf(again, 'loan_rule', 'FILM')).toMatchObject({ period_count: 3 })
    await again.ok('policy.change', input)
    expect(await recorded(again, 'policy-changed')).toHaveLength(1)
  })

  test('that changes nothing records nothing', async () => {
    const desk = await moneyDesk()
    expect(await change(desk, await withChange(desk, 'fine_rule', 'BOOKS', {}))).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('policy.history', { limit: 10 })).entries).toEqual([])
  })

  test('adds, copies and drops; a group carries its item types', async () => {
    const desk = await moneyDesk()
    const group = { group_code: 'VIDEO', name: 'Films', item_type_codes: { DVD: true, BOOK: false } }
    await change(desk, { table: 'limit_group', key: 'VIDEO', after: group, accept_findings: [] })
    const limit = {
      limit_code: 'films',
      target: 'group VIDEO',
      loans_count_max: 1,
      branch_code: '*',
      category_code: '*',
    }
    const whole = { ...limit, for_kind: 'patron', place_kind: 'everywhere' }
    expect(await change(desk, { table: 'limit_rule', key: 'films', after: whole, accept_findings: [] })).toMatchObject({
      kind: 'ok',
    })
    expect(await rowOf(desk, 'limit_group', 'VIDEO')).toEqual({ ...group, item_type_codes: ['DVD'] })
    expect(await change(desk, { table: 'limit_group', key: 'VIDEO', after: null, accept_findings: [] })).toMatchObject({
      code: 'policy-contradiction',
    })
    await change(desk, { table: 'limit_rule', key: 'films', after: null, accept_findings: [] })
    await change(desk, { table: 'limit_group', key: 'VIDEO', after: null, accept_findings: [] })
    expect((await desk.ok('policy.get', { table: 'limit_group' })).rows).toEqual([])
    expect((await desk.ok('policy.history', { limit: 10 })).entries.map((entry) => entry.what)).toEqual([
      'Group VIDEO deleted',
      'Limit films deleted',
      'Limit films added',
      'Group VIDEO added',
    ])
  })
})

describe('not saved', () => {
  test('what is odd, until it is accepted by its name', async () => {
    const desk = await moneyDesk()
    const input = await withChange(desk, 'fine_rule', 'BOOKS', { fine_cents_max: 10 })
    const refused = await change(desk, input)
    expect(refused).toMatchObject({ code: 'policy-findings' })
    expect(JSON.stringify(refused)).toContain('BOOKS has a maximum fine of $0.10, less than one charge')
    const { table, key, after } = input
    const { fresh } = await desk.ok('policy.check', { change: { table, key, after } })
    const accept_findings = fresh.map((one) => one.name)
    expect(accept_findings).toEqual(['fine_rule | cap-under-unit | BOOKS'])
    expect(await change(desk, { ...input, accept_findings: ['fine_rule | gap | BOOKS'] })).toMatchObject({
      code: 'policy-findings',
    })
    expect(await change(desk, { ...input, accept_findings })).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('policy.check', { change: null })).findings.map((one) => one.says)).toContain(fresh[0]?.says)
  })

  test('a gap: without the rule for all, nobody may borrow books', async () => {
    const desk = await moneyDesk()
    const refused = await change(desk, { table: 'loan_rule', key: 'REGULAR', after: null, accept_findings: [] })
    expect(refused).toMatchObject({ code: 'policy-findings' })
    expect(JSON.stringify(refused)).toContain('No loan rule for ADULT and BOOK')
  })

  test('a contradiction, whatever is accepted', async () => {
    const desk = await moneyDesk()
    const twin = { ...(await rowOf(desk, 'fine_rule', 'BOOKS')), rule_code: 'TWIN' }
    const accept_findings = ['fine_rule | double | BOOKS | TWIN']
    const input: Change = { table: 'fine_rule', key: 'TWIN', after: twin, accept_findings }
    expect(await change(desk, input)).toMatchObject({ code: 'policy-contradiction' })
    const stranger = await withChange(desk, 'fine_rule', 'BOOKS', { item_type_code: 'KAYAK' })
    expect(await change(desk, stranger)).toMatchObject({ code: 'policy-contradiction' })
    const noPeriod = await withChange(desk, 'loan_rule', 'FILM', { period_count: 0 })
    expect(await change(desk, noPeriod)).toMatchObject({ code: 'policy-contradiction' })
  })

  test.each([
    ['fine_rule', 'BOOKS', { amount_cents: -1 }, 'policy-row-invalid'],
    ['fine_rule', 'BOOKS', { rule_code: 'OTHER' }, 'policy-key-kept'],
    ['library_setting', 'hold_shelf_days_count', { value: 0 }, 'policy-row-invalid'],
    ['library_setting', 'hold_shelf_days_count', { value: null }, 'policy-row-invalid'],
  ] as const)('%s %s with %o', async (table, key, wrong, code) => {
    const desk = await moneyDesk()
    const input =
      table === 'library_setting'
        ? { table, key, after: wrong, accept_findings: [] }
        : await withChange(desk, table, key, wrong)
    expect(await change(desk, input)).toMatchObject({ kind: 'refused', code })
    expect((await desk.ok('policy.history', { limit: 10 })).entries).toEqual([])
  })

  test('what is not there, what is used, a name that is taken', async () => {
    const desk = await moneyDesk()
    const drop = (table: Change['table'], key: string): ReturnType<TestDesk['call']> =>
      change(desk, { table, key, after: null, accept_findings: [] })
    expect(await drop('fine_rule', 'NONE')).toMatchObject({ code: 'policy-row-unknown' })
    expect(await drop('library_setting', 'nonsense')).toMatchObject({ code: 'policy-row-unknown' })
    expect(await drop('patron_category', 'ADULT')).toMatchObject({ code: 'policy-row-used' })
    expect(await drop('item_type', 'DVD')).toMatchObject({ code: 'policy-row-used' })
    const values = await rowOf(desk, 'fine_rule', 'BOOKS')
    const taken = { commandId: desk.id(), table: 'fine_rule', key: '', values } as const
    expect(await desk.call('policy.edit', taken)).toMatchObject({ code: 'policy-code-taken' })
  })

  test('for a person who may not change rules: neither method nor page', async () => {
    const desk = await moneyDesk()
    const input = await withChange(desk, 'fine_rule', 'BOOKS', { amount_cents: 40 })
    await benAtDesk(desk)
    expect(await change(desk, input)).toMatchObject({ code: 'not-permitted' })
    expect(await desk.call('policy.get', { table: 'fine_rule' })).toMatchObject({ code: 'not-permitted' })
    const asked = await askedFor(desk, { place: 'policy', about: '' })
    expect(asked).toEqual({ page: null, asks: 'Open the library’s rules: Request an override' })
  })
})

describe('while data is being taken in', () => {
  test('rules wait, since the reference file has one writer', async () => {
    const desk = await moneyDesk()
    const input = await withChange(desk, 'fine_rule', 'BOOKS', { amount_cents: 40 })
    const folder = path.join(import.meta.dirname, '../../../../demo/library')
    await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
    expect(await change(desk, input)).toMatchObject({ code: 'import-running' })
    expect(await undo(desk)).toMatchObject({ code: 'import-running' })
  })
})

describe('a change that was cut off', () => {
  test('after the record is carried over when the desk starts again, and shown by the same command', async () => {
    const desk = await moneyDesk()
    const input = { commandId: desk.id(), ...(await withChange(desk, 'fine_rule', 'BOOKS', { amount_cents: 40 })) }
    const before = desk.station.sessionState()
    await desk.ok('policy.change', input)
    const again = await desk.reopen({ resume: before })
    expect(await rowOf(again, 'fine_rule', 'BOOKS')).toMatchObject({ amount_cents: 40 })
    await again.ok('policy.change', input)
    expect(await recorded(again, 'policy-changed')).toHaveLength(1)
  })
})

describe('a setting', () => {
  test('is decided, and goes back to what is usual', async () => {
    const desk = await moneyDesk()
    await change(desk, setting('hold_shelf_days_count', 10))
    await change(desk, setting('claims_recheck_days', '1, 7, 21'))
    await change(desk, setting('claims_year_count_max', null))
    const read = async (key: string): Promise<unknown> => (await rowOf(desk, 'library_setting', key))['value']
    expect([
      await read('hold_shelf_days_count'),
      await read('claims_recheck_days'),
      await read('claims_year_count_max'),
    ]).toEqual([10, '1, 7, 21', null])
    await change(desk, { table: 'library_setting', key: 'hold_shelf_days_count', after: null, accept_findings: [] })
    expect(await read('hold_shelf_days_count')).toBe(7)
    expect(await change(desk, setting('claims_recheck_days', 'often'))).toMatchObject({ code: 'policy-row-invalid' })
  })
})

describe('undo', () => {
  test('takes the last change back, and once more puts it on again', async () => {
    const desk = await moneyDesk()
    expect(await undo(desk)).toMatchObject({ code: 'nothing-to-undo' })
    await change(desk, await withChange(desk, 'fine_rule', 'BOOKS', { amount_cents: 40 }))
    await undo(desk)
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ amount_cents: 25 })
    await undo(desk)
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ amount_cents: 40 })
    await change(desk, setting('is_title_hold', false))
    await undo(desk)
    expect(await rowOf(desk, 'library_setting', 'is_title_hold')).toEqual({ value: true })
    expect(await recorded(desk, 'policy-changed')).toHaveLength(5)
  })

  test('drops what was added, and brings back what was dropped', async () => {
    const desk = await moneyDesk()
    const copy = { ...(await rowOf(desk, 'fine_rule', 'BOOKS')), rule_code: 'FILMS', item_type_code: 'DVD' }
    await change(desk, { table: 'fine_rule', key: 'FILMS', after: copy, accept_findings: [] })
    await undo(desk)
    expect((await desk.ok('policy.get', { table: 'fine_rule' })).rows).toHaveLength(1)
    await change(desk, { table: 'fine_rule', key: 'BOOKS', after: null, accept_findings: [] })
    await undo(desk)
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ amount_cents: 25 })
  })
})

describe('loans already made', () => {
  /** Two books out under the ordinary rule, one of them renewed, and a film. */
  async function withLoans(): Promise<TestDesk> {
    const desk = await moneyDesk()
    for (const item of [ITEMS.warmth, ITEMS.educated, ITEMS.spirited]) await lend(desk, CARDS.dana, item)
    days(desk, 1)
    await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.educated })
    return desk
  }
  const dueOf = async (desk: TestDesk, item_barcode: string): Promise<number | null> =>
    (await desk.ok('item.get', { item_barcode })).due_at_ms ?? null
  const apply = (desk: TestDesk, is_shortening = false): ReturnType<TestDesk['call']> =>
    desk.call('policy.apply-to-loans', { commandId: desk.id(), rule_code: 'REGULAR', is_shortening })

  test('keep their dates, until it is asked: shown first, then moved, each by an entry', async () => {
    const desk = await withLoans()
    const before = await dueOf(desk, ITEMS.warmth)
    await change(desk, await withChange(desk, 'loan_rule', 'REGULAR', { period_count: 28 }))
    expect(await dueOf(desk, ITEMS.warmth)).toBe(before)
    const { snapshot } = await desk.ok('policy.look-at-loans', { rule_code: 'REGULAR', is_shortening: false })
    expect(await dueOf(desk, ITEMS.warmth)).toBe(before)
    const page = snapshot.page
    expect(page && tableOf(page, 'loans')).toEqual([
      ['The Warmth of Other Suns', ITEMS.warmth, 'Tue, Dec 15', 'Tue, Dec 22'],
    ])
    expect(page && pageFaults(page)).toEqual([])
    expect(JSON.stringify(page)).toContain(PAGES.policy.loans.renewed)
    expect(await apply(desk)).toMatchObject({ kind: 'ok' })
    expect(await dueOf(desk, ITEMS.warmth)).toBe((before ?? 0) + 7 * 86_400_000)
    expect(await apply(desk)).toMatchObject({ code: 'policy-no-loans' })
    expect(await recorded(desk, 'due-date-set')).toMatchObject([{ reason: 'new-rule', item_barcode: ITEMS.warmth }])
  })

  test('keep a date that a person set, whatever the rule says by now', async () => {
    const desk = await withLoans()
    await desk.scan(CARDS.dana)
    await desk.ok('desk.set-due', { commandId: desk.id(), item_barcode: ITEMS.warmth, due_on: '2026-12-18' })
    const before = await dueOf(desk, ITEMS.warmth)
    await change(desk, await withChange(desk, 'loan_rule', 'REGULAR', { period_count: 28 }))
    const { snapshot } = await desk.ok('policy.look-at-loans', { rule_code: 'REGULAR', is_shortening: false })
    expect(JSON.stringify(snapshot.page)).toContain(`"label":"${PAGES.policy.loans.by_hand}","text":"1"`)
    expect(await apply(desk)).toMatchObject({ code: 'policy-no-loans' })
    expect(await dueOf(desk, ITEMS.warmth)).toBe(before)
  })

  test('move earlier only when that is asked, and never so that one is late', async () => {
    const desk = await withLoans()
    await change(desk, await withChange(desk, 'loan_rule', 'REGULAR', { period_count: 14 }))
    expect(await apply(desk)).toMatchObject({ code: 'policy-no-loans' })
    expect(await apply(desk, true)).toMatchObject({ kind: 'ok' })
    days(desk, 20)
    await change(desk, await withChange(desk, 'loan_rule', 'REGULAR', { period_count: 15 }))
    expect(await apply(desk, true)).toMatchObject({ code: 'policy-no-loans' })
    expect(await desk.call('policy.look-at-loans', { rule_code: 'NONE', is_shortening: true })).toMatchObject({
      code: 'policy-row-unknown',
    })
  })
})

describe('the pages', () => {
  const ABOUTS = [
    ['policy', ''],
    ['policy-table', 'loan_rule'],
    ['policy-table', 'fine_rule'],
    ['policy-table', 'fine_free_day'],
    ['policy-table', 'lost_rule'],
    ['policy-table', 'limit_rule'],
    ['policy-table', 'limit_group'],
    ['policy-table', 'rental_rule'],
    ['policy-table', 'fee_rule'],
    ['policy-table', 'patron_category'],
    ['policy-table', 'item_type'],
    ['policy-table', 'settings:whose-rule'],
    ['policy-table', 'settings:holds'],
    ['policy-table', 'settings:privacy'],
    ['policy-table', 'history'],
    ['policy-row', 'fine_rule/BOOKS'],
    ['policy-row', 'loan_rule/REGULAR'],
    ['policy-row', 'lost_rule/LOST'],
    ['policy-row', 'fine_rule+BOOKS'],
    ['policy-row', 'limit_group+'],
    ['policy-row', 'patron_category/ADULT'],
  ] as const

  test.each(ABOUTS)('%s %s keeps what every page must', async (place, about) => {
    const desk = await moneyDesk()
    expect(pageFaults(await pageOf(desk, place, about))).toEqual([])
  })

  test('a form with something odd in it is shown, not saved; then saved even so', async () => {
    const desk = await moneyDesk()
    await pageOf(desk, 'policy-table', 'fine_rule')
    await pageOf(desk, 'policy-row', 'fine_rule/BOOKS')
    const values = { ...(await rowOf(desk, 'fine_rule', 'BOOKS')), fine_cents_max: 10 }
    const { snapshot } = await desk.ok('policy.edit', {
      commandId: desk.id(),
      table: 'fine_rule',
      key: 'BOOKS',
      values,
    })
    expect(snapshot.page?.ref).toEqual({ place: 'policy-row', about: 'odd' })
    expect(snapshot.band?.outcome).toBe('decide')
    expect(JSON.stringify(snapshot.page?.sections)).toContain('less than one charge')
    expect(JSON.stringify(snapshot.page?.sections)).toContain('Maximum fine per item: $5.00, now $0.10')
    expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ fine_cents_max: 500 })
    const save = snapshot.page?.acts.find((act) => act.key === 'S')
    const { table, key, after, accept_findings } = CONTRACT['policy.change'].input.parse({
      ...save?.call.input,
      commandId: desk.id(),
    })
    const saved = await desk.ok('policy.change', { commandId: desk.id(), table, key, after, accept_findings })
    expect(saved.snapshot.page?.ref).toEqual({ place: 'policy-table', about: 'fine_rule' })
    expect(await rowOf(desk, 'fine_rule', 'BOOKS')).toMatchObject({ fine_cents_max: 10 })
    expect(JSON.stringify(saved.snapshot.page?.sections[0])).toContain('less than one charge')
  })
})
