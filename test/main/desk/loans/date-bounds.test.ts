/**
 * Dates that come with commands: every one has bounds, and what lies outside them is told in words and changes nothing.
 * And a store that holds such a date from before there were bounds: every page shows it, and the desk goes on.
 */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CONTRACT, type MethodName } from '../../../../shared/ipc/contract.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { elsewhere, rosaAt, type TestDesk, workingDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const HOSTILE = [
  ['9999-12-31', 'after 2199-12-31'],
  ['2200-01-01', 'after 2199-12-31'],
  ['1899-12-31', 'before 1900-01-01'],
  ['0000-01-01', 'before 1900-01-01'],
  ['2027-02-29', 'not a date such as'],
  ['2026-02-30', 'not a date such as'],
  ['-0044-03-15', 'not a date such as'],
  ['+275760-09-13', 'not a date such as'],
  ['2026-12-15T24:00', 'not a date such as'],
] as const

type Schema = {
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
}

/** The properties of a method's input that are dates by their name or by their schema. */
function datesOf(method: MethodName): readonly string[] {
  const schema = z.toJSONSchema(CONTRACT[method].input, { io: 'input' }) as Schema
  const isDate = ({ format, anyOf }: Schema): boolean => format === 'date' || (anyOf ?? []).some(isDate)
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    (name.endsWith('_on') && name !== 'is_on') || isDate(one) ? [name] : [],
  )
}

const METHODS = Object.keys(CONTRACT) as MethodName[]
const DATED = METHODS.flatMap((method) => datesOf(method).map((name) => [method, name] as const))

/** Loosely typed: what is sent is wrong on purpose. */
async function send(desk: TestDesk, method: MethodName, input: object): Promise<{ kind: string; says?: string }> {
  return desk.call(method, input)
}

describe('a date that comes with a command', () => {
  test('there are as many as there were when this was written, or more', () => {
    expect(DATED.length).toBeGreaterThanOrEqual(11)
  })

  test.each(DATED)('%s %s: outside its bounds it is told, and nothing is recorded', async (method, name) => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const { end: before } = await position(desk)
    for (const [date, words] of HOSTILE) {
      const result = await send(desk, method, { ...CONTRACT[method].example, commandId: desk.id(), [name]: date })
      expect(result).toMatchObject({ kind: 'bad-input' })
      expect(result.says).toContain(words)
    }
    expect(await position(desk)).toEqual({ end: before })
  })

  test.each<[MethodName, object]>([
    ['loan.preview', { card_barcode: CARDS.dana, item_barcode: ITEMS.warmth, at: '9999-12-31T23:59:59-12:00' }],
    ['loan.preview', { card_barcode: CARDS.dana, item_barcode: ITEMS.warmth, at: '0000-01-01T00:00:00Z' }],
    ['outage.declare', { from_ms: -9e15, to_ms: 0, reason: 'power-cut', is_extending: true }],
    ['outage.declare', { from_ms: 0, to_ms: 9e15, reason: 'power-cut', is_extending: true }],
  ])('%s: a moment outside the bounds is told', async (method, input) => {
    const desk = await workingDesk()
    const id = CONTRACT[method].changes ? { commandId: desk.id() } : {}
    expect(await send(desk, method, { ...input, ...id })).toMatchObject({ kind: 'bad-input' })
  })

  test('a fixed date of a rule', async () => {
    const desk = await workingDesk()
    const { rows } = await desk.ok('policy.get', { table: 'loan_rule' })
    const values = rows.find(({ key }) => key === 'REGULAR')?.values
    for (const [hard_due_on, words] of HOSTILE.slice(0, 6)) {
      const after = { ...values, hard_due_kind: 'exactly', hard_due_on }
      const input = { commandId: desk.id(), table: 'loan_rule', key: 'REGULAR', after, accept_findings: [] }
      const result = await send(desk, 'policy.change', input)
      expect(result).toMatchObject({ kind: 'refused', code: 'policy-row-invalid' })
      if (words !== 'not a date such as') expect(result.says).toContain(words)
    }
  })
})

async function position(desk: TestDesk): Promise<{ end: number }> {
  return { end: (await desk.ok('journal.verify', {})).events_count }
}

/** Dana has a book that is due on the last of all days; her card, a block, a hold and a rule say the same date. */
const OLD_STORE = `
  UPDATE patron SET expires_on = '9999-12-31' WHERE patron_id = 1;
  UPDATE loan_rule SET hard_due_on = '9999-12-31', hard_due_kind = 'exactly' WHERE rule_code = 'FILM';
  INSERT INTO closed_day VALUES ('MAPLE', '9999-12-24', '9999-12-31', 0, 0, 'The end');
  INSERT INTO loan
    (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count, loan_status)
    VALUES (1, 'import:old', '00000000000000000000000000000001', 1, 'MAPLE', 1763000000000,
      253402322399000, 0, 'out');
  INSERT INTO hold
    (external_id, patron_id, title_id, item_id, pickup_branch_code, placed_at_ms, expires_on, status)
    VALUES ('h1', 1, 2, NULL, 'MAPLE', 1763000000000, '9999-12-31', 'waiting');
`

describe('a store from before dates had bounds', () => {
  async function oldDesk(): Promise<TestDesk> {
    const before = await workingDesk()
    elsewhere(before, OLD_STORE)
    const desk = await before.reopen()
    await rosaAt(desk)
    return desk
  }

  test.each([
    ['account', ''],
    ['item', ITEMS.warmth],
    ['title', '1'],
    ['explain', ITEMS.warmth],
    ['policy-table', 'loan_rule'],
    ['policy-row', 'loan_rule/FILM'],
    ['recent', ''],
    ['tasks', ''],
    ['pull-list', ''],
  ] as const)('the page %s is shown', async (place, about) => {
    const desk = await oldDesk()
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
    const shown = JSON.stringify(snapshot)
    expect(shown).not.toMatch(/undefined|NaN|Invalid Date/)
    if (snapshot.page) expect(pageFaults(snapshot.page).filter((one) => !one.includes('does not take it'))).toEqual([])
  })

  test('it is said with its year, checked in, and another thing goes out', async () => {
    const desk = await oldDesk()
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(JSON.stringify(snapshot.page)).toContain('Dec 31, 9999')
    expect((await desk.scan(ITEMS.educated)).rows[0]).toMatchObject({ happened: 'Out' })
    // The film's rule would make it due out there: it says so, and lends nothing.
    expect((await desk.scan(ITEMS.spirited)).band?.outcome).toBe('stop')
    const due_on = '2026-12-22'
    await desk.ok('desk.set-due', { commandId: desk.id(), item_barcode: ITEMS.warmth, due_on })
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ title: 'The Warmth of Other Suns' })
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({ is_out: false })
  })
})
